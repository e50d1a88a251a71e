"""Makes lines of stones."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` stones, whose numbers have up to seven digits.

    Raises `ValueError` above 1000 stones.
    """
    if size > 1000:
        raise ValueError("there are no more than 1000 stones")
    return " ".join(str(rng.randrange(10 ** rng.randint(1, 7))) for _ in range(size))
