"""The determinant and its gradient: elimination modulo primes, until their product tells whole numbers.

An elimination in which each pivot exchanges an unknown for a value ends with the inverse. Times the
determinant that is the gradient, transposed, and so written the last exchange divides by nothing. So it is
done even where its pivot is 0, and what it makes then is a singular matrix's gradient.
"""

from collections.abc import Callable, Iterator
from math import isqrt, prod
from typing import Any

import numpy as np

from ..reading import Lines

MOST_ROWS, MOST = 200, 99


def parse(text: str) -> np.ndarray:
    """What is the matrix?"""
    lines = Lines(text)
    rows = [row(lines, 0, MOST_ROWS - 1, f"1 to {MOST_ROWS}")]
    size = len(rows[0])
    rows += [row(lines, size - 1, size - 1, str(size)) for _ in range(size - 1)]
    lines.end()
    return np.array(rows)


def row(lines: Lines, least: int, most: int, count: str) -> list[int]:
    """Which numbers are in the next line: the first one, and so many more?"""
    (line,) = lines.line(
        rf"(-?\d{{1,18}}(?: -?\d{{1,18}}){{{least},{most}}})",
        f"expected a row of {count} numbers from -{MOST} to {MOST}",
        valid=lambda line: all(abs(int(word)) <= MOST for word in line.split(" ")),
    )
    return [int(word) for word in line.split(" ")]


def part1(matrix: np.ndarray) -> int:
    """What is the determinant?"""
    return int(whole(matrix, lambda p: modulo(matrix, p)[0]))


def part2(matrix: np.ndarray) -> str:
    """How fast does it grow with each entry?"""
    gradient = whole(matrix, lambda p: modulo(matrix, p)[1].astype(object))
    return "\n".join(" ".join(map(str, row)) for row in gradient)


def whole(matrix: np.ndarray, remainder: Callable[[int], Any]) -> Any:
    """Which numbers, not larger than the determinant may be, leave these remainders?"""
    # Hadamard: no determinant is larger than the product of its rows' lengths.
    bound = isqrt(prod(max(1, sum(x * x for x in row)) for row in matrix.tolist()))
    number, product = 0, 1
    for p in primes():
        number = number + (remainder(p) - number % p) * pow(product, -1, p) % p * product
        product *= p
        if product > 2 * bound:
            return (number + bound) % product - bound


def primes() -> Iterator[int]:
    """Which are below 2^31, and 3 modulo 4? Miller and Rabin's test tells, with these bases (Jaeschke)."""
    for p in range(2**31 - 1, 0, -4):
        if all(pow(base, p // 2, p) in (1, p - 1) for base in (2, 3, 5, 7)):
            yield p


def modulo(matrix: np.ndarray, p: int) -> tuple[int, np.ndarray]:
    """What are the determinant and its gradient modulo a prime?"""
    table, last, factor = matrix.T % p, len(matrix) - 1, 1
    swaps = []
    for k in range(last):
        is_pivot = table[k:, k:] != 0
        if not is_pivot.any():
            return 0, 0 * table
        row, column = (k + int(at) for at in np.unravel_index(is_pivot.argmax(), is_pivot.shape))
        swap(table, k, row, column)
        swaps.append((k, column, row))
        pivot = int(table[k, k])
        factor = factor * pivot * (-1) ** ((row != k) + (column != k)) % p
        inverse = pow(pivot, -1, p)
        exchanged, others = table[k] * inverse % p, table[:, k].copy()
        exchanged[k] = inverse
        table[:, k] = 0
        table = (table - np.outer(others, exchanged)) % p
        table[k] = exchanged
    pivot = int(table[last, last])
    left, right = -table[:, last], table[last].copy()
    left[last] = right[last] = 1
    table[last] = table[:, last] = 0
    gradient = (table * pivot + np.outer(left, right)) % p * factor % p
    for k, row, column in reversed(swaps):
        swap(gradient, k, row, column)
    return factor * pivot % p, gradient


def swap(table: np.ndarray, k: int, row: int, column: int) -> None:
    """Let another row and another column be the k-th."""
    table[[k, row]] = table[[row, k]]
    table[:, [k, column]] = table[:, [column, k]]
