"""Syntax Scoring: whoever opens a bracket expects the one that closes it."""

import re

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

LONGEST = 1000
BRACKETS = re.compile(r"[()\[\]{}<>]+")
CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}
WRONG_POINTS = {")": 3, "]": 57, "}": 1197, ">": 25137}
MISSING_POINTS = {")": 1, "]": 2, "}": 3, ">": 4}


def parse(text: str) -> list[str]:
    lines = numbered(text)
    for number, line in lines:
        if len(line) > LONGEST or not BRACKETS.fullmatch(line):
            raise InvalidInput(number, f"expected 1 to {LONGEST} brackets")
    return [line for _, line in lines]


def check(line: str) -> tuple[str, list[str]]:
    """Which is the first wrong bracket, if any? Which brackets are missing at the end, in order?"""
    expected: list[str] = []
    for bracket in line:
        if bracket in CLOSING:
            expected.append(CLOSING[bracket])
        elif not expected or bracket != expected.pop():
            return bracket, []
    return "", expected[::-1]


def part1(lines: list[str]) -> int:
    """What do all first wrong brackets score?"""
    return sum(WRONG_POINTS.get(check(line)[0], 0) for line in lines)


def part2(lines: list[str]) -> int:
    """What is the middle score of what incomplete lines miss?"""
    scores = sorted(score(missing) for _, missing in map(check, lines) if missing)
    if len(scores) % 2 == 0:
        raise NoAnswer("there is no middle one of an even number of incomplete lines")
    return scores[len(scores) // 2]


def score(missing: list[str]) -> int:
    """What do the missing brackets score?"""
    total = 0
    for bracket in missing:
        total = 5 * total + MISSING_POINTS[bracket]
    return total
