"""Infinite Elves and Infinite Houses: a sieve that begins where houses can have enough presents."""

from math import isqrt

import numpy as np
from numpy.typing import NDArray

from threefold_python.reading import single

MOST = 4_000_000_000
MOST_TOGETHER = 1 << 20  # houses that are looked at as one array
PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29)  # their product is above 4000000000


def parse(text: str) -> int:
    """How many presents are wanted?"""
    (presents,) = single(text, r"(0*[1-9]\d*)", f"expected a number from 1 to {MOST}", MOST)
    return int(presents)


def part1(presents: int) -> int:
    """Which house gets as many if each elf leaves ten times its number, and goes on for ever?"""
    return first_house(presents, each=10, stops=MOST)


def part2(presents: int) -> int:
    """Which house gets as many if each elf leaves eleven times its number, at fifty houses?"""
    return first_house(presents, each=11, stops=50)


def first_house(presents: int, each: int, stops: int) -> int:
    """Which house is the first where the elves' numbers add up to enough?"""
    enough = -(-presents // each)
    first = max(1, int(enough / highest_ratio(enough)))
    while True:
        last = first + min(first // 8, MOST_TOGETHER) + 1000
        fitting = np.flatnonzero(sums_of_elves(first, last, stops) >= enough)
        if len(fitting):
            return first + int(fitting[0])
        first = last + 1


def highest_ratio(last: int) -> float:
    """Below how many times itself is the sum of the divisors of each number up to the last?

    A prime p in a number is worth less than 1 + 1/p + 1/p² + … = p / (p - 1), the first primes most; and
    there are no more than fit by their product.
    """
    ratio, product = 1.0, 1
    for prime in PRIMES:
        product *= prime
        if product > last:
            break
        ratio *= prime / (prime - 1)
    return ratio


def sums_of_elves(first: int, last: int, stops: int) -> NDArray[np.uint32]:
    """What is the sum of the elves that stop at each of these houses? Elf and stop multiply to the house."""
    sums = np.zeros(last - first + 1, dtype=np.uint32)  # below seven times a house
    for small in range(1, min(stops, isqrt(last)) + 1):
        larger = range(max(small, -(-first // small)), last // small + 1)
        sums[small * larger.start - first :: small] += np.arange(
            larger.start, larger.stop, dtype=np.uint32
        )  # at stop `small`
        larger = range(max(small + 1, larger.start), min(larger.stop, stops + 1))
        houses = slice(small * larger.start - first, max(0, small * larger.stop - first), small)
        sums[houses] += small  # elf `small`, at larger stops
    return sums
