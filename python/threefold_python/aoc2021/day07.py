"""The Treachery of Whales: the fuel is convex in the target, so a bisection finds where it stops falling."""

from bisect import bisect_left
from collections.abc import Callable

from threefold.contract import InvalidInput
from threefold_python.reading import natural

FARTHEST = 1_000_000_000


def parse(text: str) -> list[int]:
    """Where are the crabs?"""
    line, more, _ = text.partition("\n")
    crabs = [natural(word, 1, FARTHEST) for word in line.split(",")]
    if more:
        raise InvalidInput(2, "expected no second line")
    return crabs


def part1(crabs: list[int]) -> int:
    """What is the least fuel, if each step costs a crab 1?"""
    return least_fuel(crabs, lambda distance: distance)


def part2(crabs: list[int]) -> int:
    """What is the least fuel, if a crab's steps cost 1, 2, 3 and so on?"""
    return least_fuel(crabs, lambda distance: distance * (distance + 1) // 2)


def least_fuel(crabs: list[int], cost: Callable[[int], int]) -> int:
    """What is the least fuel that brings all crabs together, where a convex ``cost`` prices a distance?"""

    def fuel(target: int) -> int:
        return sum(cost(abs(crab - target)) for crab in crabs)

    def is_past_the_valley(target: int) -> bool:
        return fuel(target) <= fuel(target + 1)

    leftmost, rightmost = min(crabs), max(crabs)
    steps = bisect_left(range(leftmost, rightmost), True, key=is_past_the_valley)
    return fuel(leftmost + steps)
