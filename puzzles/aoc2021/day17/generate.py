"""Makes target areas."""

from math import isqrt
from random import Random

OFFICIAL = 150
LIMIT = 1_000_000


def generate(rng: Random, size: int) -> str:
    """A target area that ends about ``size`` places to the right of the launch and as many below it.

    Small ones, up to some times the official size, may be on the left, around the launch's column, above the
    launch or at its height. In the last case the columns are between two triangular numbers, so that nobody
    comes to rest in them. That is how there is always an answer.
    """
    if size > LIMIT:
        raise ValueError("no coordinate beyond 1000000 is valid")
    size = max(1, size)
    left, right = _range(rng, size)
    top, bottom = (-number for number in _range(rng, size))
    if size <= 4 * OFFICIAL and rng.random() < 0.5:
        kind = rng.choice(["left", "around", "above", "level"])
        if kind == "left":
            left, right = -right, -left
        elif kind == "around":
            left = -rng.randint(0, size)
        elif kind == "above":
            bottom, top = -top, -bottom
        elif right > 1:
            row = max(1, (isqrt(8 * right + 1) - 1) // 2)
            first, last = row * (row + 1) // 2 + 1, (row + 1) * (row + 2) // 2 - 1
            if first <= last:
                left = rng.randint(first, last)
                right = rng.randint(left, last)
                top = rng.randint(0, size)
    return f"target area: x={left}..{right}, y={bottom}..{top}"


def _range(rng: Random, size: int) -> tuple[int, int]:
    """Two numbers in order: about ``size``, and half to all of it."""
    end = max(1, size - rng.randint(0, size // 20))
    return rng.randint(max(1, end // 2), end), end
