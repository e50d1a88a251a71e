"""Like a Rogue: a row is a number, a bit for each tile."""

from typing import NamedTuple

from threefold_python.reading import single


class Row(NamedTuple):
    width: int
    traps: int


def parse(text: str) -> Row:
    """Where are the first row's traps?"""
    (tiles,) = single(text, r"([.^]{1,10000})", "expected 1 to 10000 tiles, . or ^")
    return Row(len(tiles), int(tiles.translate({ord("."): "0", ord("^"): "1"}), 2))


def part1(row: Row) -> int:
    """How many tiles are safe in 40 rows?"""
    return safe(row, 40)


def part2(row: Row) -> int:
    """And in 400000?"""
    return safe(row, 400_000)


def safe(row: Row, rows: int) -> int:
    """How many tiles are safe in so many rows? One is a trap if there is a trap above on just one side."""
    width, traps = row
    floor = 2**width - 1
    found = 0
    for _ in range(rows):
        found += traps.bit_count()
        traps = (traps << 1 ^ traps >> 1) & floor
    return rows * width - found
