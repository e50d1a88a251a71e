"""Code Chronicle: a lock and a key are the bits of two numbers, and fit if these have none in common."""

from typing import NamedTuple

from threefold_python.reading import Lines

MOST = 10_000
FORM = (
    "expected a row of five # or ., the first and the last all of one sign and not the same, "
    "where each column changes once, in at most 10000 schematics"
)


class Schematics(NamedTuple):
    """Which places are full, as bits of a number, in each lock and in each key?"""

    locks: list[int]
    keys: list[int]


def parse(text: str) -> Schematics:
    """Which locks are there, and which keys?"""
    found = Schematics([], [])

    def schematic(lines: Lines) -> None:
        """The next seven rows, as a lock or as a key."""
        count = len(found.locks) + len(found.keys)
        rows: list[str] = []

        def is_row(row: str) -> bool:
            """May it follow those above? Then it is kept."""
            rows.append(row)
            full = rows[0][0]  # what all columns begin with
            if len(rows) in (1, 7):
                return row == 5 * row[0] and (len(rows) == 1 or row[0] != full) and count < MOST
            return all(above in (full, here) for above, here in zip(rows[-2], row, strict=True))

        for _ in range(7):
            lines.line("([#.]{5})", FORM, valid=is_row)
        kind = found.locks if rows[0] == "#####" else found.keys
        kind.append(int("".join(rows).replace("#", "1").replace(".", "0"), 2))

    Lines(text).blocks(schematic)
    return found


def part1(schematics: Schematics) -> int:
    """How many pairs of a lock and a key overlap nowhere?"""
    return sum(not lock & key for lock in schematics.locks for key in schematics.keys)
