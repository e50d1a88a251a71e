"""Printing Department: the floor nine times, moved by one each way, tells every roll's neighbours at once."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from threefold_python.reading import grid

FEW = 4
MESSAGE = "expected a row of @ and . as long as the first, at most 2000 rows and columns"

Floor = NDArray[np.bool_]


def parse(text: str) -> Floor:
    """Where does a roll stand?"""
    rows = grid(text, "@.", 2000, MESSAGE)
    return np.array([[sign == "@" for sign in row] for row in rows])


def part1(rolls: Floor) -> int:
    """How many rolls can the forklift take as the map is?"""
    return int(reachable(rolls).sum())


def part2(rolls: Floor) -> int:
    """How many can it take in all?"""
    left = rolls
    while (some := reachable(left)).any():
        left = left & ~some
    return int(rolls.sum() - left.sum())


def reachable(rolls: Floor) -> Floor:
    """Which rolls have fewer than four others around them?"""
    around = sliding_window_view(np.pad(rolls, 1), (3, 3)).sum(axis=(2, 3))
    few: Floor = rolls & (around <= FEW)  # each roll counts itself
    return few
