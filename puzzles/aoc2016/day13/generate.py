"""Makes numbers of offices."""

from random import Random

import numpy as np

SIDE = 64
MOST = 999_999
FEWEST = 9999  # six numbers in a thousand have a way
Y, X = np.indices((SIDE, SIDE))
SUMS = X * X + 3 * X + 2 * X * Y + Y + Y * Y
START, GOAL = (1, 1), (39, 31)  # row and column


def generate(rng: Random, size: int) -> str:
    """A number up to ``size``, or 9999 if that is less, with a way to the goal.

    Raises `ValueError` above 999999.
    """
    if size > MOST:
        raise ValueError(f"no number above {MOST} is valid")
    while not has_way(number := rng.randint(0, max(FEWEST, size))):
        pass
    return str(number)


def has_way(number: int) -> bool:
    """Is the goal in what a flood from the start reaches?"""
    if any((int(SUMS[place]) + number).bit_count() % 2 for place in (START, GOAL)):
        return False
    ones = SUMS + number
    for shift in (16, 8, 4, 2, 1):
        ones ^= ones >> shift
    width = SIDE + 1  # with a wall after each row
    is_open = np.zeros((SIDE, width), dtype=bool)
    is_open[:, :-1] = ones % 2 == 0
    office = int.from_bytes(np.packbits(is_open, axis=None, bitorder="little").tobytes(), "little")
    start, goal = (1 << width * row + column for row, column in (START, GOAL))
    before, reached = 0, start
    while reached != before and not reached & goal:
        before = reached
        reached |= (reached << 1 | reached >> 1 | reached << width | reached >> width) & office
    return bool(reached & goal)
