"""Reindeer Olympics: a row of a table for each reindeer, a column for each second."""

import numpy as np
from numpy.typing import NDArray

from threefold_python.reading import numbers

SECONDS = 2503
COUNT = r"(0*[1-9]\d*)"
REINDEER = rf"[A-Za-z]+ can fly {COUNT} km/s for {COUNT} seconds, but then must rest for {COUNT} seconds\."
MESSAGE = (
    "expected a line as Dancer can fly 12 km/s for 4 seconds, but then must rest for 30 seconds., "
    "numbers from 1 to 999"
)


def parse(text: str) -> NDArray[np.int64]:
    """How far has each reindeer flown after each second?"""
    return np.array([distances(*counts) for counts in numbers(text, REINDEER, MESSAGE, 999)])


def distances(speed: int, flies: int, rests: int) -> NDArray[np.int64]:
    """How far has a reindeer flown after each second? Its speeds come again and again."""
    return np.cumsum(np.resize([speed] * flies + [0] * rests, SECONDS))


def part1(distances: NDArray[np.int64]) -> int:
    """How far has the reindeer flown that is ahead at the end?"""
    return int(distances[:, -1].max())


def part2(distances: NDArray[np.int64]) -> int:
    """At the end of how many seconds is the winner ahead, perhaps with others?"""
    ahead = distances == distances.max(axis=0)
    return int(ahead.sum(axis=1).max())
