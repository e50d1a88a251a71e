"""Linear generative models: halving finds roots, and a sum of the smallest that is a fraction has a factor.

The sum is a fraction only if the smallest roots are all the roots of a factor with whole coefficients. Such a
factor is guessed by rounding a product, and proved by a division and a count.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache
from itertools import count
from math import floor, gcd, prod
from typing import NamedTuple

import numpy as np

from threefold.contract import NoAnswer

from ..exact import Enclosure, exactly, ln, pi, rounded
from ..matrices import characteristic
from ..polynomials import Polynomial, above, remainder, roots
from ..reading import Lines

NUMBER = r"-?(?!\d{19})0*\d{1,3}"
HIDDEN = "expected a number of hidden variables from 0 to 999"
MESSAGE = "expected numbers below 1000 in size, more than hidden variables, as many as in the first datum"


class Data(NamedTuple):
    hidden: int
    rows: np.ndarray


class Spectrum(NamedTuple):
    """Variances along principal axes, but for a unit: a polynomial's roots, found to so many bits."""

    unit: Fraction
    polynomial: Polynomial
    roots: Callable[[int], list[Enclosure]]


def parse(text: str) -> Data:
    lines = Lines(text)
    hidden = int(lines.line(r"(\d+)", HIDDEN, 999)[0])
    rows: list[list[int]] = []
    least, most, limit = hidden, 999, 1
    while not rows or not lines.is_done():
        if len(rows) == limit:
            raise lines.fault(MESSAGE)
        (line,) = lines.line(f"({NUMBER}(?: {NUMBER}){{{least},{most}}})", MESSAGE)
        rows.append([int(word) for word in line.split(" ")])
        least = most = len(rows[0]) - 1
        limit = 1000 if most < 20 else 20
    return Data(hidden, np.array(rows, dtype=object))


def part1(data: Data) -> str:
    """How large is the noise's variance, and which logarithm has the likelihood?"""
    (number, features), hidden = data.rows.shape, data.hidden
    found = spectrum(data.rows)
    if hidden >= len(found.polynomial) - 1:
        raise NoAnswer("without noise there is no density")
    share = found.unit / (features - hidden)

    def likelihoods() -> Iterator[Enclosure]:
        for bits in doubling():
            variances, digits = [root * found.unit for root in found.roots(bits)], bits // 2
            kept, noise = prod(variances[:hidden], start=exactly(1)), sum(variances[hidden:], exactly(0))
            logarithm = ln(kept, digits) + ln(noise / (features - hidden), digits) * (features - hidden)
            yield (logarithm + (ln(pi(digits) * 2, digits) + 1) * features) * Fraction(-number, 2)

    noises = (total * share for total in left(found, hidden))
    return f"{rounded(6, noises)} {rounded(6, likelihoods())}"


def part2(data: Data) -> int:
    """How many hidden variables keep 19/20 of the variance?"""
    found = spectrum(data.rows)
    twentieth = Fraction(-sum(found.polynomial[1:2]), 20)

    def keeps(hidden: int) -> bool:
        lost = (total - twentieth for total in left(found, hidden))
        return next(more.high <= 0 for more in lost if more.low > 0 or more.high <= 0)

    return bisect_left(range(len(found.polynomial)), True, key=keeps)


def spectrum(rows: np.ndarray) -> Spectrum:
    """Which variances are not 0?"""
    away = len(rows) * rows - rows.sum(axis=0)
    side = min(away, away.T, key=len)
    products = side @ side.T
    common = gcd(*products.flat) or 1
    polynomial = characteristic(products // common)
    while not polynomial[-1]:
        polynomial.pop()
    return Spectrum(Fraction(common, len(rows) ** 3), polynomial, cache(lambda bits: roots(polynomial, bits)))


def doubling() -> Iterator[int]:
    return (64 << times for times in count())


def left(spectrum: Spectrum, hidden: int) -> Iterator[Enclosure]:
    """What do all roots but the largest add up to? Exactly, if it is a fraction."""
    for bits in doubling():
        yield sum(spectrum.roots(bits)[hidden:], exactly(0))
        if (known := proved(spectrum.polynomial, spectrum.roots(bits), hidden)) is not None:
            yield exactly(known)


def proved(polynomial: Polynomial, found: list[Enclosure], hidden: int) -> int | None:
    """What is that sum, if a factor's roots are seen to be these?"""
    smallest, border = found[hidden:], found[hidden]
    whole = times = 0
    if border in found[:hidden]:  # Then these are equal, and whole, if the sum is.
        whole, times = floor(border.high), smallest.count(border)
        if whole <= border.low or remainder(polynomial, product([whole] * found.count(border))):
            return None
    factor = product(root.high for root in smallest[times:])
    if remainder(polynomial, factor) or above(factor, border.low if times else border.high):
        return None
    return whole * times - sum(factor[1:2])


def product(values: Iterable[Fraction | int]) -> Polynomial:
    """Which polynomial has these roots, if it is rounded?"""
    found, zero = [Fraction(1)], Fraction(0)
    for root in values:
        found = [one - root * other for one, other in zip([*found, zero], [zero, *found], strict=True)]
    return [round(value) for value in found]
