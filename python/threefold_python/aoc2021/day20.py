"""Trench Map: nine shifted images make an image of indices into the rule, and the void is one more pixel."""

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

Image = NDArray[np.bool_]

PIXELS = re.compile("[#.]+")
EXPECTED = "expected a row of pixels, each # or ., as long as all rows"


class Trench(NamedTuple):
    rule: Image
    image: Image


def parse(text: str) -> Trench:
    """What is the rule, and what is the image?"""
    (_, rule), *lines = numbered(text)
    if len(rule) != 512 or not PIXELS.fullmatch(rule):
        raise InvalidInput(1, "expected a rule of 512 pixels, each # or .")
    if not lines or lines[0][1]:
        raise InvalidInput(1 + len(lines[:1]), "expected an empty line after the rule")
    rows = lines[1:]
    if not rows:
        raise InvalidInput(2, EXPECTED)
    for number, row in rows:
        if len(row) != len(rows[0][1]) or not PIXELS.fullmatch(row):
            raise InvalidInput(number, EXPECTED)
    return Trench(pixels(rule), np.stack([pixels(row) for _, row in rows]))


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
