"""Makes networks: random ones, those that fold a segment, and those whose bends coincide or cancel out."""

from itertools import pairwise
from random import Random

MOST = 1100


def generate(rng: Random, size: int) -> str:
    """A network with ``size`` hidden units or about as many; `ValueError` above 1100."""
    if size > MOST:
        raise ValueError(f"a network has at most {MOST} hidden units here")
    kind = rng.random()
    if kind < 0.1 and size <= 100:
        return folding(rng, size)
    large = size > 12
    depth = max(4, -(-size // 100)) if large else rng.randint(1, min(size, 11))
    inputs, outputs = rng.randint(1, 1 + size // 8), rng.randint(1, 3)
    widths = [inputs, *(size // depth + (place < size % depth) for place in range(depth)), outputs]
    most = rng.choice((9, 9, 99) if large else (1, 9, 99, 999))
    blocks = [
        [[*numbers(rng, before, most), rng.randint(-most, most)] for _ in range(width)]
        for before, width in pairwise(widths)
    ]
    if kind < 0.3:
        for rows in blocks[:-1]:
            repeat(rng, rows)
    ends = [numbers(rng, inputs, most) for _ in range(2)]
    if large:  # so that all units of the first layer may begin or end to fire
        ends[1] = [-number for number in ends[0]]
    elif kind > 0.95:
        ends[1] = ends[0]
    return written(widths, [*blocks, ends])


def numbers(rng: Random, count: int, most: int) -> list[int]:
    return [rng.randint(-most, most) for _ in range(count)]


def repeat(rng: Random, rows: list[list[int]]) -> None:
    """Some units become others' opposites, or multiples."""
    for place in range(1, len(rows)):
        other = rows[rng.randrange(place)]
        factor = rng.choice((-1, -1, 2, 3))
        if rng.random() < 0.5 and max(map(abs, other)) * abs(factor) <= 999:
            rows[place] = [factor * number for number in other]


def folding(rng: Random, size: int) -> str:
    """Two units a layer fold 0 to ``fold`` onto itself."""
    depth, fold = rng.randint(1, 1 + size.bit_length()), rng.randint(1, 999)
    first, then = [[2, -fold], [-2, fold]], [[-2, -2, fold], [2, 2, -fold]]
    last = [[-1, -1, fold], *([numbers(rng, 3, 9)] if rng.random() < 0.5 else [])]
    ends = [[rng.choice((0, -1, -fold))], [rng.choice((fold, rng.randint(0, fold)))]]
    return written([1, *[2] * depth, len(last)], [first, *[then] * (depth - 1), last, ends])


def written(widths: list[int], blocks: list[list[list[int]]]) -> str:
    lines = [" ".join(map(str, widths))]
    for rows in blocks:
        lines += ["", *(" ".join(map(str, row)) for row in rows)]
    return "\n".join(lines)
