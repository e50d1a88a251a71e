"""Not Quite Lisp: a floor is the sum of the steps so far."""

from itertools import accumulate

from threefold.contract import NoAnswer
from threefold_python.reading import single

MESSAGE = "expected 1 to 1000000 round brackets"
STEPS = {"(": 1, ")": -1}


def parse(text: str) -> list[int]:
    """How many floors up does each bracket lead?"""
    (brackets,) = single(text, r"([()]{1,1000000})", MESSAGE)
    return [STEPS[bracket] for bracket in brackets]


def part1(steps: list[int]) -> int:
    """On which floor does it end?"""
    return sum(steps)


def part2(steps: list[int]) -> int:
    """Which step is the first to the basement?"""
    for number, floor in enumerate(accumulate(steps), 1):
        if floor < 0:
            return number
    raise NoAnswer("the basement is never entered")
