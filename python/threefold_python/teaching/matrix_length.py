"""How long is a matrix? A polynomial whose roots are all real tells by its signs how many are above a number.

Descartes' rule bounds the number of positive roots by the changes of sign among the coefficients. Where all
roots are real it is that number, so changes after a shift are a count, and halving finds each root.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from math import floor, isqrt

import numpy as np

from ..exact import Enclosure, rounded
from ..matrices import characteristic
from ..polynomials import Polynomial, roots
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
    side = min(matrix, matrix.T, key=len)
    polynomial = characteristic(side @ side.T)
    while not polynomial[-1]:
        polynomial.pop()
    values = cache(lambda bits: singular_values(polynomial, bits))

    def enclosures(norm: Callable[[list[int]], int]) -> Iterator[Enclosure]:
        bits = 48
        while True:
            lows, highs = values(bits)
            yield Enclosure(Fraction(norm(lows), 2**bits), Fraction(norm(highs), 2**bits))
            bits *= 2

    return f"{rounded(9, enclosures(lambda values: max(values, default=0)))} {rounded(9, enclosures(sum))}"


def singular_values(polynomial: Polynomial, bits: int) -> tuple[list[int], list[int]]:
    """Between which whole numbers are the roots' square roots, in units of 2^-bits?"""
    found = roots(polynomial, bits, Fraction(1, 4**bits))
    lows = [isqrt(floor(root.low * 4**bits)) for root in found]
    return lows, [isqrt(floor(root.high * 4**bits)) + 1 for root in found]
