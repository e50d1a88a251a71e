"""Makes target areas."""

from math import isqrt
from random import Random

LIMIT = 20_000


def generate(rng: Random, size: int) -> str:
    """A target area that ends about ``size`` places below the launch, and about as many to its right.

    As officially, a shot can come to rest in its columns.
    """
    if size > LIMIT:
        raise ValueError("no coordinate beyond 20000 is valid")
    size = max(1, size)
    bottom = max(1, size - rng.randint(0, size // 3))
    top = rng.randint(max(1, bottom // 2), bottom)
    speed = rng.randint(isqrt(size), isqrt(2 * size))
    rest = speed * (speed + 1) // 2
    left = rng.randint(max(1, rest - size // 6), rest)
    right = min(LIMIT, rng.randint(rest, rest + size // 6))
    return f"target area: x={left}..{right}, y={-bottom}..{-top}"
