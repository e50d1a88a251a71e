"""Makes numbers of presents."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """A number of presents, at most ``size`` thousands and at least four fifths of them.

    Raises `ValueError` above four million thousands.
    """
    if size > 4_000_000:
        raise ValueError("no more than 4000000000 presents are valid")
    return str(rng.randint(800 * max(1, size), 1000 * max(1, size)))
