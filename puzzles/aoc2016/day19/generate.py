"""Makes numbers of elves."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """A number of elves, at most ``size`` and at least three quarters of that.

    Raises `ValueError` above 1000000000 elves.
    """
    if size > 10**9:
        raise ValueError("there are at most 1000000000 elves")
    return str(rng.randint(max(1, size * 3 // 4), max(1, size)))
