"""Makes salts, and says how many times hashes are hashed again."""

from random import Random
from string import ascii_lowercase

OFFICIAL = 2016


def generate(rng: Random, size: int) -> str:
    """A salt with which each hash is hashed ``size`` times again, official ones 2016 times.

    Four of five salts are of eight letters, as official ones are; the others are of any valid length.
    """
    if size > 9999:
        raise ValueError("hashes are hashed 9999 times again at most")
    letters = 8 if rng.random() < 0.8 else rng.randint(1, 40)
    salt = "".join(rng.choices(ascii_lowercase, k=letters))
    return salt if size == OFFICIAL else f"{size} {salt}"
