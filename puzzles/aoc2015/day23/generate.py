"""Makes programs that build numbers, and count how long these take to come to 1."""

from random import Random

LOOP = ["jio a, +8", "inc b", "jie a, +4", "tpl a", "inc a", "jmp +2", "hlf a", "jmp -7"]
ROUND = 48


def generate(rng: Random, size: int) -> str:
    """About ``size`` instructions, 20 at least: rounds of 48 as the official ones; or jumps forward alone."""
    if size > 9000:
        raise ValueError("an offset is at most 9999")
    if rng.random() < 0.3:
        return "\n".join(forward(rng, size - place) for place in range(size))
    rounds = [one_round(rng, min(ROUND, size)) for _ in range(max(1, size // ROUND))]
    return "\n".join(line for lines in rounds for line in lines)


def number(rng: Random, length: int) -> list[str]:
    """Instructions that take 1 to a number below 3 ** 13."""
    triples = rng.sample(range(length), rng.randint(1, min(12, length // 2)))
    return ["tpl a" if place in triples else "inc a" for place in range(length)]


def one_round(rng: Random, length: int) -> list[str]:
    """A number for 0 and one for 1, and the loop; 1 comes back as 1."""
    half = max(5, (length - len(LOOP) - 2) // 2)
    first, second = number(rng, half), number(rng, half)
    return [f"jio a, +{half + 2}", *first, f"jmp +{half + 1}", *second, *LOOP]


def forward(rng: Random, left: int) -> str:
    """An instruction, one of ``left`` to come, that never goes back; numbers rather fall than rise."""
    kind = rng.choice(("hlf", "hlf", "hlf", "tpl", "inc", "inc", "inc", "jmp", "jie", "jio"))
    register, offset = rng.choice("ab"), f"{min(left, rng.choice((1, 2, 2, 3, 4))):+}"
    if kind == "jmp":
        return f"jmp {offset}"
    return f"{kind} {register}, {offset}" if kind[0] == "j" else f"{kind} {register}"
