"""Restroom Redoubt: robots go second by second, and all pairs are looked at."""

import re
from itertools import combinations
from math import prod

SIZES = (*range(1, 10), 15, 30, 60)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input that has two."""
    robots = [tuple(map(int, re.findall(r"-?\d+", line))) for line in text.split("\n")]
    places = [(x, y) for x, y, _, _ in robots]
    spreads = []
    safety = 0
    for second in range(104):
        spreads.append([sum((a[axis] - b[axis]) ** 2 for a, b in combinations(places, 2)) for axis in (0, 1)])
        if second == 100:
            quadrants = [[place for place in places if place[0] != 50 and place[1] != 51]]
            quadrants = [
                [p for p in part if (p[0] < 50) == side] for part in quadrants for side in (True, False)
            ]
            quadrants = [
                [p for p in part if (p[1] < 51) == side] for part in quadrants for side in (True, False)
            ]
            safety = prod(map(len, quadrants))
        places = [
            ((x + right) % 101, (y + down) % 103)
            for (x, y), (_, _, right, down) in zip(places, robots, strict=True)
        ]
    columns = min(spread for spread, _ in spreads[:101])
    rows = min(spread for _, spread in spreads[:103])
    seconds = 0
    while spreads[seconds % 101][0] != columns or spreads[seconds % 103][1] != rows:
        seconds += 1
    return str(safety), str(seconds)
