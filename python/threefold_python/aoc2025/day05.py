"""Cafeteria: ranges that overlap are joined, and then at most one can hold an ID."""

from bisect import bisect_right
from typing import NamedTuple

from threefold_python.reading import Lines

LARGEST = 999_999_999_999_999
RANGE = "expected two numbers as 3-5, from 0 to 999999999999999, the first not larger"
INGREDIENT = "expected a number from 0 to 999999999999999"


class Database(NamedTuple):
    fresh: list[range]
    at_hand: list[int]


def parse(text: str) -> Database:
    """Which ranges are fresh, and which ingredients are at hand?"""
    lines = Lines(text)
    ends = lines.block(r"(\d+)-(\d+)", RANGE, LARGEST, lambda first, last: int(first) <= int(last))
    lines.blank("expected an empty line")
    at_hand = lines.block(r"(\d+)", INGREDIENT, LARGEST)
    lines.end()
    return Database(
        [range(int(first), int(last) + 1) for first, last in ends], [int(one) for (one,) in at_hand]
    )


def part1(database: Database) -> int:
    """How many of the ingredients at hand are fresh?"""
    ranges = joined(database.fresh)
    starts = [one.start for one in ranges]
    places = [bisect_right(starts, ingredient) - 1 for ingredient in database.at_hand]
    return sum(
        place >= 0 and ingredient in ranges[place]
        for ingredient, place in zip(database.at_hand, places, strict=True)
    )


def part2(database: Database) -> int:
    """How many IDs are fresh?"""
    return sum(len(one) for one in joined(database.fresh))


def joined(ranges: list[range]) -> list[range]:
    """Which ranges, none of which overlap, hold the same numbers? Those that start first come first."""
    found: list[range] = []
    for one in sorted(ranges, key=lambda one: one.start):
        if found and one.start <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, one.stop))
        else:
            found.append(one)
    return found
