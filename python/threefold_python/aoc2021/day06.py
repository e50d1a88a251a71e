"""Lanternfish: fish of the same age share one fate, so nine counts are the whole school."""

from collections import Counter, deque

from threefold.contract import InvalidInput

TIMERS = "012345678"


def parse(text: str) -> Counter[str]:
    """How many fish are there of each timer?"""
    line, more, _ = text.partition("\n")
    school = Counter(line.split(","))
    if not school.keys() <= set(TIMERS):
        raise InvalidInput(1, "expected timers from 0 to 8, parted by commas")
    if more:
        raise InvalidInput(2, "expected no second line")
    return school


def part1(school: Counter[str]) -> int:
    """How many fish are there after 80 days?"""
    return grown(school, 80)


def part2(school: Counter[str]) -> int:
    """How many fish are there after 256 days?"""
    return grown(school, 256)


def grown(school: Counter[str], days: int) -> int:
    """How many fish has the school become after so many days?"""
    fish = deque(school[timer] for timer in TIMERS)
    for _ in range(days):
        # Every timer falls by one; those that were at 0 now stand at 8 as their own children...
        fish.rotate(-1)
        # ...and start anew at 6 themselves.
        fish[6] += fish[8]
    return sum(fish)
