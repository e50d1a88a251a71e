"""Makes discs."""

from math import prod
from random import Random

PRIMES = (2, 3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41)


def generate(rng: Random, size: int) -> str:
    """So many discs, with different prime numbers of positions, as official ones have; 11 is left for part 2.

    Raises `ValueError` above 12 discs, whose positions have too large a product.
    """
    if size > len(PRIMES):
        raise ValueError("the product of all positions is below 2^58, which twelve discs have")
    count = max(1, size)
    positions = rng.sample(PRIMES[: max(7, count)], k=count)
    assert prod(positions) < 2**58
    return "\n".join(
        f"Disc #{number} has {many} positions; at time=0, it is at position {rng.randrange(many)}."
        for number, many in enumerate(positions, 1)
    )
