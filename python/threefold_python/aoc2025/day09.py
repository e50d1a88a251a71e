"""Movie Theater: like rows and columns are one cell, and sums of what is outside answer for any rectangle."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from threefold.contract import InvalidInput
from threefold_python.reading import numbers

MOST = 5_000
CORNER = "expected two numbers as 1,2, from 0 to 99999, where the line before turns, at most 5000 in all"
LOOP = "expected a loop that turns at each red tile and does not meet itself"

Tiles = NDArray[np.int64]


class Floor(NamedTuple):
    red: Tiles  # a row for x, one for y
    cells: Tiles  # the same by cells: single rows and columns with red tiles, and what is between them
    green: NDArray[np.bool_]  # is a cell on the loop?


def parse(text: str) -> Floor:
    """Which tiles are red, and which does the loop go over?"""
    red: list[tuple[int, ...]] = []
    for number, tile in enumerate(numbers(text, r"(\d+),(\d+)", CORNER, 99_999), 1):
        if number > MOST or not turns([*red[-2:], tile]):
            raise InvalidInput(number, CORNER)
        red.append(tile)
    tiles = np.array(red).T
    cells = np.array([np.searchsorted(np.unique([axis, axis + 1]), axis) for axis in tiles])
    often = np.zeros(cells.max(axis=1) + 2, np.int16)
    for (x1, y1), (x2, y2) in sides(cells):
        often[x1 : x2 + 1, y1 : y2 + 1] += 1
    often[*cells] -= 1
    if not turns([*red[-2:], *red[:2]]) or often.max() > 1:
        raise InvalidInput(len(red), LOOP)
    return Floor(tiles, cells, often > 0)


def turns(tiles: list[tuple[int, ...]]) -> bool:
    """Does a line go straight from each tile to the next, and turn there?"""
    steps = [[a != b for a, b in zip(one, other, strict=True)] for one, other in pairwise(tiles)]
    return all(sum(step) == 1 for step in steps) and all(one != other for one, other in pairwise(steps))


def sides(cells: Tiles) -> list[Tiles]:
    """Which lines make the loop? Of each, the lower end and the upper."""
    return list(np.sort(np.stack([cells.T, np.roll(cells, -1, axis=1).T], axis=1), axis=1))


def part1(floor: Floor) -> int:
    """How large is the largest rectangle?"""
    return largest(floor, np.zeros_like(floor.green))


def part2(floor: Floor) -> int:
    """How large is the largest one without tiles outside of the loop?"""
    crossed = np.zeros_like(floor.green)
    for (x1, y1), (x2, y2) in sides(floor.cells):
        if x1 == x2:
            crossed[x1, y1:y2] ^= True
    inside = np.logical_xor.accumulate(crossed, axis=0)
    return largest(floor, ~floor.green & ~inside)


def largest(floor: Floor, unfit: NDArray[np.bool_]) -> int:
    """How large is the largest rectangle between two red tiles without unfit cells in it?"""
    before = np.pad(unfit.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32), (1, 0))
    found = 0
    for red, cell in zip(floor.red.T, floor.cells.T, strict=True):
        (x1, y1), (x2, y2) = (
            np.minimum(cell[:, None], floor.cells),
            np.maximum(cell[:, None], floor.cells) + 1,
        )
        fit = before[x2, y2] - before[x1, y2] - before[x2, y1] + before[x1, y1] == 0
        areas = (abs(floor.red - red[:, None]) + 1).prod(axis=0)
        found = max(found, int(areas[fit].max()))
    return found
