"""Makes lists of containers."""

from itertools import pairwise
from random import Random

LITRES = 150


def generate(rng: Random, size: int) -> str:
    """``size`` containers of 1 to 50 litres, some of which hold 150; of larger ones where there are few.

    Raises `ValueError` beyond 2000 containers.
    """
    if size > 2000:
        raise ValueError("no more than 2000 containers are valid")
    count = min(max(1, size), 5)
    full = [0, LITRES]
    while len(full) <= count or (count == 5 and max(right - left for left, right in pairwise(full)) > 50):
        full = sorted([0, LITRES, *rng.sample(range(1, LITRES), count - 1)])
        if count == 1:
            break
    containers = [right - left for left, right in pairwise(full)]
    containers += [rng.randint(1, 50) for _ in range(size - count)]
    rng.shuffle(containers)
    return "\n".join(map(str, containers))
