"""Makes mazes of narrow ways, some with many best paths."""

from math import isqrt
from random import Random

MOST = 300


def generate(rng: Random, size: int) -> str:
    """A maze of about ``size`` positions, at least 15, and a way from S to E.

    Rooms are at odd rows and columns. Raises `ValueError` above 300 rows.
    """
    down = max(1, (isqrt(size) - 1) // 2)
    across = max(2, (size // (2 * down + 1) - 1) // 2)
    if 2 * max(down, across) + 1 > MOST:
        raise ValueError(f"no more than {MOST} rows of {MOST} positions are valid")
    rows = [["#"] * (2 * across + 1) for _ in range(2 * down + 1)]
    first = (2 * rng.randrange(down) + 1, 2 * rng.randrange(across) + 1)
    rows[first[0]][first[1]] = "."
    rooms, trail = [first], [first]
    while trail:
        row, column = trail[-1]
        doors = [(row, column + 1), (row, column - 1), (row + 1, column), (row - 1, column)]
        beyond = [(2 * y - row, 2 * x - column) for y, x in doors]
        fresh = [
            (door, room)
            for door, room in zip(doors, beyond, strict=True)
            if 0 < room[0] <= 2 * down and 0 < room[1] <= 2 * across and rows[room[0]][room[1]] == "#"
        ]
        if not fresh:
            trail.pop()
            continue
        for y, x in (pair := rng.choice(fresh)):
            rows[y][x] = "."
        rooms.append(pair[1])
        trail.append(pair[1])
    share = rng.choice((0.05, 0.2, 0.9))  # of the other walls that are left out
    for row in range(1, 2 * down):
        for column in range(1, 2 * across):
            if (row + column) % 2 and rng.random() < share:
                rows[row][column] = "."
    corners = (2 * down - 1, 1), (1, 2 * across - 1)
    usual = size > 5000 and corners[0] != corners[1]
    for sign, (row, column) in zip("SE", corners if usual else rng.sample(rooms, 2), strict=True):
        rows[row][column] = sign
    return "\n".join(map("".join, rows))
