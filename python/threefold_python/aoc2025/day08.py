"""Playground: all pairs of boxes are sorted by distance, and circuits are sets that are joined."""

from collections.abc import Iterator
from itertools import islice
from math import prod

import numpy as np
from numpy.typing import NDArray

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbers

MOST = 10_000
STRINGS = 1000
MESSAGE = "expected three numbers as 1,2,3, from 0 to 99999, on at most 10000 lines"

Places = NDArray[np.int64]


def parse(text: str) -> Places:
    """Where is each box?"""
    boxes = []
    for number, place in enumerate(numbers(text, r"(\d+),(\d+),(\d+)", MESSAGE, 99_999), 1):
        if number > MOST:
            raise InvalidInput(number, MESSAGE)
        boxes.append(place)
    return np.array(boxes)


def part1(boxes: Places) -> int:
    """How large are the three largest circuits after 1000 strings, multiplied?"""
    circuits = [{box} for box in range(len(boxes))]
    for one, other in islice(strings(boxes), STRINGS):
        connect(circuits, one, other)
    different = {id(circuit): len(circuit) for circuit in circuits}
    return prod(sorted(different.values())[-3:])


def part2(boxes: Places) -> int:
    """Which string makes all boxes one circuit?"""
    circuits = [{box} for box in range(len(boxes))]
    for one, other in strings(boxes):
        if len(connect(circuits, one, other)) == len(boxes):
            return int(boxes[one, 0] * boxes[other, 0])
    raise NoAnswer("a single box needs no string")


def strings(boxes: Places) -> Iterator[tuple[int, int]]:
    """Which two boxes are closest, which two next, and so on? Of ties the first on the list come first."""
    pairs = [
        (((boxes[one + 1 :] - boxes[one]) ** 2).sum(axis=1) * MOST + one) * MOST
        + np.arange(one + 1, len(boxes))
        for one in range(len(boxes))
    ]
    in_order = np.concatenate(pairs)
    in_order.sort()
    return ((int(pair) // MOST % MOST, int(pair) % MOST) for pair in in_order)


def connect(circuits: list[set[int]], one: int, other: int) -> set[int]:
    """In which circuit are two boxes, by number, after they are connected?"""
    smaller, larger = sorted((circuits[one], circuits[other]), key=len)
    if smaller is not larger:
        larger |= smaller
        for box in smaller:
            circuits[box] = larger
    return larger
