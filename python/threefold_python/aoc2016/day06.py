"""Signals and Noise: each column's letters are counted, and the most or the least frequent one is taken."""

from collections import Counter

from threefold_python.reading import Lines

Columns = list[Counter[str]]

MOST_ROWS, MOST_COLUMNS = 60_000, 16
FORM = "expected at most 60000 rows of 1 to 16 small letters, all of the same length"


def parse(text: str) -> Columns:
    """How often is each letter in each column, in the order of the alphabet?"""
    rows = text.split("\n")
    width = min(len(rows[0]), MOST_COLUMNS)
    lines = Lines(text)
    for number, _ in enumerate(rows, 1):
        lines.line(rf"[a-z]{{{max(1, width)}}}", FORM, valid=lambda number=number: number <= MOST_ROWS)
    return [Counter(sorted(column)) for column in zip(*rows, strict=True)]


def part1(columns: Columns) -> str:
    """Which letters are most frequent?"""
    return "".join(max(counts, key=counts.__getitem__) for counts in columns)


def part2(columns: Columns) -> str:
    """Which are least frequent?"""
    return "".join(min(counts, key=counts.__getitem__) for counts in columns)
