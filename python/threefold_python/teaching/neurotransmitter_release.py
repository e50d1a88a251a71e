"""Neurotransmitter release: borders between counts, and a matrix of weights for each most probable count."""

import math
from bisect import bisect_left
from collections import Counter
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import cache
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np

from threefold.contract import InvalidInput
from threefold_python.exact import Enclosure, exactly, ln, near, pi, refined, rounded
from threefold_python.reading import fields

MODEL = "expected lambda from 0.001 to 10000.0, mean from 0.1 to 1.0 and sd from 0.001 to mean"
POTENTIAL = "expected a potential from -9999.999 to 9999.999"


class Trials(NamedTuple):
    """``rate`` is 10^9 lambda; mean, deviation and potentials are in microvolts."""

    rate: int
    mean: int
    sd: int
    potentials: Counter[int]


Table = list[Decimal]


def parse(text: str) -> Trials:
    first, end, rest = text.partition("\n")
    (words,) = fields(first, r"(\d{1,18})\.(\d{1,9}) (\d{1,18})\.(\d{1,3}) (\d{1,18})\.(\d{1,3})", MODEL)
    rate, mean, sd = fixed(9, *words[:2]), fixed(3, *words[2:4]), fixed(3, *words[4:])
    if not (10**6 <= rate <= 10**13 and 100 <= mean <= 1000 and 1 <= sd <= mean):
        raise InvalidInput(1, MODEL)
    lines = fields(rest, r"(-?)(\d+)\.(\d{1,3})", POTENTIAL, 9999, first=2) if end else ()
    return Trials(rate, mean, sd, Counter(fixed(3, *words) * (-1 if sign else 1) for sign, *words in lines))


def fixed(places: int, whole: str, part: str) -> int:
    return int(whole + part.ljust(places, "0"))


def part1(trials: Trials) -> int:
    """What is the sum of the most probable numbers of releases?"""
    return sum(mode * group.total() for mode, group in grouped(trials).items())


def part2(trials: Trials) -> str:
    """What is the logarithm of the likelihood?"""
    silent = exactly(Fraction(-trials.rate * trials.potentials.total(), 10**9))
    if not (groups := {mode: group for mode, group in grouped(trials).items() if mode}):
        return rounded(6, [silent])
    first = silent + densities(trials, groups, 32, by_doubles)
    return rounded(6, refined(lambda digits: silent + densities(trials, groups, digits, by_decimals), first))


def grouped(trials: Trials) -> dict[int, Counter[int]]:
    """Which potentials have which most probable number of releases?"""
    most = max(trials.rate // 10**9, max(map(abs, trials.potentials), default=0) // trials.mean)
    # No mode is above most + 1, and few borders are looked at.
    counts, limit, groups = range(1, most + 2), cache(lambda k: border(trials, k)), dict[int, Counter[int]]()
    for potential, times in trials.potentials.items():
        mode = bisect_left(counts, abs(potential), key=limit) + 1 if potential else 0
        groups.setdefault(mode, Counter())[potential] = times
    return groups


def border(trials: Trials, k: int) -> int:
    """Up to which size of a potential are k releases more probable than one more?"""
    ratio = Fraction((k + 1) ** 3 * 10**18, k * trials.rate**2)
    for log in refined(lambda digits: ln(ratio, digits), near(math.log(ratio), 1e-12)):  # below 64
        squares = [k * (k + 1) * (trials.mean**2 + trials.sd**2 * end) for end in (log.low, log.high)]
        low, high = (math.isqrt(max(0, math.floor(square))) for square in squares)
        if low == high:
            break
    return low


def densities(trials: Trials, groups: dict[int, Counter[int]], digits: int, shares: Any) -> Enclosure:
    """What is the logarithm of all densities, but for e^-lambda? Each is off by less than 10^-digits."""
    number, most = sum(group.total() for group in groups.values()), max(groups)
    scale = ln(pi(digits + 10) * Fraction(2 * trials.sd**2, 10**6), digits + 10)
    found = scale * Fraction(-number, 2) + Enclosure(Fraction(-1), Fraction(1)) * Fraction(number, 10**digits)
    with localcontext(Context(prec=digits + 40)):
        table = scores(trials.rate, most + reach(trials, most, 4 * digits))
        for mode, group in groups.items():
            squares = sum(times * (one - mode * trials.mean) ** 2 for one, times in group.items())
            peaks = group.total() * table[mode] - Decimal(squares) / (2 * mode * trials.sd**2)
            found += shares(trials, mode, group, table, digits) + Fraction(peaks)
    return found


def scores(rate: int, most: int) -> Table:
    """What are the logarithms of lambda^k / (k! sqrt k)?"""
    level, logs = (Decimal(rate) / 10**9).ln(), [Decimal(max(1, k)).ln() for k in range(most + 1)]
    return list(accumulate((level - (3 * two - one) / 2 for one, two in pairwise(logs)), initial=Decimal(0)))


def reach(trials: Trials, mode: int, bits: int) -> int:
    """How far from the most probable count are weights above 2^-bits?"""
    return bits // 2 + math.isqrt(2 * bits * mode * trials.sd**2 // (trials.sd**2 + trials.mean**2))


def by_doubles(trials: Trials, mode: int, group: Counter[int], table: Table, digits: int) -> Enclosure:
    """What do all counts add to the most probable one, as a logarithm?

    An exponent is off by five roundings of itself and of its score, and falls by more from count to count; so
    the mean exponent is below 2, and what is beyond the window adds less than its last weight times its
    width.
    """
    far = reach(trials, mode, 64)
    counts = np.arange(max(1, mode - far), mode + far + 1)
    score = np.array([float(table[k] - table[mode]) for k in counts])
    size, times = np.array(list(group), dtype=float)[:, None], np.array(list(group.values()))
    factor = (counts - mode) / (2.0 * trials.sd**2 * mode * counts)
    exponents = (size**2 - mode * trials.mean**2 * counts) * factor + score
    total = (weights := np.exp(exponents)).sum(axis=1)
    ends = [-1, 0][: 1 + (counts[0] > 1)]
    rest = (weights[:, ends] * far / -exponents[:, ends]).sum(axis=1)
    wrong = 2.0**-53 * (100 + len(counts) + 6 * (weights @ np.abs(score)) / total) + 2 * rest
    return near(math.fsum(times * np.log(total)), math.fsum(times * wrong))


def by_decimals(trials: Trials, mode: int, group: Counter[int], table: Table, digits: int) -> Enclosure:
    """The same, to as many digits as are wanted and more."""
    far, found, below = reach(trials, mode, 4 * digits), exactly(0), 2 * trials.sd**2 * mode
    counts = [k for k in range(mode - far, mode + far + 1) if k > 0]
    for one, times in group.items():
        tilts = [Decimal((one**2 - k * mode * trials.mean**2) * (k - mode)) / (below * k) for k in counts]
        weights = [(tilt + table[k] - table[mode]).exp() for tilt, k in zip(tilts, counts, strict=True)]
        total, rest = sum(weights, Decimal(0)), far * (weights[-1] + weights[0] * (counts[0] > 1))
        found += times * Enclosure(Fraction(total.ln()), Fraction((total + rest).ln()))
    return found
