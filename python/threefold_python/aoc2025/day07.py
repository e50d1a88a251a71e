"""Laboratories: how many timelines are in each column is all that has to be remembered of a row."""

import re
from collections import Counter
from typing import NamedTuple

from threefold.contract import InvalidInput

FIRST = "expected a row of . with one S, at most 2000 long"
FURTHER = (
    "expected a row as long as the first, of . and of ^ apart from each other and the edges, at most 2000"
)
MOST = 2000


class Manifold(NamedTuple):
    start: int
    splitters: list[list[int]]  # by row


class Exit(NamedTuple):
    splits: int
    timelines: Counter[int]  # by column


def parse(text: str) -> Manifold:
    """Where does the beam enter, and in which columns of each row are splitters?"""
    first, *rows = text.split("\n")
    if len(first) > MOST or not re.fullmatch(r"\.*S\.*", first):
        raise InvalidInput(1, FIRST)
    for number, row in enumerate(rows, 2):
        if len(row) != len(first) or number > MOST or not re.fullmatch(r"\.+(?:\^\.+)*", row):
            raise InvalidInput(number, FURTHER)
    return Manifold(
        first.index("S"), [[splitter.start() for splitter in re.finditer(r"\^", row)] for row in rows]
    )


def part1(manifold: Manifold) -> int:
    """How many splitters are met?"""
    return leave(manifold).splits


def part2(manifold: Manifold) -> int:
    """How many timelines are there in the end?"""
    return leave(manifold).timelines.total()


def leave(manifold: Manifold) -> Exit:
    """What happens on the way from the first row to the last?"""
    timelines = Counter({manifold.start: 1})
    splits = 0
    for row in manifold.splitters:
        for column in row:
            if split := timelines.pop(column, 0):
                timelines[column - 1] += split
                timelines[column + 1] += split
                splits += 1
    return Exit(splits, timelines)
