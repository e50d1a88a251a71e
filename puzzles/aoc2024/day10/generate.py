"""Makes maps of hills."""

from math import isqrt
from random import Random

LIMIT = 600


def generate(rng: Random, size: int) -> str:
    """About ``size`` places: random heights, through which trails are laid, many of them over others.

    Raises `ValueError` above 600 by 600 places.
    """
    if size > LIMIT**2:
        raise ValueError("no more than 600 by 600 places are valid")
    width = isqrt(size)
    height = min(size // width, LIMIT)
    rows = [rng.choices("0123456789", k=width) for _ in range(height)]
    for _ in range(size // 12):
        x, y = rng.randrange(width), rng.randrange(height)
        ahead = rng.choice(((1, 1), (1, -1), (-1, 1), (-1, -1)))
        for step in "0123456789":
            rows[y][x] = step
            if rng.random() < 0.5:
                x = min(max(x + ahead[0], 0), width - 1)
            else:
                y = min(max(y + ahead[1], 0), height - 1)
    return "\n".join(map("".join, rows))
