"""I Was Told There Would Be No Math: sides in order, so that the first two make the smallest face."""

from typing import NamedTuple

from threefold.contract import InvalidInput
from threefold_python.reading import numbers

MESSAGE = "expected three numbers as 2x3x4, from 1 to 1000, on at most 100000 lines"
MOST = 100_000
SIDE = r"(0*[1-9]\d*)"


class Box(NamedTuple):
    small: int
    middle: int
    large: int


def parse(text: str) -> list[Box]:
    """How large is each box?"""
    boxes = []
    for number, sides in enumerate(numbers(text, f"{SIDE}x{SIDE}x{SIDE}", MESSAGE, 1000), 1):
        if number > MOST:
            raise InvalidInput(number, MESSAGE)
        boxes.append(Box(*sorted(sides)))
    return boxes


def part1(boxes: list[Box]) -> int:
    """How much paper do all boxes need?"""
    return sum(map(paper, boxes))


def part2(boxes: list[Box]) -> int:
    """How much ribbon do all boxes need?"""
    return sum(map(ribbon, boxes))


def paper(box: Box) -> int:
    """How much paper does a box need: all faces twice, and the smallest once more?"""
    small, middle, large = box
    return 2 * (small * middle + middle * large + large * small) + small * middle


def ribbon(box: Box) -> int:
    """How much ribbon does a box need, around its smallest face and for the bow?"""
    small, middle, large = box
    return 2 * (small + middle) + small * middle * large
