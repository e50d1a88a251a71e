"""Gift Shop: three digits twice are a multiple of 1001, so invalid IDs are made rather than looked for."""

from collections.abc import Iterable

from threefold.contract import InvalidInput
from threefold_python.reading import Lines

LARGEST, MOST_RANGES = 9_999_999_999, 10_000
WRONG = "expected at most 10000 ranges such as 11-22, from 1 to 9999999999, separated by commas"


def parse(text: str) -> list[range]:
    """Which IDs does each range hold?"""
    lines = Lines(text)
    (line,) = lines.line(r"(\d{1,18}-\d{1,18}(?:,\d{1,18}-\d{1,18})*)", WRONG)
    ends = [tuple(map(int, ids.split("-"))) for ids in line.split(",")]
    if len(ends) > MOST_RANGES or any(not 1 <= first <= last <= LARGEST for first, last in ends):
        raise InvalidInput(1, WRONG)
    lines.end()
    return [range(first, last + 1) for first, last in ends]


def part1(ranges: list[range]) -> int:
    """What is the sum of the IDs that are a pattern twice?"""
    return sum(sum(repetitions(ids, [2])) for ids in ranges)


def part2(ranges: list[range]) -> int:
    """What is the sum of the IDs that are a pattern at least twice?"""
    return sum(sum(repetitions(ids, range(2, 11))) for ids in ranges)


def repetitions(ids: range, times: Iterable[int]) -> set[int]:
    """Which IDs are a pattern of digits, one of these numbers of times?"""
    found: set[int] = set()
    for digits in range(len(str(ids[0])), len(str(ids[-1])) + 1):
        for size in (digits // count for count in times if digits % count == 0):
            unit = (10**digits - 1) // (10**size - 1)  # 1001 for a pattern of three digits, twice
            first = max(10 ** (size - 1), -(-ids[0] // unit))
            last = min(10**size - 1, ids[-1] // unit)
            found.update(range(first * unit, last * unit + 1, unit))
    return found
