"""Makes rows of tiles."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """A row of ``size`` tiles, of which about half are traps.

    Raises `ValueError` above 10000 tiles.
    """
    if size > 10_000:
        raise ValueError("a row has at most 10000 tiles")
    return "".join(rng.choices(".^", k=max(1, size)))
