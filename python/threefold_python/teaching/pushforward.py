"""Statistics in one sentence: a statistic of all samples, counted without making one of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import accumulate, combinations, islice, pairwise
from math import comb
from operator import mul

from threefold_python.reading import Lines

Counts = Mapping[int, int]  # of weighted samples, by the statistic that they have, in its unit
Question = tuple[int, list[str], Counts]  # draws, statistics, and the weight of each value, in order

FIRST = "expected 1 to 60 draws, and different ones of max, mean, median, mode and range"
ROW = "expected a value from -100 to 100 and a weight from 1 to 1000, on at most 60 lines"


def parse(text: str) -> Question:
    """Which statistics are asked for, of what?"""
    lines = Lines(text)
    form = r"(\d+)((?: (?:max|mean|median|mode|range))+)"
    draws, named = lines.line(form, FIRST, 60, lambda n, s: int(n) > 0 and len({*s.split()}) == s.count(" "))
    weights: Counter[int] = Counter()
    for row in range(1, max(1, text.count("\n")) + 1):
        if row > 60:
            raise lines.fault(ROW)
        value, weight = lines.line(
            r"(-?\d+) (\d+)", ROW, 1000, lambda x, w: abs(int(x)) <= 100 and int(w) > 0
        )
        weights[int(value)] += int(weight)
    return int(draws), named.split(), dict(sorted(weights.items()))


def greatest(draws: int, weights: Counts) -> Counts:
    """How many samples have each value as their greatest? Those up to it, without those below it."""
    up_to = pairwise(accumulate(weights.values(), initial=0))
    return {value: high**draws - low**draws for value, (low, high) in zip(weights, up_to, strict=True)}


def spread(draws: int, weights: Counts) -> Counts:
    """How many have each range? Drawn from a value on, without those from the next on: it is the least."""
    counts: Counter[int] = Counter()
    for at, low in enumerate(weights):
        for sign, start in ((1, at), (-1, at + 1)):
            for high, count in greatest(draws, dict(islice(weights.items(), start, None))).items():
                counts[high - low] += sign * count
    return counts


def total(draws: int, weights: Counts) -> Counts:
    """How many have each sum? A power Q of the polynomial P of the weights solves P Q' = n P' Q."""
    (least, base), *others = weights.items()
    steps = [(value - least, weight) for value, weight in others]
    counts = [base**draws]
    for place in range(1, draws * (max(weights) - least) + 1):
        near = [(step, weight) for step, weight in steps if step <= place]
        known = sum(((draws + 1) * step - place) * weight * counts[place - step] for step, weight in near)
        counts.append(known // (place * base))
    return {draws * least + place: count for place, count in enumerate(counts)}


def middle(draws: int, weights: Counts) -> Counts:
    """How many have each sum of the two values in the middle? Of an odd number one is both."""
    half, whole = (draws + 1) // 2, sum(weights.values())

    def at_most(below: int) -> int:
        return sum(comb(draws, k) * below**k * (whole - below) ** (draws - k) for k in range(half, draws + 1))

    lower = pairwise(map(at_most, accumulate(weights.values(), initial=0)))
    counts = Counter({2 * value: high - low for value, (low, high) in zip(weights, lower, strict=True)})
    if draws % 2 == 0:
        lows, highs = greatest(half, weights), greatest(half, dict(reversed(list(weights.items()))))
        for low, high in combinations(weights, 2):
            both = comb(draws, half) * lows[low] * highs[high]
            counts.update({2 * low: -both, low + high: both})
    return counts


def most_frequent(draws: int, weights: Counts) -> Counts:
    """How many have each mode? Smaller values come less often, greater ones at most as often."""

    def table(weight: int) -> list[list[int]]:
        return [[comb(end, part) * weight**part for part in range(end + 1)] for end in range(draws + 1)]

    tables = {weight: table(weight) for weight in {1, *weights.values()}}

    def arranged(drawn: Iterable[int], most: int, length: int) -> Iterable[list[int]]:
        """By length, the sequences of no value, of the first, of two, ..., each at most so often."""

        def joined(others: list[int], weight: int) -> list[int]:
            rows = tables[weight][: length + 1]
            return [sum(map(mul, row[: most + 1], others[end::-1])) for end, row in enumerate(rows)]

        return accumulate(drawn, joined, initial=[1] + [0] * length)

    counts: Counter[int] = Counter()
    for often in range(1, draws + 1):
        rest = draws - often
        smaller = arranged(weights.values(), often - 1, rest)
        greater = reversed(list(arranged(list(weights.values())[:0:-1], often, rest)))
        for (value, weight), before, after in zip(weights.items(), smaller, greater, strict=False):
            others = sum(map(mul, map(mul, tables[1][rest], before), reversed(after)))
            counts[value] += tables[weight][draws][often] * others
    return counts


STATISTICS = {"max": greatest, "mean": total, "median": middle, "mode": most_frequent, "range": spread}


def laws(question: Question) -> Iterator[tuple[Counts, int, int]]:
    """Of each statistic: its counts, which part of 1 it counts in, and how many samples there are."""
    draws, statistics, weights = question
    for name in statistics:
        counts = STATISTICS[name](draws, weights)
        yield counts, {"mean": draws, "median": 2}.get(name, 1), sum(counts.values())


def part1(question: Question) -> str:
    """What is the most probable value of each statistic, the least of several, and how probable is it?"""

    def likeliest(counts: Counts, unit: int, samples: int) -> str:
        value = max(counts, key=lambda value: (counts[value], -value))
        return f"{Fraction(value, unit)} {Fraction(counts[value], samples)}"

    return ", ".join(likeliest(*law) for law in laws(question))


def part2(question: Question) -> str:
    """What is the variance of each statistic?"""

    def variance(counts: Counts, unit: int, samples: int) -> Fraction:
        first, second = (sum(count * value**power for value, count in counts.items()) for power in (1, 2))
        return Fraction(second * samples - first**2, (samples * unit) ** 2)

    return ", ".join(str(variance(*law)) for law in laws(question))
