"""The Treachery of Whales: the fuel is convex in the target, so a bisection finds where it stops falling."""

from bisect import bisect_left
from collections.abc import Callable

from threefold_python.reading import separated

FARTHEST = 99999


def parse(text: str) -> list[int]:
    """Where are the crabs?"""
    return separated(text, f"expected positions from 0 to {FARTHEST}, separated by commas", FARTHEST)


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

    return fuel(bisect_left(range(max(crabs)), True, key=is_past_the_valley))
