"""Makes disks."""

from random import Random

LONGEST = 200_000


def generate(rng: Random, size: int) -> str:
    """A disk of ``size`` digits: files of 1 to 9 blocks, gaps of 0 to 9; small disks may have empty files.

    Raises `ValueError` above 200000 digits.
    """
    if size > LONGEST:
        raise ValueError("there are no more than 200000 digits")
    files = rng.choice(("123456789", "0123456789", "789", "0001")) if size < 2000 else "123456789"
    gaps = rng.choice(("0123456789", "0123", "0009")) if size < 2000 else "0123456789"
    return "".join(rng.choice(gaps if place % 2 else files) for place in range(size))
