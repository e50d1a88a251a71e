"""Makes passwords that are to be changed."""

from random import Random
from string import ascii_lowercase


def generate(rng: Random, size: int) -> str:
    """Eight letters, of which the last ones leave passwords to come. All sizes are the same."""
    first = rng.choice(ascii_lowercase[:-1])
    return first + "".join(rng.choices(ascii_lowercase, k=7))
