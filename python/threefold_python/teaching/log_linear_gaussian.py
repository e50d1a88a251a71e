"""Gaussians as a log-linear family: covariances are inverted, and logarithms of densities added."""

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

import numpy as np

from threefold.contract import NoAnswer

from ..matrices import inverse
from ..reading import Lines

HEAD = "expected a dimension from 1 to 20 and a number of groups from 1 to 5, with a space between"
NUMBER = r"(?!-?\d{19})-?0*\d{1,9}"

Density = tuple[np.ndarray, np.ndarray, int]  # precision times mean, precision, and what both are divided by


def parse(text: str) -> list[np.ndarray]:
    """Which groups of data are there? A row is a vector."""
    lines = Lines(text)
    dimension, count = map(int, lines.line(r"(\d{1,18}) (\d{1,18})", HEAD, valid=fits))
    message = f"expected {dimension} numbers below 10^9 in size, with a space between two"
    groups = []
    for _ in range(count):
        lines.blank("expected an empty line")
        rows = lines.block(rf"({NUMBER}(?: {NUMBER}){{{dimension - 1}}})", message)
        groups.append(np.array([[int(word) for word in row.split()] for (row,) in rows], dtype=object))
    lines.end()
    return groups


def fits(dimension: str, count: str) -> bool:
    return 1 <= int(dimension) <= 20 and 1 <= int(count) <= 5


def part1(groups: list[np.ndarray]) -> str:
    """What are the sums of each group's parameters?"""
    lines = [
        f"{Fraction(vector.sum(), below)} {Fraction(-precision.sum(), 2 * below)}"
        for vector, precision, below in densities(groups)
    ]
    return "\n".join(lines)


def part2(groups: list[np.ndarray]) -> str:
    """What are the mean and the sum of the variances of the densities' product?"""
    vector, precision, below = reduce(product, densities(groups))
    covariance, divisor = inverse(precision, below) or (precision, 0)
    mean = [Fraction(value, below * divisor) for value in covariance @ vector]
    return f"{' '.join(map(str, mean))}\n{Fraction(covariance.trace(), divisor)}"


def densities(groups: list[np.ndarray]) -> Iterator[Density]:
    """What is each group's density in logarithms?"""
    for number, data in enumerate(groups, 1):
        count, total = len(data), data.sum(axis=0)
        found = inverse(count * data.T @ data - np.outer(total, total))  # the covariance, count² times
        if found is None:
            raise NoAnswer(f"group {number} has no density")
        inverted, below = found
        yield count * inverted @ total, count**2 * inverted, below


def product(one: Density, other: Density) -> Density:
    """What is the product of two densities? The sum of their logarithms."""
    return one[0] * other[2] + other[0] * one[2], one[1] * other[2] + other[1] * one[2], one[2] * other[2]
