"""Statistics in one sentence: every sample is drawn, and `statistics` asked."""

import statistics
from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import prod

STATISTICS: dict[str, Callable[[tuple[Fraction, ...]], Fraction]] = {
    "max": max,
    "mean": statistics.mean,
    "median": statistics.median,
    "mode": lambda sample: min(statistics.multimode(sample)),
    "range": lambda sample: max(sample) - min(sample),
}
SIZES = (*range(1, 17), 20, *range(1, 13))


def solve(text: str) -> tuple[str, str]:
    (draws, *names), *rows = (line.split() for line in text.split("\n"))
    weights = [int(weight) for _, weight in rows]
    samples = list(product([Fraction(value) for value, _ in rows], repeat=int(draws)))
    chances = [
        Fraction(prod(drawn), sum(weights) ** int(draws)) for drawn in product(weights, repeat=int(draws))
    ]
    likeliest, variances = [], []
    for name in names:
        law: dict[Fraction, Fraction] = defaultdict(Fraction)
        for sample, chance in zip(samples, chances, strict=True):
            law[STATISTICS[name](sample)] += chance
        value = min(value for value in law if law[value] == max(law.values()))
        mean = sum(value * chance for value, chance in law.items())
        likeliest.append(f"{value} {law[value]}")
        variances.append(str(sum((value - mean) ** 2 * chance for value, chance in law.items())))
    return ", ".join(likeliest), ", ".join(variances)
