"""Makes loops of red tiles."""

from itertools import accumulate, pairwise
from math import cos, isqrt, sin, tau
from random import Random

FLOOR = 100_000
AROUND = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
Tile = tuple[int, int]


def generate(rng: Random, size: int) -> str:
    """A loop with about as many red tiles as have ``size`` pairs: a ring like official ones, or any shape.

    Raises `ValueError` beyond 5000 red tiles.
    """
    if (count := 4 + isqrt(2 * size)) > 4990:
        raise ValueError("no more than 5000 red tiles are valid")
    tiles = ring(rng, count // 2 - 2) if count >= 24 and rng.random() < 0.5 else any_shape(rng, count)
    steady = [here for here, after in pairwise([*tiles, tiles[0]]) if here != after]
    threes = zip([steady[-1], *steady], steady, [*steady[1:], steady[0]], strict=False)
    red = [at for before, at, after in threes if (before[0] == at[0]) != (at[0] == after[0])]
    first = rng.randrange(len(red))
    return "\n".join(f"{x},{y}" for x, y in (red[first:] + red[:first])[:: rng.choice([1, -1])])


def ring(rng: Random, steps: int) -> list[Tile]:
    """Steps around a circle, into which a slot is cut almost to the other side."""
    middle, turn = FLOOR // 2, tau / (steps + 1)
    tiles = []
    for step in range(1, steps + 1):
        far = middle * (0.97 - 0.4 * turn * rng.random())
        tiles.append((round(middle - far * cos(step * turn)), round(middle - far * sin(step * turn))))
    stairs = [tile for (x, y), (next_x, _) in pairwise(tiles) for tile in ((x, y), (next_x, y))]
    end, upper = round(middle * rng.uniform(0.6, 1.7)), middle + rng.randint(1, 2 + round(9000 * turn))
    return [(tiles[0][0], middle), *stairs, (tiles[-1][0], upper), (end, upper), (end, middle)]


def any_shape(rng: Random, count: int) -> list[Tile]:
    """Around cells that grow at random, in columns and rows of random widths, which may all be small."""
    # A new cell has at most so many neighbours; few make branches.
    cells, near, corners, most = {(0, 0)}, AROUND[::2], 4, rng.choice([3, 4, 7])
    while corners < count - 1:
        x, y = near.pop(rng.randrange(len(near)))
        there = [(x + i, y + j) in cells for i, j in [*AROUND, AROUND[0]]]
        borders = sum(one > other for one, other in pairwise(there))
        # No hole comes to be, and no corner that meets another one.
        if (x, y) not in cells and borders == 1 and any(there[::2]) and sum(there[:8]) <= most:
            cells.add((x, y))
            corners += sum((-1) ** sum(there[at : at + 3]) for at in range(0, 8, 2))
            near += [(x + i, y + j) for i, j in AROUND[::2]]
    after = {}
    for x, y in cells:
        outline = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
        for (one, other), (i, j) in zip(pairwise(outline), [(0, -1), (1, 0), (0, 1), (-1, 0)], strict=True):
            if (x + i, y + j) not in cells:
                after[one] = other
    loop = [next(iter(after))]
    while after[loop[-1]] != loop[0]:
        loop.append(after[loop[-1]])
    places = []
    for axis in zip(*loop, strict=True):
        low, lines = min(axis), max(axis) - min(axis) + 1
        widest = rng.choice([1, 3, FLOOR // (lines + 1)])
        line = list(accumulate(rng.randint(1, widest) for _ in range(lines)))
        places.append([line[at - low] for at in axis])
    return list(zip(*places, strict=True))
