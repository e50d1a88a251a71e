"""Makes maps of paper rolls."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """A square of about ``size`` positions, two thirds of them with rolls, some regions denser.

    Raises `ValueError` above 2000 rows.
    """
    side = max(1, round(size**0.5))
    if side > 2000:
        raise ValueError("a map has no more than 2000 rows and columns")
    density = [[rng.uniform(0.45, 0.85) for _ in range(side // 16 + 1)] for _ in range(side // 16 + 1)]
    return "\n".join(
        "".join("@" if rng.random() < density[y // 16][x // 16] else "." for x in range(side))
        for y in range(side)
    )
