"""Which test: whole numbers decide what is as extreme, and halving control points encloses the largest p."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import count
from math import comb
from typing import Any, NamedTuple

import numpy as np

from threefold.contract import InvalidInput

from ..exact import Enclosure, exactly, rounded
from ..reading import fields

MOST = 5_000
BITS = 60  # so that the sum of two control points fits into a word
MESSAGE = "expected two groups of 1 to 5000 as 83/264 255/677"

Points = np.ndarray[Any, np.dtype[Any]]


class Table(NamedTuple):
    """Of ``n`` and ``m`` people ``a`` and ``b`` said yes."""

    a: int
    n: int
    b: int
    m: int

    def counts(self, x: int, k: int) -> bool:
        """With x of k yes in the first group: is its share larger, by at least as many deviations?"""
        people, yes = self.n + self.m, self.a + self.b
        seen, other = self.a * people - yes * self.n, x * people - k * self.n
        return other > 0 and other**2 * yes * (people - yes) >= seen**2 * k * (people - k)


def parse(text: str) -> list[Table]:
    """Which tables are to be tested?"""
    tables = []
    for number, groups in enumerate(fields(text, r"(\d+)/(\d+) (\d+)/(\d+)", MESSAGE, MOST), 1):
        table = Table(*map(int, groups))
        if not (table.a <= table.n > 0 and table.b <= table.m > 0):
            raise InvalidInput(number, MESSAGE)
        tables.append(table)
    return tables


def part1(tables: list[Table]) -> str:
    """What are Fisher's p?"""
    return "\n".join(rounded(9, [exactly(fisher(table))]) for table in tables)


def part2(tables: list[Table]) -> str:
    """What are Barnard's p?"""
    return "\n".join(rounded(6, barnard(table)) for table in tables)


def fisher(table: Table) -> Fraction:
    """How probable are tables at most as probable as this one, with as many yes in all?"""
    a, n, b, m = table
    first = max(0, a + b - m)
    ways = [comb(n, first) * comb(m, a + b - first)]
    for x in range(first, min(n, a + b)):
        ways.append(ways[-1] * (n - x) * (a + b - x) // ((x + 1) * (m - a - b + x + 1)))
    return Fraction(sum(way for way in ways if way <= ways[a - first]), sum(ways))


def tails(table: Table) -> list[tuple[int, int]]:
    """Of all ways to choose k yes, how many count, and how many are there, for each k?

    From x yes in the first group on they count; one more yes in all leaves x as it is, or moves it by one.
    """
    _, n, _, m = table
    x, last, tail, ways = 1, 1, 0, 1  # from x on they count; last is the number of ways to x - 1
    found = [(tail, ways)]
    for k in range(1, n + m + 1):
        tail = (tail * (n + m - k + 1) + last * (n - x + 1)) // k
        ways = ways * (n + m - k + 1) // k
        if x <= min(n, k) and table.counts(x, k):
            last = last * (m - k + x) // (k - x + 1)
        else:
            last = last * (n - x + 1) // x
            tail -= last
            x += 1
        found.append((tail, ways))
    return found


def barnard(table: Table) -> Iterator[Enclosure]:
    """How probable are tables as extreme as this one, whatever share of people says yes, at most?"""
    if table.a * table.m == table.b * table.n:
        yield exactly(1)
        return
    upper = tails(table)
    both = [(tail + other, ways) for (tail, ways), (other, _) in zip(upper, reversed(upper), strict=True)]
    words = np.array([(tail << BITS) // ways for tail, ways in both])
    yield from narrowed(words, Fraction(1, 1 << BITS), len(words))
    yield from narrowed(np.array([Fraction(*point) for point in both]), Fraction(1), 0)


def narrowed(points: Points, unit: Fraction, wrong: int) -> Iterator[Enclosure]:
    """What encloses a polynomial's largest value, whose halves are mirrored, until rounding errs more?

    Control points are in units, and by halving fall at most so many of them too low.
    """
    cells, low = [halves(points)[0]], Fraction(0)
    for depth in count(1):
        error = (wrong > 0) + depth * wrong
        low = max(low, *(unit * max(cell[[0, -1]].tolist()) for cell in cells))
        tops = [unit * (max(cell.tolist()) + error) for cell in cells]
        yield Enclosure(low, max(tops))
        if max(tops) - low <= 3 * error * unit:
            return
        cells = [half for cell, top in zip(cells, tops, strict=True) if top > low for half in halves(cell)]


def halves(points: Points) -> tuple[Points, Points]:
    """What are the control points of both halves, by de Casteljau?"""
    left, right = [points[0]], [points[-1]]
    while len(points) > 1:
        points = points[:-1] + points[1:]
        points = points >> 1 if points.dtype == np.int64 else points / 2
        left.append(points[0])
        right.append(points[-1])
    return np.array(left, dtype=points.dtype), np.array(right[::-1], dtype=points.dtype)
