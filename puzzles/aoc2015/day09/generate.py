"""Makes tables of distances between towns."""

from itertools import combinations
from random import Random

TOWNS = [
    "Ashgrove", "Birchwood", "Cedarholm", "Dunmore", "Elmstead", "Firthing", "Greyport",
    "Hollybank", "Ivyford", "Juniper", "Kestrel", "Larchfield", "McIntyre", "Norwold",
]  # fmt: skip
SMALLEST = 2


def generate(rng: Random, size: int) -> str:
    """As many towns as have up to ``size`` subsets: a town more doubles them."""
    count = max(SMALLEST, size.bit_length() - 1)
    if count > len(TOWNS):
        raise ValueError(f"at most {len(TOWNS)} towns")
    towns = rng.sample(TOWNS, count)
    return "\n".join(f"{one} to {other} = {rng.randint(1, 150)}" for one, other in combinations(towns, 2))
