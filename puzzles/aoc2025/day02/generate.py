"""Makes lists of ranges of IDs."""

from itertools import pairwise
from random import Random

LARGEST = 9_999_999_999


def generate(rng: Random, size: int) -> str:
    """``size`` ranges that do not overlap, of all lengths; some go on into the next number of digits."""
    if size > 10_000:
        raise ValueError("no more than 10000 ranges are valid")
    firsts: set[int] = set()
    while len(firsts) < max(1, size):
        digits = rng.randint(1, 10)
        before_the_next = rng.random() < 0.2
        lowest = 10**digits - 10 ** max(0, digits - 2) if before_the_next else 10 ** (digits - 1)
        firsts.add(rng.randint(lowest, 10**digits - 1))
    ranges = [
        f"{first}-{rng.randint(first, min(after - 1, 2 * first, first + 4000 * max(1, size)))}"
        for first, after in pairwise([*sorted(firsts), LARGEST + 1])
    ]
    rng.shuffle(ranges)
    return ",".join(ranges)
