"""Makes names of doors, and says how many zeroes are wanted."""

from random import Random
from string import ascii_lowercase

LARGEST = 16**6 - 1


def generate(rng: Random, size: int) -> str:
    """A door for which about one of ``size`` hashes tells something, down to the last power of 16.

    Four of five names are of eight letters, as official ones are; the others are of any valid length.
    """
    if size > LARGEST:
        raise ValueError("five zeroes at most are valid, which one of 1048576 hashes has")
    letters = 8 if rng.random() < 0.8 else rng.randint(1, 40)
    name = "".join(rng.choices(ascii_lowercase, k=letters))
    zeroes = max(1, (size.bit_length() - 1) // 4)
    return name if zeroes == 5 else f"{zeroes} {name}"
