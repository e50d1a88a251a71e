"""Makes maps of heights in caves, with smoke in their basins."""

from math import isqrt
from random import Random

WALL = 9
UNKNOWN = 0  # no basin's number


def generate(rng: Random, size: int) -> str:
    """About ``size`` locations in a rectangle at least five wide, and at least three basins.

    Basins grow from their low points, one height after another, and where two would meet there is a wall. So
    each has one low point, and all its locations flow down to it. Three begin in the same row, no two of them
    neighbours. Some 29 % are walls; on official maps it is 28 %.
    """
    rows = max(1, isqrt(size))
    columns = max(5, size // rows)
    stride = columns + 1  # between the rows, above and below is a border
    places = [row * stride + column for row in range(1, rows + 1) for column in range(1, columns + 1)]
    heights = [WALL] * (stride * (rows + 2) + 1)
    settled = [True] * len(heights)  # has a location its height? The border has
    for place in places:
        settled[place] = False
    basin = [UNKNOWN] * len(heights)

    def neighbours(place: int) -> tuple[int, int, int, int]:
        return place - 1, place + 1, place - stride, place + stride

    row = rng.randint(1, rows) * stride
    lows = [[row + 1 + at + more for more, at in enumerate(sorted(rng.sample(range(columns - 2), 3)))]]
    lows += [rng.choices(places, k=len(places) // 80) for _ in range(3)] + [[]] * 5
    basins = 0
    edge: list[int] = []
    for height in range(WALL):
        waiting, edge = edge, []
        for low in lows[height]:
            if not settled[low] and not any(basin[place] for place in neighbours(low)):
                basins += 1
                basin[low], heights[low], settled[low] = basins, height, True
                edge += neighbours(low)
        for place in waiting:
            if settled[place]:
                continue
            if rng.random() < 0.12:
                edge.append(place)
                continue
            settled[place] = True
            around = {basin[neighbour] for neighbour in neighbours(place)} - {UNKNOWN}
            if len(around) == 1:
                basin[place], heights[place] = around.pop(), height
                edge += neighbours(place)
    return "\n".join(
        "".join(map(str, heights[start : start + columns]))
        for start in range(stride + 1, stride * (rows + 1), stride)
    )
