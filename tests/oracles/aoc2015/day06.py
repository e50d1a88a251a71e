"""Probably a Fire Hazard: what happens to one light of each rectangle between borders."""

from itertools import pairwise

SIZES = (*range(1, 13), 20, 30, 60)


def solve(text: str) -> tuple[str, str]:
    instructions = []
    for line in text.split("\n"):
        what, first, _, last = line.removeprefix("turn ").split(" ")
        left, top = map(int, first.split(","))
        right, bottom = map(int, last.split(","))
        instructions.append((what, left, top, right + 1, bottom + 1))
    across = sorted({x for _, left, _, right, _ in instructions for x in (left, right)})
    down = sorted({y for _, _, top, _, bottom in instructions for y in (top, bottom)})
    lit = bright = 0
    for x, right in pairwise(across):
        here = [row for row in instructions if row[1] <= x < row[3]]
        for y, bottom in pairwise(down):
            on, brightness = False, 0
            for what in (row[0] for row in here if row[2] <= y < row[4]):
                on = {"on": True, "off": False, "toggle": not on}[what]
                brightness = max(0, brightness + {"on": 1, "off": -1, "toggle": 2}[what])
            lit += on * (right - x) * (bottom - y)
            bright += brightness * (right - x) * (bottom - y)
    return str(lit), str(bright)
