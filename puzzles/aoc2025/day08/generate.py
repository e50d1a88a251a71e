"""Makes places of junction boxes."""

from math import isqrt
from random import Random

LARGEST = 99_999


def generate(rng: Random, size: int) -> str:
    """As many boxes as have about ``size`` pairs, two or more, all over a cube.

    In one of ten inputs the cube is so small that many pairs are equally far apart.
    """
    boxes = max(2, (1 + isqrt(1 + 8 * size)) // 2)
    if boxes > 10_000:
        raise ValueError("no more than 10000 boxes are valid")
    largest = LARGEST if rng.random() < 0.9 else min(LARGEST, 1 + isqrt(boxes))
    return "\n".join(",".join(str(rng.randint(0, largest)) for _ in range(3)) for _ in range(boxes))
