"""Makes directions that lead to the basement and, most of them, up again."""

from random import Random

MOST = 1_000_000


def generate(rng: Random, size: int) -> str:
    """``size`` brackets; the basement is met for the first time in the first quarter or so."""
    if size > MOST:
        raise ValueError(f"no more than {MOST} brackets are valid")
    ups = rng.randint(0, (size - 1) // 8)
    signs = ["("] * ups + [")"] * (ups + 1)
    rng.shuffle(signs)
    # Of all rotations just one meets the basement only at its end: the one after the first lowest floor.
    floor = lowest = start = 0
    for place, sign in enumerate(signs, 1):
        floor += 1 if sign == "(" else -1
        if floor < lowest:
            lowest, start = floor, place
    rest = rng.choices("()", [52, 48], k=size - len(signs))
    return "".join(signs[start:] + signs[:start] + rest)
