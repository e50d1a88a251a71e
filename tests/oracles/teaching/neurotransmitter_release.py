"""Neurotransmitter release: arb's balls over all counts that matter, and scipy's laws for a check."""

import math
from fractions import Fraction

import numpy as np
from flint import arb, ctx, fmpq
from scipy.special import logsumexp
from scipy.stats import norm, poisson

SIZES = (*range(1, 11), 13, 16, 20, 25)


def solve(text: str) -> tuple[str, str]:
    first, *lines = text.split("\n")
    lam, mean, sd = map(Fraction, first.split())
    with ctx.workprec(600):
        each = {line: trial(lam, mean, sd, Fraction(line)) for line in set(lines)}
        found = [each[line] for line in lines]
        exact, logs = sum((q for _, q, _ in found), Fraction()), sum((log for _, _, log in found), arb(0))
        value = ball(exact) + logs
        nearest = round((exact if logs == 0 else fraction(value)) * 10**6)
        assert logs == 0 or abs(value * 10**6 - nearest) < 0.5
    whole, part = divmod(abs(nearest), 10**6)
    return str(sum(mode for mode, _, _ in found)), f"{'-' * (nearest < 0)}{whole}.{part:06}"


def trial(lam: Fraction, mean: Fraction, sd: Fraction, v: Fraction) -> tuple[int, Fraction, arb]:
    """The most probable count, and the logarithm of mass or density as a rational and a real part."""
    if v == 0:
        return 0, -lam, arb(0)
    counts = np.arange(1, int(max(lam, abs(v) / mean)) + 1200)
    doubles = poisson.logpmf(counts, float(lam)) + norm.logpdf(
        float(v), counts * float(mean), np.sqrt(counts) * float(sd)
    )
    near = counts[doubles > doubles.max() - 600].tolist()
    weights = [
        k * ball(lam).log()
        - arb(k + 1).lgamma()
        - ball((v - k * mean) ** 2 / (2 * k * sd**2))
        - (2 * arb.pi() * k * ball(sd) ** 2).log() / 2
        for k in near
    ]
    best = max(range(len(near)), key=lambda place: weights[place].mid())
    assert all(weights[best] > weight for place, weight in enumerate(weights) if place != best)
    total = sum(((weight - weights[best]).exp() for weight in weights), arb(0)).log() + weights[best]
    assert math.isclose(float((total - ball(lam)).mid()), logsumexp(doubles), rel_tol=1e-6, abs_tol=1e-6)
    return near[best], -lam, total


def ball(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))


def fraction(value: arb) -> Fraction:
    mantissa, exponent = value.mid().man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
