"""Passage Pathing: what matters of a path is the small caves, and in how many ways each leads to the next."""

import re
from collections import Counter
from functools import cache
from itertools import product

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

PASSAGE = re.compile(r"([a-z]+|[A-Z]+)-([a-z]+|[A-Z]+)")
NO_PASSAGE = "expected two different caves with a dash between, each in small or capital letters"
TOO_MANY = "expected at most 12 small caves between start and end, and 90 big ones"

Caves = dict[str, set[str]]
Routes = dict[str, Counter[str]]


def parse(text: str) -> Caves:
    """Which caves are next to each cave?"""
    caves: Caves = {"start": set(), "end": set()}
    for number, line in numbered(text):
        match = PASSAGE.fullmatch(line)
        if not match or match[1] == match[2]:
            raise InvalidInput(number, NO_PASSAGE)
        for one, other in (match.groups(), match.groups()[::-1]):
            caves.setdefault(one, set()).add(other)
        big = sum(map(str.isupper, caves))
        if big > 90 or len(caves) - big > 2 + 12:
            raise InvalidInput(number, TOO_MANY)
    return caves


def part1(caves: Caves) -> int:
    """How many paths visit no small cave twice?"""
    return paths(caves, spare=False)


def part2(caves: Caves) -> int:
    """How many paths visit at most one small cave twice?"""
    return paths(caves, spare=True)


def paths(caves: Caves, spare: bool) -> int:
    """How many paths are there, with one visit to spare or without?"""
    ways, fewer = routes(caves, endless=1), routes(caves, endless=0)
    total = count(ways, spare)
    if ways != fewer and total != count(fewer, spare):
        raise NoAnswer("there are infinitely many paths")
    return total


def count(ways: Routes, spare: bool) -> int:
    """How many paths are there, if these are the ways between small caves?"""

    @cache
    def onward(cave: str, visited: frozenset[str], spare: bool) -> int:
        """How many paths lead on from a cave to the end?"""
        if cave == "end":
            return 1
        return sum(
            number * onward(further, visited | {further}, spare and further not in visited)
            for further, number in ways[cave].items()
            if spare or further not in visited
        )

    return onward("start", frozenset(), spare)


def routes(caves: Caves, endless: int) -> Routes:
    """In how many ways does each small cave lead to each but the start, with at most big ones in between?

    Big caves next to each other can be walked to and fro: that is infinitely many ways, or ``endless`` ones.
    """
    small = set(filter(str.islower, caves))
    ways = {cave: Counter(caves[cave] & small - {"start"}) for cave in small}
    for hollow in hollows(caves):
        doors = small & set().union(*(caves[big] for big in hollow))
        for one, other in product(doors, doors - {"start"}):
            ways[one][other] += 1 if len(hollow) == 1 else endless
    return ways


def hollows(caves: Caves) -> list[list[str]]:
    """Which big caves are connected without a small one in between?"""
    found: list[list[str]] = []
    unseen = set(filter(str.isupper, caves))
    while unseen:
        hollow = [unseen.pop()]
        for big in hollow:  # which grows meanwhile
            hollow += caves[big] & unseen
            unseen -= caves[big]
        found.append(hollow)
    return found
