"""Makes caves."""

from math import isqrt
from random import Random

LIMIT = 1000


def generate(rng: Random, size: int) -> str:
    """A cave of about ``size`` positions: a square of random risks, 9 more often than others.

    A small one may be a rectangle. Raises `ValueError` beyond 1000 by 1000 positions.
    """
    if size > LIMIT**2:
        raise ValueError("no more than 1000 by 1000 positions are valid")
    side = max(1, isqrt(size))
    width, height = (side, side) if side > 3 else (rng.randint(1, side + 1), rng.randint(1, side + 1))
    rows = ("".join(rng.choices("123456789", [3, 2, 2, 2, 2, 2, 3, 4, 6], k=width)) for _ in range(height))
    return "\n".join(rows)
