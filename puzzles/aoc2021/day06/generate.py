"""Makes schools of lanternfish."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` fish, each with a timer from 1 to 5, as the official schools have them."""
    return ",".join(rng.choices("12345", k=size))
