"""Makes labs with long routes: obstructions in the guard's way stay if he walks farther, and leaves."""

from math import isqrt
from random import Random

LIMIT = 500


def generate(rng: Random, size: int) -> str:
    """A lab of about ``size`` positions, a square in which about one in twenty-five has an obstruction.

    A small one may be a rectangle. Raises `ValueError` beyond 500 by 500 positions.
    """
    if size > LIMIT**2:
        raise ValueError("no more than 500 by 500 positions are valid")
    side = isqrt(size)
    width, height = (side, side) if side > 4 else (rng.randint(1, side + 1), rng.randint(1, side + 1))
    rows = [["#" if rng.random() < 0.03 else "." for _ in range(width)] for _ in range(height)]
    # Who starts in the first row leaves at once, so one of these starts does.
    starts = [(rng.randrange(width), 0), *((rng.randrange(width), rng.randrange(height)) for _ in range(9))]
    for x, y in starts:
        rows[y][x] = "."
    x, y = max(starts, key=lambda start: len(walk(rows, *start)))
    route = walk(rows, x, y)
    for _ in range(400 if size < 20_000 else 150):
        across, down = rng.choice(route[-side:])  # near its end, so that most of it stays
        if (across, down) != (x, y):
            rows[down][across] = "#"
            longer = walk(rows, x, y)
            if len(longer) > len(route):
                route = longer
            else:
                rows[down][across] = "."
    rows[y][x] = "^"
    return "\n".join(map("".join, rows))


def walk(rows: list[list[str]], x: int, y: int) -> list[tuple[int, int]]:
    """Where does the guard come? Nowhere, if he walks for ever or too far."""
    dx, dy = 0, -1
    route = [(x, y)]
    while len(route) < len(rows) * len(rows[0]) // 2 + 9:
        across, down = x + dx, y + dy
        if not (0 <= down < len(rows) and 0 <= across < len(rows[0])):
            return route
        if rows[down][across] == "#":
            dx, dy = -dy, dx
        else:
            x, y = across, down
        route.append((x, y))
    return []
