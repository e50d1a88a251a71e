"""Red-Nosed Reports: a report is safe if its set of steps is, and shorter ones are tried."""

from itertools import combinations, pairwise

from threefold.contract import InvalidInput
from threefold_python.reading import fields

MESSAGE = "expected 1 to 20 levels up to 99 with a space between two, in at most 100000 lines"
LONGEST = 100_000

Report = tuple[int, ...]


def parse(text: str) -> list[Report]:
    """Which levels does each report have?"""
    reports = []
    for number, (line,) in enumerate(fields(text, r"(0*\d{1,2}(?: 0*\d{1,2}){0,19})", MESSAGE), 1):
        words = line.split()
        if number > LONGEST or any(len(word) > 18 for word in words):
            raise InvalidInput(number, MESSAGE)
        reports.append(tuple(map(int, words)))
    return reports


def is_safe(report: Report) -> bool:
    """Do all levels rise, or all fall, by 1 to 3?"""
    steps = {after - before for before, after in pairwise(report)}
    return steps <= {1, 2, 3} or steps <= {-1, -2, -3}


def is_nearly_safe(report: Report) -> bool:
    """Is it safe without one of its levels?"""
    return any(map(is_safe, combinations(report, len(report) - 1)))


def part1(reports: list[Report]) -> int:
    """How many reports are safe?"""
    return sum(map(is_safe, reports))


def part2(reports: list[Report]) -> int:
    """How many are if one level may be left out?"""
    return sum(map(is_nearly_safe, reports))
