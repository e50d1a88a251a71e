"""Makes manifolds of splitters."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """About ``size`` positions: a triangle of splitters below the start, in which some are missing."""
    half = max(4, round(size**0.5) // 2)
    width = 2 * half + 1
    if width > 2000:
        raise ValueError("no row longer than 2000 is valid")
    rows = ["." * half + "S" + "." * half]
    for row in range(half):
        columns = range(half - row, half + row + 1, 2)
        there = {column for column in columns if rng.random() < 0.87 and 0 < column < width - 1}
        rows.append("." * width)
        rows.append("".join("^" if column in there else "." for column in range(width)))
    return "\n".join([*rows, "." * width])
