"""Makes lines of vents."""

from math import isqrt
from random import Random

SIDE = 10000
POINTS_A_LINE = 2000


def generate(rng: Random, size: int) -> str:
    """``size`` lines of any length, horizontal, vertical and diagonal ones, as dense as officially.

    The floor grows with the number of lines: 500 have 1000 by 1000 points.
    """
    size = max(1, size)
    last = min(isqrt(POINTS_A_LINE * size), SIDE) - 1
    return "\n".join(_line(rng, last) for _ in range(size))


def _line(rng: Random, last: int) -> str:
    start, end = rng.randint(0, last), rng.randint(0, last)
    direction = rng.choice("-|/")
    if direction == "/":
        low = rng.randint(0, last - abs(end - start))
        high = low + abs(end - start)
        y1, y2 = rng.choice([(low, high), (high, low)])
        return f"{start},{y1} -> {end},{y2}"
    place = rng.randint(0, last)
    return f"{start},{place} -> {end},{place}" if direction == "-" else f"{place},{start} -> {place},{end}"
