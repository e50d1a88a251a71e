"""Squares With Three Sides: an array of lengths in threes, which part 2 turns block by block."""

import numpy as np
from numpy.typing import NDArray

from threefold.contract import InvalidInput
from threefold_python.reading import numbers

Sides = NDArray[np.int16]  # a row of three for each triangle


def parse(text: str) -> Sides:
    """Which lengths are in each line?"""
    form = r" *(\d+) +(\d+) +(\d+)"
    lines = list(numbers(text, form, "expected three lengths from 0 to 999 with spaces between", most=999))
    if len(lines) % 3:
        raise InvalidInput(len(lines), "expected lines in threes")
    return np.array(lines, dtype=np.int16)


def part1(lines: Sides) -> int:
    """How many lines can be triangles?"""
    one, other, third = lines.T
    possible = (one + other > third) & (other + third > one) & (third + one > other)
    return int(np.count_nonzero(possible))


def part2(lines: Sides) -> int:
    """How many can be, if each three lines are read by columns?"""
    blocks = lines.reshape(-1, 3, 3)
    return part1(blocks.transpose(0, 2, 1).reshape(-1, 3))
