"""Smoke Basin: a low point is below the map moved by one, whichever way; a basin is a flood."""

import sys
from collections.abc import Iterator
from heapq import nlargest
from math import prod

import numpy as np
from numpy.typing import NDArray

from threefold.contract import NoAnswer
from threefold_python.reading import grid

HIGHEST = 9

Map = NDArray[np.uint8]


def parse(text: str) -> Map:
    """How high is each location?"""
    rows = grid(text, "0123456789", sys.maxsize, "expected a row of digits, as long as the first")
    return np.frombuffer("".join(rows).encode(), np.uint8).reshape(len(rows), -1) - ord("0")


def part1(heights: Map) -> int:
    """What is the sum of the low points' risk levels?"""
    around = np.pad(heights, 1, constant_values=HIGHEST + 1)
    neighbours = around[1:-1, :-2], around[1:-1, 2:], around[:-2, 1:-1], around[2:, 1:-1]
    low_points = heights[heights < np.minimum.reduce(neighbours)]
    return int(np.sum(low_points + 1, dtype=np.int64))


def part2(heights: Map) -> int:
    """What is the product of the sizes of the three largest basins?"""
    largest = nlargest(3, basin_sizes(heights))
    if len(largest) < 3:
        raise NoAnswer("there are fewer than three basins")
    return prod(largest)


def basin_sizes(heights: Map) -> Iterator[int]:
    """How many locations does each basin have?"""
    floor = np.pad(heights < HIGHEST, 1)
    width = floor.shape[1]
    dry = bytearray(floor)  # row after row: 1 where smoke could flow and is not yet
    start = 0
    while (start := dry.find(1, start)) >= 0:
        basin = [start]
        dry[start] = 0
        for place in basin:  # which grows meanwhile
            for neighbour in (place - 1, place + 1, place - width, place + width):
                if dry[neighbour]:
                    dry[neighbour] = 0
                    basin.append(neighbour)
        yield len(basin)
