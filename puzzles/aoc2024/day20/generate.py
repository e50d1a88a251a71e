"""Makes tracks: a round trip along a random tree, cut open at one place."""

from math import isqrt
from random import Random

MOST = 1000


def generate(rng: Random, size: int) -> str:
    """A map of about ``size`` places, its free ones on one track; a small one may have more ways.

    Raises `ValueError` beyond 1000 by 1000 places.
    """
    if size > MOST**2:
        raise ValueError("no more than 1000 by 1000 places are valid")
    across = max(1, (isqrt(size) - 1) // 4)
    down = max(1, (size // (4 * across + 1) - 1) // 4)
    if size < 25:  # too small for a tree
        dots = ["." * rng.randint(0, size) for _ in range(3)]
        row = f"{dots[0]}S{dots[1]}E{dots[2]}"
        return "\n".join(row) if rng.random() < 0.5 else row
    rows = [list("#" * (4 * across + 1)) for _ in range(4 * down + 1)]
    ring = [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1)]
    blocks = [(x, y) for x in range(1, 4 * across, 4) for y in range(1, 4 * down, 4)]
    for x, y in blocks:  # round each block
        for right, below in ring:
            rows[y + below][x + right] = "."
    grow(rng, rows, blocks)
    x, y = rng.choice([(x, y) for x, y in blocks if rows[y][x + 1] == "."] or blocks)
    rows[y][x : x + 3] = rng.choice(("S#E", "E#S"))
    if size < 2000:
        for _ in range(rng.choice((0, 0, 1, 5))):
            x, y = rng.randrange(len(rows[0])), rng.randrange(len(rows))
            rows[y][x] = rows[y][x].replace("#", ".")
    return "\n".join(map("".join, rows))


def grow(rng: Random, rows: list[list[str]], blocks: list[tuple[int, int]]) -> None:
    """Joins the ways round all blocks to one, along the edges of a random tree."""
    left = set(blocks)
    stack = [rng.choice(blocks)]
    left.discard(stack[0])
    while stack:
        x, y = stack[-1]
        near = [(dx, dy) for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)) if (x + 4 * dx, y + 4 * dy) in left]
        if not near:
            stack.pop()
            continue
        dx, dy = rng.choice(near)
        stack.append((x + 4 * dx, y + 4 * dy))
        left.discard(stack[-1])
        for along, sign in ((1, "#"), (2, "."), (3, "#")):
            for side in (-1, 0, 1):
                if side or sign == "#":
                    far_x, far_y = x + 1 + dx * along + dy * side, y + 1 + dy * along + dx * side
                    if not side or sign == ".":
                        rows[far_y][far_x] = sign
