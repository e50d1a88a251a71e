"""Syntax Scoring: each opening bracket expects the one that closes it, and the last one is expected first."""

from itertools import accumulate

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import fields

DEEPEST = 27
CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}
STEPS = dict.fromkeys(CLOSING, 1) | dict.fromkeys(CLOSING.values(), -1)
WRONG_POINTS = {")": 3, "]": 57, "}": 1197, ">": 25137}
MISSING_POINTS = {")": 1, "]": 2, "}": 3, ">": 4}


def parse(text: str) -> list[str]:
    """Which lines of brackets are there?"""
    message = f"expected brackets, at most {DEEPEST} of them open at once"
    lines: list[str] = []
    for (line,) in fields(text, r"([()\[\]{}<>]+)", message):
        if max(accumulate(map(STEPS.__getitem__, line))) > DEEPEST:
            raise InvalidInput(len(lines) + 1, message)
        lines.append(line)
    return lines


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
