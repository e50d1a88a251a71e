"""Restroom Redoubt: a picture is where robots are close together, and columns know nothing of rows."""

from collections import Counter
from math import prod

import numpy as np
import numpy.typing as npt

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbers

Array = npt.NDArray[np.int64]

WIDE, HIGH = 101, 103
MOST = 50_000
FORM = (
    "expected a robot as p=7,8 v=9,-6 with a tile of 101 by 103, a velocity to 999, and 50000 robots at most"
)


def parse(text: str) -> Array:
    """Where are the robots, and how far do they move in a second, to the right and down?"""
    robots = []
    for robot in numbers(text, r"p=(\d+),(\d+) v=(-?\d+),(-?\d+)", FORM, 999):
        robots.append(robot)
        if robot[0] >= WIDE or robot[1] >= HIGH or len(robots) > MOST:
            raise InvalidInput(len(robots), FORM)
    return np.array(robots, np.int64).T


def part1(robots: Array) -> int:
    """What is the product of the numbers of robots in the quadrants after 100 seconds?"""
    x, y, right, down = robots
    columns = np.sign((x + 100 * right) % WIDE - WIDE // 2)
    rows = np.sign((y + 100 * down) % HIGH - HIGH // 2)
    quadrants = Counter(zip(columns.tolist(), rows.tolist(), strict=True))
    return prod(quadrants[side, half] for side in (-1, 1) for half in (-1, 1))


def part2(robots: Array) -> int:
    """When are robots closest together, both in columns and in rows?"""
    x, y, right, down = robots
    column_second = closest([spread((x + second * right) % WIDE) for second in range(WIDE)])
    row_second = closest([spread((y + second * down) % HIGH) for second in range(HIGH)])
    return next(second for second in range(column_second, WIDE * HIGH, WIDE) if second % HIGH == row_second)


def spread(places: Array) -> int:
    """What is the sum over all pairs of their squared distance?"""
    return len(places) * int(places @ places) - int(places.sum()) ** 2


def closest(spreads: list[int]) -> int:
    """In which second is the spread least?"""
    least = min(spreads)
    if spreads.count(least) > 1:
        raise NoAnswer("no second stands out")
    return spreads.index(least)
