"""Makes lines of crabs."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` crabs, from 0 to below 2000 and denser towards 0, as the official ones are."""
    return ",".join(str(int(2000 * rng.random() ** 2)) for _ in range(size))
