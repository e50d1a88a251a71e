"""Makes maps of sea cucumbers that all come to rest."""

from math import isqrt
from random import Random

LARGEST = 1400


def generate(rng: Random, size: int) -> str:
    """About ``size`` locations, nearly as many in a column as in a row, and half of them taken.

    That the herds stop is certain: some cucumbers stand in a ring around the map in both directions, each
    waiting for the next one. None of them ever moves, and there is one in every row and in every column,
    which nobody gets past. So nobody moves for ever.
    """
    if size > LARGEST**2:
        raise ValueError("no more than 1400 by 1400 locations are valid")
    height = isqrt(size)
    width = min(size // height, LARGEST)
    places = [rng.choices(".>v", (2, 1, 1), k=width) for _ in range(height)]
    row, column = rng.randrange(height), rng.randrange(width)
    for cucumber in _ring(rng, width, height):
        places[row][column] = cucumber
        if cucumber == ">":
            column = (column + 1) % width
        else:
            row = (row + 1) % height
    return "\n".join(map("".join, places))


def _ring(rng: Random, width: int, height: int) -> list[str]:
    """The cucumbers of a way around the map and back to where it starts, each facing the next one.

    It goes south from the first row, at the end it comes to that row again in the last column, and between
    the two it is drawn by chance. So it crosses itself nowhere. Where a row or column is a single place, who
    stands there has itself ahead.
    """
    if width == 1:
        return [">"]
    if height == 1:
        return ["v"]
    between = [">"] * (width - 1) + ["v"] * (height - 2)
    rng.shuffle(between)
    return ["v", *between, "v", ">"]
