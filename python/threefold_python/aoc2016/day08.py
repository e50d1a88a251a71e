"""Two-Factor Authentication: an array of pixels whose rows and columns are rolled."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from threefold_python.reading import Lines

WIDTH, HEIGHT = 50, 6
FORM = "expected rect 3x2, rotate row y=0 by 4 or rotate column x=1 by 1, on 50 columns and 6 rows"


class Operation(NamedTuple):
    kind: str  # rect, row or column
    first: int  # the width, the row or the column
    second: int  # the height, or how far


def parse(text: str) -> list[Operation]:
    """What is to be done?"""
    lines = Lines(text)
    form = r"(rect |rotate row y=|rotate column x=)(\d+)(x| by )(\d+)"
    operations = []
    while not lines.is_done():
        start, first, _, second = lines.line(form, FORM, WIDTH, is_valid)
        operations.append(Operation(start.split()[-2 if "=" in start else -1], int(first), int(second)))
    return operations


def is_valid(start: str, first: str, middle: str, second: str) -> bool:
    """Is it on the screen, and less than a whole turn?"""
    if start == "rect ":
        return middle == "x" and 1 <= int(first) <= WIDTH and 1 <= int(second) <= HEIGHT
    places, turn = (HEIGHT, WIDTH) if "row" in start else (WIDTH, HEIGHT)
    return middle == " by " and int(first) < places and int(second) < turn


def part1(operations: list[Operation]) -> int:
    """How many pixels are lit?"""
    return int(screen(operations).sum())


def part2(operations: list[Operation]) -> str:
    """What does the screen show?"""
    return "\n".join("".join("#" if pixel else "." for pixel in row) for row in screen(operations))


def screen(operations: list[Operation]) -> NDArray[np.bool_]:
    """Which pixels are lit after these operations?"""
    pixels = np.zeros((HEIGHT, WIDTH), dtype=bool)
    for kind, first, second in operations:
        match kind:
            case "rect":
                pixels[:second, :first] = True
            case "row":
                pixels[first] = np.roll(pixels[first], second)
            case _:
                pixels[:, first] = np.roll(pixels[:, first], second)
    return pixels
