"""Like a GIF For Your Yard: the set of lights that are on, and who is next to each."""

from collections import Counter

SIZES = (*range(1, 13), 20, 30, 30, 64, 65, 150, 1000)


def solve(text: str) -> tuple[str, str]:
    rows = text.split("\n")
    height, width = len(rows), len(rows[0])
    start = {(x, y) for y, row in enumerate(rows) for x, sign in enumerate(row) if sign == "#"}
    corners = {(x, y) for x in (0, width - 1) for y in (0, height - 1)}
    return str(lit(start, set(), width, height)), str(lit(start, corners, width, height))


def lit(on: set[tuple[int, int]], stuck: set[tuple[int, int]], width: int, height: int) -> int:
    on = on | stuck
    for _ in range(100):
        near = Counter((x + right, y + down) for x, y in on for right in (-1, 0, 1) for down in (-1, 0, 1))
        on = stuck | {
            (x, y)
            for (x, y), seen in near.items()
            if 0 <= x < width and 0 <= y < height
            if seen == 3 or (seen == 4 and (x, y) in on)  # a light sees itself, too
        }
    return len(on)
