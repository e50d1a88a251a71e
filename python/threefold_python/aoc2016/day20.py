"""Firewall Rules: ranges in order, and the gaps between them."""

from collections.abc import Iterator

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbers

LAST = 2**32 - 1
MESSAGE = f"expected a range as 5-8, the first not above the last, addresses at most {LAST}"

Range = tuple[int, int]


def parse(text: str) -> list[Range]:
    """Which ranges are blocked, each by its first and its last address?"""
    ranges: list[Range] = []
    for line, (first, last) in enumerate(numbers(text, r"(\d+)-(\d+)", MESSAGE, most=LAST), 1):
        if first > last:
            raise InvalidInput(line, MESSAGE)
        ranges.append((first, last))
    return ranges


def part1(ranges: list[Range]) -> int:
    """What is the lowest address that is allowed?"""
    for gap in gaps(ranges):
        return gap.start
    raise NoAnswer("every address is blocked")


def part2(ranges: list[Range]) -> int:
    """How many addresses are allowed?"""
    return sum(map(len, gaps(ranges)))


def gaps(ranges: list[Range]) -> Iterator[range]:
    """Which addresses are allowed, from the lowest?"""
    free = 0
    for first, last in sorted(ranges):
        if free < first:
            yield range(free, first)
        free = max(free, last + 1)
    if free <= LAST:
        yield range(free, LAST + 1)
