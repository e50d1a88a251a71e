"""How long is a matrix? A polynomial whose roots are all real tells by its signs how many are above a number.

Descartes' rule bounds the number of positive roots by the changes of sign among the coefficients. Where all
roots are real it is that number, so changes after a shift are a count, and halving finds each root.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

import numpy as np

from ..exact import Enclosure, rounded
from ..reading import Lines

MOST, MESSAGE = 30, "expected at most 30 rows, each of as many numbers, 1 to 30, of at most 18 digits"


def parse(text: str) -> np.ndarray:
    """What is the matrix?"""
    lines = Lines(text)
    rows: list[list[int]] = []
    least, most = 0, MOST - 1
    while not lines.is_done():
        if len(rows) == MOST:
            raise lines.fault(MESSAGE)
        (line,) = lines.line(rf"(-?\d{{1,18}}(?: -?\d{{1,18}}){{{least},{most}}})", MESSAGE)
        rows.append([int(word) for word in line.split(" ")])
        least = most = len(rows[0]) - 1
    return np.array(rows, dtype=object)


def part1(matrix: np.ndarray) -> str:
    """What are the sum of all squares, and the largest sums of sizes in a row and in a column?"""
    sizes = abs(matrix)
    return f"{(sizes**2).sum()} {sizes.sum(axis=1).max()} {sizes.sum(axis=0).max()}"


def part2(matrix: np.ndarray) -> str:
    """What are the largest singular value and the sum of all?"""
    polynomial = characteristic(min(matrix @ matrix.T, matrix.T @ matrix, key=len))

    def enclosures(norm: Callable[[list[int]], int]) -> Iterator[Enclosure]:
        digits = 12
        while True:
            values = singular_values(polynomial, digits)
            unit = 10**digits
            yield Enclosure(Fraction(norm(values) - len(values), unit), Fraction(norm(values), unit))
            digits *= 2

    return f"{rounded(9, enclosures(max))} {rounded(9, enclosures(sum))}"


def characteristic(matrix: np.ndarray) -> list[int]:
    """Which polynomial has the eigenvalues as roots? From 1 on, as Faddeev and Le Verrier find it."""
    coefficients, power = [1], matrix
    for k in range(1, len(matrix) + 1):
        coefficients.append(-power.trace() // k)
        power = matrix @ (power + coefficients[k] * np.identity(len(matrix), dtype=int).astype(object))
    return coefficients


def singular_values(polynomial: list[int], digits: int) -> list[int]:
    """What are the roots' square roots, each rounded up to so many digits after the point, in units?"""
    scaled = [value * 10 ** (2 * digits * power) for power, value in enumerate(polynomial)]

    def found(low: int, high: int, more: int, fewer: int) -> list[int]:
        """Those above the one and not above the other, given how many are above each."""
        if more == fewer:
            return []
        if high - low == 1:
            return [high] * (more - fewer)
        middle = (low + high) // 2
        between = above(scaled, middle**2)
        return found(low, middle, more, between) + found(middle, high, between, fewer)

    count, top = above(scaled, 0), 1
    while above(scaled, top**2):
        top *= 2
    return [0] * (len(polynomial) - 1 - count) + found(0, top, count, 0)


def above(polynomial: list[int], place: int) -> int:
    """How many roots are above a place?"""
    shifted = list(polynomial)
    for end in range(len(shifted), 1, -1):
        for power in range(1, end):
            shifted[power] += place * shifted[power - 1]
    signs = [value > 0 for value in shifted if value]
    return sum(one != other for one, other in pairwise(signs))
