"""Historian Hysteria: what belongs together stands side by side in sorted lists."""

from collections import Counter

from threefold.contract import InvalidInput
from threefold_python.reading import numbers

MESSAGE = "expected two numbers up to 99999 with three spaces between them, in at most 100000 lines"
LONGEST = 100_000

Lists = tuple[tuple[int, ...], tuple[int, ...]]


def parse(text: str) -> Lists:
    """Which numbers are in the left list, and which in the right one?"""
    rows = list(numbers(text, r"(\d+)   (\d+)", MESSAGE, 99_999))
    if len(rows) > LONGEST:
        raise InvalidInput(LONGEST + 1, MESSAGE)
    left, right = zip(*rows, strict=True)
    return left, right


def part1(lists: Lists) -> int:
    """How far apart are the smallest numbers, the second smallest, and so on, in all?"""
    left, right = map(sorted, lists)
    return sum(abs(one - other) for one, other in zip(left, right, strict=True))


def part2(lists: Lists) -> int:
    """What do the left numbers come to, each times how often it is in the right list?"""
    left, right = lists
    often = Counter(right)
    return sum(number * often[number] for number in left)
