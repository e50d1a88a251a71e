"""Makes lines that name a row and a column."""

from random import Random

BEFORE = ("The snow machine asks for a code.  Look at ", "", "Snow, please.  The code is in ")


def generate(rng: Random, size: int) -> str:
    """A row and a column on about the ``size``-th diagonal, not far from its middle if it is a long one."""
    if size > 1_900_000_000:
        raise ValueError("rows and columns are below 1000000000")
    row = rng.randint(max(1, size // 2 - size // 40), size // 2 + size // 40 + 1)
    column = max(1, size + 1 - row)
    return f"{rng.choice(BEFORE)}row {row}, column {column}."
