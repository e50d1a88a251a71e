"""Makes gardens."""

from math import isqrt
from random import Random
from string import ascii_uppercase

LIMIT = 1400


def generate(rng: Random, size: int) -> str:
    """About ``size`` plots: rectangles over each other, with single plots in between.

    Raises `ValueError` above 1400 by 1400 plots.
    """
    if size > LIMIT**2:
        raise ValueError("no more than 1400 by 1400 plots are valid")
    width = isqrt(size)
    height = min(size // width, LIMIT)
    signs = "".join(rng.sample(ascii_uppercase, 26 if size > 100 else rng.randint(2, 5))).encode()
    rows = [bytearray(rng.choices(signs, k=width)) for _ in range(height)]
    for _ in range(size // 6):
        left, top, sign = rng.randrange(width), rng.randrange(height), bytes([rng.choice(signs)])
        for row in rows[top : top + rng.randint(1, 7)]:
            start = max(0, left - rng.randint(0, 1))
            end = min(width, left + rng.randint(1, 7))
            row[start:end] = sign * (end - start)
    for _ in range(size // 99):
        rows[rng.randrange(height)][rng.randrange(width)] = rng.choice(signs)
    return "\n".join(row.decode() for row in rows)
