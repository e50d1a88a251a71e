"""Warehouse Woes: boxes in the way are lifted, and put down a step further if nothing was in theirs.

The columns of a row are the bits of a number. A box is one of them, its left one where it is wide.
"""

from typing import NamedTuple

from threefold_python.reading import Lines

MOST, MOST_MOVES = 64, 40_000
ROW = (
    "expected a row of #, . and O as long as the first, at most 64, with walls around and one @, "
    "in at most 64 rows"
)
BLANK = "expected an empty line, after a row of walls, and with one @ above"
MOVES = "expected moves <, >, ^ and v, at most 40000 in all lines"
STEPS = {"<": (0, -1), ">": (0, 1), "^": (-1, 0), "v": (1, 0)}


class Warehouse(NamedTuple):
    """Its rows, and what the robot does."""

    rows: list[str]
    moves: str


def parse(text: str) -> Warehouse:
    """Where are walls, boxes and the robot, and which moves does it make?"""
    lines = Lines(text)
    rows: list[str] = []
    counts = [0]

    def is_row(row: str) -> bool:
        """May it follow the rows so far? Then it is kept."""
        rows.append(row)
        is_walled = set(row) == {"#"} or (len(rows) > 1 and row[0] == row[-1] == "#")
        is_sized = 3 <= len(row) == len(rows[0]) <= MOST and len(rows) <= MOST
        return is_walled and is_sized and "".join(rows).count("@") <= 1

    def is_line(moves: str) -> bool:
        """Are there not too many?"""
        counts.append(counts[-1] + len(moves))
        return counts[-1] <= MOST_MOVES

    lines.block("([#.O@]+)", ROW, valid=is_row)
    lines.line("", BLANK, valid=lambda: set(rows[-1]) == {"#"} and "@" in "".join(rows))
    moves = lines.block("([<>^v]+)", MOVES, valid=is_line)
    lines.end()
    return Warehouse(rows, "".join(line for (line,) in moves))


def part1(warehouse: Warehouse) -> int:
    """What is the sum of all boxes' coordinates after the moves?"""
    return coordinates(warehouse, wide=0)


def part2(warehouse: Warehouse) -> int:
    """And if everything but the robot is twice as wide?"""
    return coordinates(warehouse, wide=1)


def coordinates(warehouse: Warehouse, wide: int) -> int:
    """Where are boxes after the moves? Each takes its own column, and that ``wide`` to the right of it."""

    def columns(row: str, sign: str) -> int:
        return sum(1 << (1 + wide) * x for x, here in enumerate(row) if here == sign)

    walls, boxes, robots = ([columns(row, sign) for row in warehouse.rows] for sign in "#O@")
    walls = [row | row << wide for row in walls]
    y, robot = next((y, row) for y, row in enumerate(robots) if row)
    for move in warehouse.moves:
        down, right = STEPS[move]
        lifted = []
        row, taken = y + down, shifted(robot, right)
        while not (is_blocked := taken & walls[row]) and (hit := boxes[row] & (taken | taken >> wide)):
            boxes[row] ^= hit
            lifted.append((row, hit))
            row, taken = row + down, shifted(hit | hit << wide, right)
        if is_blocked:
            down = right = 0
        for row, hit in lifted:
            boxes[row + down] |= shifted(hit, right)
        y, robot = y + down, shifted(robot, right)
    return sum(100 * y + x for y, row in enumerate(boxes) for x in range(row.bit_length()) if row >> x & 1)


def shifted(columns: int, right: int) -> int:
    """Which columns are these after a step to the right, to the left, or none?"""
    return columns << right if right >= 0 else columns >> -right
