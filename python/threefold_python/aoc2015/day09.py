"""All in a Single Night: how far it still is depends on the town and on those that are left."""

from collections.abc import Callable, Iterable
from functools import cache
from math import comb

from threefold_python.reading import Lines

Distances = dict[str, dict[str, int]]

MOST_TOWNS = 14
FORM = "expected a distance to 99999 between two of at most 14 towns, each pair once, as Ash to Elm = 7"
MISSING = "expected a distance between each two towns"


def parse(text: str) -> Distances:
    """How far is it from each town to each other one?"""
    distances: Distances = {}

    def is_new(one: str, other: str, _: str) -> bool:
        towns = {*distances, one, other}
        return one != other and other not in distances.get(one, ()) and len(towns) <= MOST_TOWNS

    lines = Lines(text)
    count = 0
    while not lines.is_done():
        one, other, distance = lines.line(
            r"([A-Z][A-Za-z]*) to ([A-Z][A-Za-z]*) = (\d+)", FORM, 99_999, is_new
        )
        distances.setdefault(one, {})[other] = int(distance)
        distances.setdefault(other, {})[one] = int(distance)
        count += 1
    if count < comb(len(distances), 2):
        raise lines.fault(MISSING)
    return distances


def part1(distances: Distances) -> int:
    """How long is the shortest route?"""
    return route(distances, min)


def part2(distances: Distances) -> int:
    """How long is the longest?"""
    return route(distances, max)


def route(distances: Distances, best: Callable[[Iterable[int]], int]) -> int:
    """How long is the best route through all towns?"""

    @cache
    def further(town: str, left: frozenset[str]) -> int:
        """How far is it from a town through those that are left?"""
        if not left:
            return 0
        return best(distances[town][other] + further(other, left - {other}) for other in left)

    towns = frozenset(distances)
    return best(further(town, towns - {town}) for town in towns)
