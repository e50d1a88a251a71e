"""Makes mazes with eight points."""

from math import sqrt
from random import Random

MOST_ROWS, MOST_COLUMNS = 450, 1800
OPEN = 0.63  # so many of the walls between two rooms are left out


def generate(rng: Random, size: int) -> str:
    """A maze of about ``size`` cells, at least 45, with eight points that can be reached.

    Rooms are at odd rows and columns, and 4.4 times as many in a row as in a column. A few of them may be
    walled in. Raises `ValueError` above 450 rows or 1800 columns.
    """
    down = max(2, round(sqrt(size / 4.4) / 2))
    across = max(4, round((size / (2 * down + 1) - 1) / 2))
    if 2 * down + 1 > MOST_ROWS or 2 * across + 1 > MOST_COLUMNS:
        raise ValueError(f"no more than {MOST_ROWS} rows of {MOST_COLUMNS} cells are valid")
    while True:
        rows = maze(rng, down, across)
        found = reached(rows, (2 * rng.randrange(down) + 1, 2 * rng.randrange(across) + 1))
        if 2 * len(found) >= down * across and len(found) >= 8:
            break
    for number, (row, column) in enumerate(rng.sample(sorted(found), 8)):
        rows[row][column] = str(number)
    return "\n".join(map("".join, rows))


def maze(rng: Random, down: int, across: int) -> list[list[str]]:
    """Rooms, of which neighbours are connected with a certain chance."""
    rows = [["#"] * (2 * across + 1) for _ in range(2 * down + 1)]
    for row in range(1, 2 * down, 2):
        for column in range(1, 2 * across, 2):
            rows[row][column] = "."
            if column > 1 and rng.random() < OPEN:
                rows[row][column - 1] = "."
            if row > 1 and rng.random() < OPEN:
                rows[row - 1][column] = "."
    return rows


def reached(rows: list[list[str]], start: tuple[int, int]) -> set[tuple[int, int]]:
    """The rooms to which there is a way from one."""
    found = {start}
    waiting = [start]
    while waiting:
        row, column = waiting.pop()
        for down, right in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            room = row + 2 * down, column + 2 * right
            if rows[row + down][column + right] == "." and room not in found:
                found.add(room)
                waiting.append(room)
    return found
