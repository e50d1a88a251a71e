"""Makes keys, and says how many zeroes are wanted."""

from random import Random
from string import ascii_lowercase

LARGEST = 16**7 - 1


def generate(rng: Random, size: int) -> str:
    """A key whose second part takes some ``size`` hashes, down to the last power of 16.

    Four of five keys are of eight letters, as official ones are; the others are of any valid length.
    """
    if size > LARGEST:
        raise ValueError("six zeroes at most are valid, which take 16777216 hashes")
    letters = 8 if rng.random() < 0.8 else rng.randint(1, 40)
    key = "".join(rng.choices(ascii_lowercase, k=letters))
    zeroes = max(2, (size.bit_length() - 1) // 4)
    return key if zeroes == 6 else f"{zeroes - 1} {key}"
