"""Discrete channels: a chain is a product of matrices; floats propose the best input, two bounds prove it."""

import math
from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from threefold.contract import NoAnswer
from threefold_python.exact import Enclosure, rounded
from threefold_python.logarithms import LogSum
from threefold_python.reading import NO_MORE, Lines

MOST = 10**6
FIRST = "expected 1 to 12 weights from 0 to 10^6, not all 0"
ROW = "expected 1 to 12 weights from 0 to 10^6, as many as in the row above and of the same sum, not 0"

Weights = list[int]
Matrix = list[Weights]


def parse(text: str) -> tuple[Weights, list[Matrix]]:
    lines = Lines(text)
    first = weights(lines, FIRST, [])
    channels: list[Matrix] = []
    letters = len(first)
    while not channels or not lines.is_done():
        lines.blank("expected an empty line" if not channels else NO_MORE)
        rows: Matrix = []
        for _ in range(letters):
            rows.append(weights(lines, ROW, rows[:1]))
        channels.append(rows)
        letters = len(rows[0])
    return first, channels


def weights(lines: Lines, message: str, above: Matrix) -> Weights:
    def numbers(row: str) -> Weights:
        return [int(word) for word in row.split(" ")]

    def fits(row: str) -> bool:
        found = numbers(row)
        alike = all((len(found), sum(found)) == (len(row), sum(row)) for row in above)
        return max(found) <= MOST and sum(found) > 0 and alike

    (row,) = lines.line(r"(\d{1,18}(?: \d{1,18}){0,11})", message, valid=fits)
    return numbers(row)


def part1(chain: tuple[Weights, list[Matrix]]) -> str:
    """How much does each later variable tell about the first?"""
    first, channels = chain
    return " ".join(rounded(9, information(first, rows).enclosures()) for rows in cascades(channels))


def part2(chain: tuple[Weights, list[Matrix]]) -> str:
    """How much can the whole chain tell with the best input?"""
    *_, rows = cascades(chain[1])
    return rounded(6, capacities(rows))


def cascades(channels: list[Matrix]) -> Iterator[Matrix]:
    """What are the channels from the first variable to each later one?"""
    rows, *rest = channels
    yield rows
    for channel in rest:
        rows = [outputs(row, channel) for row in rows]
        yield rows


def outputs(first: Weights, rows: Matrix) -> Weights:
    return [sum(map(int.__mul__, first, column)) for column in zip(*rows, strict=True)]


def gains(first: Weights, rows: Matrix) -> list[LogSum]:
    """The divergence of each letter's output from that of all; the capacity is not above the largest."""
    total, found = sum(first), outputs(first, rows)
    pairs = [[(to, to * total, out) for to, out in zip(row, found, strict=True) if to] for row in rows]
    return [LogSum(terms, sum(rows[0])) for terms in pairs]


def information(first: Weights, rows: Matrix) -> LogSum:
    """What does the output tell about the input? The mean of the gains."""
    used = [(weight, gain) for weight, gain in zip(first, gains(first, rows), strict=True) if weight]
    terms = [(weight * to, above, out) for weight, gain in used for to, above, out in gain.terms]
    return LogSum(terms, sum(first) * sum(rows[0]))


def capacities(rows: Matrix) -> Iterator[Enclosure]:
    """What encloses the capacity?"""
    reached = [column for column in zip(*rows, strict=True) if any(column)]
    rows = [list(row) for row in dict.fromkeys(zip(*reached, strict=True))]  # equal letters are one
    best = centre(rows)
    first = [1 + round(share * 2**52) for share in best]
    found = [gain.nearly() for gain in gains(first, rows)]
    low = sum(gain.low * weight for gain, weight in zip(found, first, strict=True)) / Fraction(sum(first))
    yield Enclosure(low, max(gain.high for gain in found))
    shares = [Fraction(share).limit_denominator(1000) for share in best]
    proposed = [int(share * math.lcm(*(one.denominator for one in shares))) for share in shares]
    if not is_best(proposed, rows):
        raise NoAnswer("the capacity is too close to half a millionth to be rounded")
    yield from information(proposed, rows).enclosures()


def is_best(first: Weights, rows: Matrix) -> bool:
    """Do all letters that are used gain exactly the same, and no other more (Kuhn and Tucker)?"""
    if not any(first) or 0 in outputs(first, rows):
        return False
    every = gains(first, rows)
    level = every[first.index(max(first))]
    signs = [gain.compared(level) for gain in every]
    return all(sign == 0 or (sign < 0 and not weight) for sign, weight in zip(signs, first, strict=True))


def centre(rows: Matrix) -> list[float]:
    """Shares of the letters whose information is within 10^-13 or so of the best.

    A barrier, mu times the logarithms of all shares, keeps them above 0: then the information is below the
    capacity by mu a letter. Newton's method follows the maximum while mu falls.
    """
    total, count = sum(rows[0]), len(rows)
    channel = np.array([[to / total for to in row] for row in rows])
    shares = np.full(count, 1 / count)
    for mu in np.repeat(4.0 ** -np.arange(1, 25), 3):
        out = shares @ channel
        slope = shares * (channel * np.log(np.where(channel > 0, channel / out, 1))).sum(axis=1) + mu
        curve = np.outer(shares, shares) * (channel / out @ channel.T) + mu * np.eye(count)
        up, flat = np.linalg.solve(curve, np.stack([slope, shares], axis=1)).T
        step = up - (shares @ up) / (shares @ flat) * flat  # in parts of the shares
        shares *= 1 + step * min(1, 0.5 / max(abs(step).max(), 0.1))
        shares /= shares.sum()
    return shares.tolist()
