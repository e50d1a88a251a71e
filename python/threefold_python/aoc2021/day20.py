"""Trench Map: nine shifted images make an image of indices into the rule, and the void is one more pixel."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

Image = NDArray[np.bool_]

LIMIT = 1000


class Trench(NamedTuple):
    rule: Image
    image: Image


def parse(text: str) -> Trench:
    """What is the rule, and what is the image?"""
    lines = Lines(text)
    (rule,) = lines.line("([#.]{512})", "expected a rule of 512 pixels, each # or .")
    lines.blank("expected an empty line after the rule")
    message = f"expected 1 to {LIMIT} rows of 1 to {LIMIT} pixels, each # or ., equally long"
    rows = list(lines.line(f"([#.]{{1,{LIMIT}}})", message))
    while not lines.is_done():
        if len(rows) == LIMIT:
            raise lines.fault(message)
        rows += lines.line(f"([#.]{{{len(rows[0])}}})", message)
    return Trench(pixels(rule), np.stack([pixels(row) for row in rows]))


def pixels(row: str) -> Image:
    """Which pixels are light?"""
    return np.array(np.frombuffer(row.encode(), dtype=np.uint8) == ord("#"))


def part1(trench: Trench) -> int:
    """How many pixels are light after two steps?"""
    return lit(trench, 2)


def part2(trench: Trench) -> int:
    """How many pixels are light after fifty steps?"""
    return lit(trench, 50)


def lit(trench: Trench, steps: int) -> int:
    """How many pixels are light after so many steps?"""
    rule, image = trench
    void = 0
    for _ in range(steps):
        image = rule[neighbourhoods(np.pad(image, 2, constant_values=void))]
        void = rule[511 * void]
    if void:
        raise NoAnswer("infinitely many pixels are light")
    return int(np.count_nonzero(image))


def neighbourhoods(image: Image) -> NDArray[np.uint16]:
    """Which number do the three by three pixels around each one make, for all but those at the edge?"""
    height, width = image.shape
    number = np.zeros((height - 2, width - 2), dtype=np.uint16)
    for y in range(3):
        for x in range(3):
            number = 2 * number + image[y : y + height - 2, x : x + width - 2]
    return number
