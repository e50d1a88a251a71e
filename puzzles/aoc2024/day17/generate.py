"""Makes programs that can put out themselves."""

from random import Random

MOST = 20


def generate(rng: Random, size: int) -> str:
    """A program of about ``size`` numbers, at least six.

    Raises `ValueError` above 20 numbers.
    """
    if size > MOST:
        raise ValueError("there are programs of up to 20 numbers")
    rng = Random(rng.getrandbits(64))  # so that what is drawn in vain does not matter
    while True:
        program = loop(rng, max(3, size // 2))
        if puts_out_itself(program):
            break
    a = rng.randrange(1, 8 ** rng.randint(1, 16))
    return f"Register A: {a}\nRegister B: 0\nRegister C: 0\n\nProgram: {','.join(map(str, program))}"


def loop(rng: Random, pairs: int) -> list[int]:
    """One round: B is some bits of A, C is A shifted by B, and B is put out."""
    if pairs < 5:
        body = [(7, rng.randrange(4))] * (pairs - 3) + [(0, 3), (5, 4)]
    else:
        body = [(2, 4), *[(7, 5), (4, rng.randrange(8))][: 2 * (pairs > 7)]]
        while len(body) < pairs - 3:
            body.insert(rng.randint(1, len(body)), (1, rng.randrange(8)))
        body.insert(rng.randint(len(body) - 1, len(body)), (0, 3))
        body.append((5, 5))
    return [number for pair in [*body, (3, 0)] for number in pair]


def puts_out_itself(program: list[int]) -> bool:
    """Is there a number for it?"""
    rests = {0}
    for wanted in reversed(program):
        longer = {8 * rest + digit for rest in rests for digit in range(8)} - {0}
        rests = {a % 2**10 or 2**10 for a in longer if output(program, a) == wanted}
    return bool(rests)


def output(program: list[int], a: int) -> int:
    b = c = 0
    for name, literal in zip(program[::2], program[1::2], strict=True):
        combo = [0, 1, 2, 3, a, b, c, 0][literal]
        if name == 5:
            return combo % 8
        a = a >> 3 if name == 0 else a
        b = combo % 8 if name == 2 else b ^ (literal if name == 1 else c if name == 4 else 0)
        c = a >> combo if name == 7 else c
    raise AssertionError("a loop puts out")
