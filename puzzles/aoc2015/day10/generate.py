"""Makes strings of digits to be looked at and said."""

from itertools import repeat
from random import Random

MOST = 1000


def generate(rng: Random, size: int) -> str:
    """``size`` digits from 1 to 3, in runs of one to three."""
    if size > MOST:
        raise ValueError(f"at most {MOST} digits")
    runs, last = "", ""
    while len(runs) < size:
        last = rng.choice([digit for digit in "123" if digit != last])
        runs += "".join(repeat(last, rng.choice((1, 1, 2, 3))))
    return runs[:size]
