"""Makes messages that were sent again and again."""

from random import Random
from string import ascii_lowercase

COLUMNS = 8
MOST = 60_000


def generate(rng: Random, size: int) -> str:
    """``size`` rows; in a column all letters are about as frequent, but one is there more and one less.

    Raises `ValueError` above 60000.
    """
    if size > MOST:
        raise ValueError(f"no more than {MOST} rows are valid")
    return "\n".join(map("".join, zip(*(column(rng, max(1, size)) for _ in range(COLUMNS)), strict=True)))


def column(rng: Random, size: int) -> list[str]:
    """So many letters; if all could be equally frequent, the last one's last is the first one, once more."""
    letters = rng.sample(ascii_lowercase, 26)
    found = [letters[place % 26] for place in range(size)]
    if size % 26 == 0:
        found[-1] = letters[0]
    rng.shuffle(found)
    return found
