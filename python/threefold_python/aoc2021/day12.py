"""Passage Pathing: what matters of a path is the small caves, and in how many ways each leads to the next."""

from collections import Counter
from functools import cache

from threefold.contract import InvalidInput
from threefold_python.reading import fields

MOST_SMALL, MOST_BIG = 12, 90

Caves = dict[str, set[str]]


def parse(text: str) -> Caves:
    """Which caves are next to each cave?"""
    message = (
        "expected a passage between two caves, one of them small; "
        f"at most {MOST_SMALL} small ones besides start and end, and {MOST_BIG} big ones"
    )
    caves: Caves = {"start": set(), "end": set()}
    for number, (one, other) in enumerate(fields(text, "([a-z]+|[A-Z]+)-([a-z]+|[A-Z]+)", message), 1):
        caves.setdefault(one, set()).add(other)
        caves.setdefault(other, set()).add(one)
        small = sum(map(str.islower, caves))
        many = small > 2 + MOST_SMALL or len(caves) - small > MOST_BIG
        if many or one == other or (one.isupper() and other.isupper()):
            raise InvalidInput(number, message)
    return caves


def part1(caves: Caves) -> int:
    """How many paths visit no small cave twice?"""
    return paths(caves, spare=False)


def part2(caves: Caves) -> int:
    """How many paths visit at most one small cave twice?"""
    return paths(caves, spare=True)


def paths(caves: Caves, spare: bool) -> int:
    """How many paths are there, with one visit to spare or without?"""
    ways = {cave: onward(caves, cave) for cave in caves if cave.islower()}

    @cache
    def count(cave: str, visited: frozenset[str], spare: bool) -> int:
        """How many paths lead on from a cave to the end?"""
        if cave == "end":
            return 1
        return sum(
            number * count(further, visited | {further}, spare and further not in visited)
            for further, number in ways[cave].items()
            if spare or further not in visited
        )

    return count("start", frozenset(), spare)


def onward(caves: Caves, cave: str) -> Counter[str]:
    """In how many ways does a small cave lead to each but the start, directly or through a big one?"""
    ways: Counter[str] = Counter()
    for neighbour in caves[cave]:
        ways.update({neighbour} if neighbour.islower() else caves[neighbour])
    del ways["start"]
    return ways
