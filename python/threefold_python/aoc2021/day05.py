"""Hydrothermal Venture: on a floor stored row after row, every straight line is a slice with a step."""

from typing import NamedTuple

import numpy as np

from threefold.contract import InvalidInput
from threefold_python.reading import numbers

LIMIT = 9999


class Line(NamedTuple):
    x1: int
    y1: int
    x2: int
    y2: int

    @property
    def width(self) -> int:
        return abs(self.x2 - self.x1)

    @property
    def height(self) -> int:
        return abs(self.y2 - self.y1)

    def points(self, side: int) -> slice:
        """Where on a floor of that side are the line's points? Any two neighbours are equally far apart."""
        first, last = sorted((self.x1 + side * self.y1, self.x2 + side * self.y2))
        step = (last - first) // max(self.width, self.height, 1)
        return slice(first, last + 1, step or 1)


def parse(text: str) -> list[Line]:
    """Between which ends does each line of vents run?"""
    message = f"expected a straight line as x1,y1 -> x2,y2, none above {LIMIT}"
    lines: list[Line] = []
    for ends in numbers(text, r"(\d+),(\d+) -> (\d+),(\d+)", message, LIMIT):
        line = Line(*ends)
        if line.width and line.height and line.width != line.height:
            raise InvalidInput(len(lines) + 1, message)
        lines.append(line)
    return lines


def part1(lines: list[Line]) -> int:
    """How many points do two or more horizontal or vertical lines cover?"""
    return crowded([line for line in lines if not (line.width and line.height)])


def part2(lines: list[Line]) -> int:
    """How many points do two or more lines of any direction cover?"""
    return crowded(lines)


def crowded(lines: list[Line]) -> int:
    """How many points of the floor do two or more lines cover?"""
    side = 1 + max(map(max, lines), default=0)
    floor = np.zeros(side * side, dtype=np.min_scalar_type(len(lines)))  # room for all lines at once
    for line in lines:
        floor[line.points(side)] += 1
    return int(np.count_nonzero(floor > 1))
