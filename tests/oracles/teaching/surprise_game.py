"""The surprise game: arb's balls, where what is within 2^-800 of a half is one; a tree of words."""

from collections import Counter
from fractions import Fraction
from heapq import heapify, heappop, heappush

import numpy as np
from flint import arb, ctx
from scipy.stats import entropy

SIZES = (*range(1, 41), 60, 100)


def solve(text: str) -> tuple[str, str]:
    ctx.prec = 1200
    rows = [line.split() for line in text.split("\n")]
    counts, surprises = [int(row[1]) for row in rows], [int(row[2]) for row in rows]
    total = sum(counts)
    uncertain = sum((count * (arb(total) / count).log() for count in counts), arb(0)) / total / arb(2).log()
    assert abs(float(uncertain) - entropy(np.array(counts, float), base=2)) < 1e-9
    least = min(surprises)
    normaliser = sum((arb(2) ** (least - surprise) for surprise in surprises), arb(0)).log() / arb(2).log()
    pairs = list(zip(counts, surprises, strict=True))
    mean = arb(sum(count * (surprise - least) for count, surprise in pairs)) / total
    answers = (
        decimals(uncertain),
        decimals(mean - uncertain + normaliser, max(surprises) > least + 900),
        compared(Counter(surprises)),
    )
    return " ".join(answers), str(sum(count * surprise for count, surprise in pairs) - length(counts))


def decimals(value: arb, more: bool = False) -> str:
    """The ball's number, or one that is ``more`` by less than can be told."""
    halves = int((2 * 10**9 * value + arb(0.5)).mid().floor().unique_fmpz())
    exact = Fraction(halves, 2 * 10**9)
    half = abs(2 * 10**9 * value - halves) < arb(2) ** -800
    if more or not half:
        exact += Fraction(1, 4 * 10**9) * (1 if half or 2 * 10**9 * value > halves else -1)
    whole, part = divmod(round(exact * 10**9), 10**9)
    return f"{whole}.{part:09}"


def compared(powers: Counter[int]) -> str:
    bits = []
    while powers:
        last = max(powers)
        count = powers.pop(last)
        bits += [last] * (count % 2)
        if count > 1:
            powers[last - 1] += count // 2
    return "<" if bits[-1] > 0 else "=" if bits == [0] else ">"


def length(counts: list[int]) -> int:
    """The sum of each outcome's depth in Huffman's tree times its count."""
    queue = [(count, place, {place: 0}) for place, count in enumerate(counts)]
    heapify(queue)
    while len(queue) > 1:
        (one, place, left), (other, _, right) = heappop(queue), heappop(queue)
        heappush(queue, (one + other, place, {leaf: depth + 1 for leaf, depth in (left | right).items()}))
    return sum(counts[leaf] * depth for leaf, depth in queue[0][2].items())
