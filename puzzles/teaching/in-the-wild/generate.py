"""Makes priors, rates and results of a test."""

from fractions import Fraction
from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` results; of tests whose ratios are powers of one number, so that sums tie, and of others."""
    if size > 20_000:
        raise ValueError("at most 20000 results")
    kind = rng.choice(("ties", "ties", "symmetrical", "nearly", "deaf", "usual", "any", "any"))
    prior = Fraction(1, rng.choice((2, 3, 11, 100, 1000, 10_000)))
    if kind == "ties":
        base, up, down = rng.choice((2, 3)), rng.randint(1, 3), rng.randint(1, 3)
        false = Fraction(base**down - 1, base ** (up + down) - 1)
        true = base**up * false
        prior = Fraction(1, 1 + base ** rng.randint(0, 8))
    elif kind in ("symmetrical", "nearly"):
        true = Fraction(rng.randint(5002, 9998), 10_000)
        false = 1 - true + Fraction(rng.randint(-1, 1), 10_000) * (kind == "nearly")
    elif kind == "usual":
        prior, true, false = Fraction(1, 1000), Fraction(99, 100), Fraction(1, 100)
    else:
        prior, true, false = (fraction(rng) for _ in range(3))
        false = true if kind == "deaf" else false
    if rng.random() < 1 / 6:
        true, false = false, true
    if rng.random() < 1 / 4:
        prior = 1 - prior
    chance = rng.choice((float(true), float(false), 0.5, 1.0))
    results = [rng.choices("+-", (chance, 1 - chance))[0] for _ in range(max(1, size))]
    if rng.random() < 1 / 4:
        results.sort(reverse=rng.random() < 1 / 2)
    rates = (f"{rate.numerator}/{rate.denominator}" for rate in (prior, true, false))
    return f"{' '.join(rates)}\n{''.join(results)}"


def fraction(rng: Random) -> Fraction:
    """Above 0 and below 1, with a denominator of one to four digits."""
    denominator = rng.randint(2, 10 ** rng.randint(1, 4))
    return Fraction(rng.randint(1, denominator - 1), denominator)
