"""Makes a template and the rules of its growth."""

from itertools import product
from random import Random
from string import ascii_uppercase

OFFICIAL_LETTERS = 10
LONGEST = 2000


def generate(rng: Random, size: int) -> str:
    """A template of ``size`` letters, and a rule for each pair of ten letters, as officially.

    A template of fewer letters than ten may come with a smaller alphabet and lack some rules.
    Raises `ValueError` beyond 2000 letters.
    """
    if size > LONGEST:
        raise ValueError("no more than 2000 letters are valid")
    size = max(1, size)
    kinds, share = OFFICIAL_LETTERS, 1.0
    if size < OFFICIAL_LETTERS:
        kinds, share = rng.randint(1, OFFICIAL_LETTERS), rng.choice([1.0, 1.0, 0.9, 0.5])
    letters = rng.sample(ascii_uppercase, kinds)
    pairs = ["".join(pair) for pair in product(letters, repeat=2)]
    chosen = rng.sample(pairs, max(1, round(share * len(pairs))))
    rules = [f"{pair} -> {rng.choice(letters)}" for pair in chosen]
    return "\n".join(["".join(rng.choices(letters, k=size)), "", *rules])
