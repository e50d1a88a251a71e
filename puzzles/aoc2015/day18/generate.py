"""Makes grids of lights."""

from math import isqrt
from random import Random


def generate(rng: Random, size: int) -> str:
    """About ``size`` lights in a grid that is about square, half of them on.

    Raises `ValueError` above a million.
    """
    if size > 1_000_000:
        raise ValueError("no grid larger than 1000 by 1000 is valid")
    height = isqrt(max(1, size))
    width = max(1, size) // height
    return "\n".join("".join(rng.choices(".#", k=width)) for _ in range(height))
