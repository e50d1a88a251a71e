"""Makes caves."""

from math import isqrt
from random import Random

LIMIT = 1000


def generate(rng: Random, size: int) -> str:
    """A cave of about ``size`` positions: a square of random risks, 9 more often than others.

    A small one may be a rectangle. It is never larger than the largest allowed.
    """
    side = min(max(1, isqrt(size)), LIMIT)
    width, height = (side, side) if side > 3 else (rng.randint(1, side + 1), rng.randint(1, side + 1))
    rows = ("".join(rng.choices("123456789", [3, 2, 2, 2, 2, 2, 3, 4, 6], k=width)) for _ in range(height))
    return "\n".join(rows)
