"""Makes schematics of locks and keys."""

from random import Random

MOST = 10_000


def generate(rng: Random, size: int) -> str:
    """``size`` schematics, about half of them locks.

    Raises `ValueError` above 10000 schematics.
    """
    if size > MOST:
        raise ValueError(f"there are no more than {MOST} schematics")
    highest = rng.choice((3, 4, 5, 5, 5))
    return "\n\n".join(schematic(rng, highest) for _ in range(size))


def schematic(rng: Random, highest: int) -> str:
    heights = [rng.randint(0, highest) for _ in range(5)]
    rows = ["".join(".#"[row <= height] for height in heights) for row in range(7)]
    return "\n".join(rows if rng.random() < 0.5 else reversed(rows))
