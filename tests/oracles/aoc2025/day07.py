"""Laboratories: beams as a set of positions; at each, how many timelines go on from there?"""

from functools import cache


def solve(text: str) -> tuple[str, str]:
    rows = text.split("\n")

    @cache
    def timelines(x: int, y: int) -> int:
        if y == len(rows):
            return 1
        if rows[y][x] == "^":
            return timelines(x - 1, y) + timelines(x + 1, y)
        return timelines(x, y + 1)

    met, waiting, seen = set(), [(rows[0].index("S"), 0)], set()
    while waiting:
        x, y = waiting.pop()
        if y < len(rows) and (x, y) not in seen:
            seen.add((x, y))
            if rows[y][x] == "^":
                met.add((x, y))
                waiting += [(x - 1, y), (x + 1, y)]
            else:
                waiting.append((x, y + 1))
    return str(len(met)), str(timelines(rows[0].index("S"), 0))
