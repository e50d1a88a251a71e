"""Hoof It: every trail is walked."""

from collections.abc import Iterator

SIZES = range(1, 4000)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    rows = text.split("\n")
    walks = [
        list(walk(rows, x, y, 0)) for y, row in enumerate(rows) for x, sign in enumerate(row) if sign == "0"
    ]
    return str(sum(len(set(ends)) for ends in walks)), str(sum(len(ends) for ends in walks))


def walk(rows: list[str], x: int, y: int, height: int) -> Iterator[tuple[int, int]]:
    if height == 9:
        yield x, y
        return
    for across, down in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
        inside = 0 <= down < len(rows) and 0 <= across < len(rows[0])
        if inside and rows[down][across] == str(height + 1):
            yield from walk(rows, across, down, height + 1)
