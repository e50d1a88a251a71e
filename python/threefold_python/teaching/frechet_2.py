"""Linear least squares: the normal equations in whole numbers, of which only independent rows are solved."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from ..reading import Lines

MOST_PAIRS, MOST_NUMBERS = 10_000, 30
NUMBER = r"-?0{0,14}\d{1,4}"
SIZES = "expected pairs 1 to 10000, x 1 to 30 and y 1 to 30, as pairs 5 x 2 y 1"
PAIR = "expected the numbers of x and those of y, from -9999 to 9999, as 1 2 | 3"
ROW = "expected as many numbers from -9999 to 9999 as x has"


class Data(NamedTuple):
    """A row for each pair, and a matrix that makes of x something like y."""

    x: np.ndarray
    y: np.ndarray
    weights: np.ndarray


def parse(text: str) -> Data:
    """What are the pairs, and which matrix is tried?"""
    lines = Lines(text)
    header = r"pairs (\d{1,18}) x (\d{1,18}) y (\d{1,18})"
    pairs, inputs, outputs = map(int, lines.line(header, SIZES, valid=are_sizes))
    form = f"({numbers(inputs)}) \\| ({numbers(outputs)})"
    lines.blank("expected an empty line")
    xs, ys = zip(*(lines.line(form, PAIR) for _ in range(pairs)), strict=True)
    lines.blank("expected an empty line")
    rows = [lines.line(f"({numbers(inputs)})", ROW)[0] for _ in range(outputs)]
    lines.end()
    return Data(*(np.array([[int(word) for word in row.split()] for row in part]) for part in (xs, ys, rows)))


def are_sizes(pairs: str, inputs: str, outputs: str) -> bool:
    """Is there something of each, and not too much?"""
    most = MOST_PAIRS, MOST_NUMBERS, MOST_NUMBERS
    return all(1 <= int(size) <= limit for size, limit in zip((pairs, inputs, outputs), most, strict=True))


def numbers(count: int) -> str:
    """Which pattern do so many numbers have?"""
    return f"{NUMBER}(?: {NUMBER}){{{count - 1}}}"


def part1(data: Data) -> str:
    """How does the error grow with each entry of the matrix?"""
    errors = data.x @ data.weights.T - data.y
    return written((2 * errors.T @ data.x).tolist())


def part2(data: Data) -> str:
    """Which is the smallest of the matrices that have the least error?"""
    squares, products = (data.x.T @ part for part in (data.x, data.y))  # all that has to be known
    independent = eliminated(squares.astype(object))[0]
    # The smallest solution of independent equations is made of their rows.
    rows = squares[independent].astype(object)
    pivots, below, table = eliminated(np.hstack([rows @ rows.T, products[independent].astype(object)]))
    above = table[:, len(pivots) :].T @ rows
    return written([[Fraction(int(entry), below) for entry in row] for row in above])


def eliminated(table: np.ndarray) -> tuple[list[int], int, np.ndarray]:
    """Which rows are independent of those before? Over what does each say its own unknown, and what?

    The matrix is positive semidefinite: where a pivot is 0, so is what is left of its row. All quotients are
    whole numbers (Bareiss, 1968).
    """
    pivots, below = [], 1
    for k, _ in enumerate(table):
        own = table[k]
        pivot = int(own[k])
        if pivot:
            table = (pivot * table - np.outer(table[:, k], own)) // below
            table[k] = own
            pivots.append(k)
            below = pivot
    return pivots, below, table


def written(rows: Iterable[Iterable[Fraction | int]]) -> str:
    """How is a matrix written?"""
    return "\n".join(" ".join(map(str, row)) for row in rows)
