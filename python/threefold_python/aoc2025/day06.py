"""Trash Compactor: a problem is a small block of signs, read along its lines or down its columns."""

import re
from itertools import pairwise
from math import prod
from typing import NamedTuple

from threefold.contract import InvalidInput

MESSAGE = "expected problems side by side: one to four lines of numbers, then one of + and *"
MOST_LINES, WIDEST, MOST_PROBLEMS = 4, 4, 100_000


class Problem(NamedTuple):
    sign: str
    lines: list[str]  # of numbers, with their blanks, and one at the end that is between problems

    def is_whole(self) -> bool:
        """Is there one number in each line, and a digit in each column?"""
        numbers = all(re.fullmatch(" *[0-9]+ +", line) for line in self.lines)
        columns = ["".join(column) for column in zip(*self.lines, strict=True)]
        return numbers and len(columns) <= WIDEST + 1 and all(map(str.strip, columns[:-1]))

    def result(self, numbers: list[int]) -> int:
        return sum(numbers) if self.sign == "+" else prod(numbers)


def parse(text: str) -> list[Problem]:
    """Which problems stand side by side?"""
    rows = [line.rstrip(" ") for line in text.split("\n")]
    above = next((at for at, row in enumerate(rows) if not re.fullmatch("[0-9 ]+", row)), len(rows))
    last = min(above, len(rows) - 1, MOST_LINES)
    if last == 0 or not re.fullmatch("[+*][+* ]*", rows[last]):
        raise InvalidInput(last + 1, MESSAGE)
    width = max(map(len, rows[: last + 1])) + 1
    starts = [sign.start() for sign in re.finditer("[+*]", rows[last])]
    problems = [
        Problem(rows[last][start], [row.ljust(width)[start:end] for row in rows[:last]])
        for start, end in pairwise([*starts, width])
    ]
    if len(problems) > MOST_PROBLEMS or not all(map(Problem.is_whole, problems)):
        raise InvalidInput(last + 1, MESSAGE)
    if last + 1 < len(rows):
        raise InvalidInput(last + 2, "expected no more lines")
    return problems


def part1(problems: list[Problem]) -> int:
    """What is the sum of all results, if each line is a number?"""
    return sum(problem.result([int(line) for line in problem.lines]) for problem in problems)


def part2(problems: list[Problem]) -> int:
    """What is it if each column is a number?"""
    return sum(problem.result(downwards(problem)) for problem in problems)


def downwards(problem: Problem) -> list[int]:
    """Which numbers stand in the columns?"""
    columns = ("".join(column).replace(" ", "") for column in zip(*problem.lines, strict=True))
    return [int(digits) for digits in columns if digits]
