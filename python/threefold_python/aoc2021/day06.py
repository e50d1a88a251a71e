"""Lanternfish: fish of the same age share one fate, so nine counts are the whole school."""

from collections import Counter, deque

from threefold_python.reading import separated

OLDEST = 8


def parse(text: str) -> Counter[int]:
    """How many fish are there of each timer?"""
    return Counter(separated(text, f"expected timers from 0 to {OLDEST}, separated by commas", OLDEST))


def part1(school: Counter[int]) -> int:
    """How many fish are there after 80 days?"""
    return grown(school, 80)


def part2(school: Counter[int]) -> int:
    """How many fish are there after 256 days?"""
    return grown(school, 256)


def grown(school: Counter[int], days: int) -> int:
    """How many fish has the school become after a number of days?"""
    fish = deque(school[timer] for timer in range(OLDEST + 1))
    for _ in range(days):
        # Every timer falls by one; those that were at 0 now stand at 8 as their own children...
        fish.rotate(-1)
        # ...and start anew at 6 themselves.
        fish[6] += fish[8]
    return sum(fish)
