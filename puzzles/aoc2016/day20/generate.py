"""Makes ranges of addresses."""

from random import Random

LAST = 2**32 - 1


def generate(rng: Random, size: int) -> str:
    """So many ranges in any order, most of which overlap; before one in nine there is a gap.

    Raises `ValueError` above 200000 ranges, between which gaps would want for room.
    """
    if size > 200_000:
        raise ValueError("at most 200000 ranges are made")
    firsts = [0, *sorted(rng.sample(range(9, LAST), k=max(1, size) - 1))]
    ranges = []
    most, following = LAST - (len(firsts) == 1), LAST + 1
    for place in reversed(range(len(firsts))):
        first = firsts[place]
        overlap = 0 if rng.random() < 0.06 else rng.randrange(4 * (LAST // len(firsts)))
        ranges.append(f"{first}-{min(most, following - 1 + overlap)}")
        following = first
        if place and first - firsts[place - 1] > 3 and (place == 1 or rng.random() < 1 / 9):
            most = first - 1 - rng.randint(1, 2)
    rng.shuffle(ranges)
    return "\n".join(ranges)
