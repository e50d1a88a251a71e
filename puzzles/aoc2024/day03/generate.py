"""Makes memory full of rubbish, with instructions in it and with what nearly is one."""

from random import Random

RUBBISH = "!@#$%^&*()[]{}<>,;:+-/?'~ "
NEARLY = (
    "mul(",
    "mul{5,5}",
    "mul(17;",
    "mul( 6,9)",
    "mul(1234,5)",
    "mul(5,0006)",
    "mUl(1,2)",
    "do(",
    "do-()",
)
WORDS = ("so()", "new()", "open()", "undo()", "mod()", "made()", "dim(3,4)", "don't(", "don'", "m", "d")


def generate(rng: Random, size: int) -> str:
    """Six lines, or fewer, of about ``size`` signs in all."""
    lines = min(6, size)
    return "\n".join(line(rng, size // lines + (number < size % lines)) for number in range(lines))


def line(rng: Random, size: int) -> str:
    found = ""
    pieces = []
    left = size
    while left > 0:
        chance = rng.random()
        if chance < 0.45:
            found = f"mul({rng.randint(0, 999)},{rng.randint(0, 999)})"
        elif chance < 0.49:
            found = rng.choice(("do()", "don't()"))
        elif chance < 0.6:
            found = rng.choice((*NEARLY, *WORDS))
        else:
            found = "".join(rng.choices(RUBBISH, k=rng.randint(1, 9)))
        pieces.append(found)
        left -= len(found)
    return "".join(pieces)[:size]
