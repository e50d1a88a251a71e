"""Makes strings."""

import re
from random import Random
from string import ascii_lowercase

MOST = 100_000
LENGTH = 16
PAIR = re.compile(r"(..).*\1")
GAP = re.compile(r"(.).\1")


def generate(rng: Random, size: int) -> str:
    """``size`` strings; most have a pair twice or a letter on both sides of another, few have both."""
    if size > MOST:
        raise ValueError(f"no more than {MOST} strings are valid")
    kinds = rng.choices([(True, True), (True, False), (False, True), (False, False)], [7, 36, 36, 21], k=size)
    return "\n".join(string(rng, pair, gap) for pair, gap in kinds)


def string(rng: Random, pair: bool, gap: bool) -> str:
    """One that has a pair twice, or not, and a letter on both sides of another, or not."""
    while True:
        letters = rng.choices(ascii_lowercase, k=LENGTH)
        if pair:
            place = rng.randrange(LENGTH - 3)
            again = rng.randint(place + 2, LENGTH - 2)
            letters[again : again + 2] = letters[place : place + 2]
        if gap:
            place = rng.randrange(LENGTH - 2)
            letters[place + 2] = letters[place]
        text = "".join(letters)
        if bool(PAIR.search(text)) == pair and bool(GAP.search(text)) == gap:
            return text
