"""Let It Snow: how many codes come before, and a power modulo a prime."""

from typing import NamedTuple

from threefold_python.reading import Lines

MESSAGE = "expected words and then row 12, column 34. with numbers from 1 to 999999999"
LARGEST = 999_999_999
FIRST, FACTOR, MODULUS = 20151125, 252533, 33554393


class Cell(NamedTuple):
    row: int
    column: int


def parse(text: str) -> Cell:
    """Which cell of the table is asked for?"""
    lines = Lines(text)
    row, column = lines.line(
        r"[A-Za-z ,.]*row (\d+), column (\d+)\.", MESSAGE, LARGEST, lambda *cell: min(map(int, cell)) > 0
    )
    lines.end()
    return Cell(int(row), int(column))


def part1(cell: Cell) -> int:
    """Which code is there?"""
    return FIRST * pow(FACTOR, codes_before(cell), MODULUS) % MODULUS


def codes_before(cell: Cell) -> int:
    """How many codes come before? Those of all shorter diagonals, and those to the left on its own."""
    diagonals = cell.row + cell.column - 2
    return diagonals * (diagonals + 1) // 2 + cell.column - 1
