"""Which test: every table is looked at, and FLINT finds where the polynomial has no slope."""

from fractions import Fraction
from math import comb

from flint import arb_poly, ctx, fmpq, fmpz_poly

SIZES = (*range(1, 13), 16, 20, 24)


def solve(text: str) -> tuple[str, str]:
    tables = [[int(word) for word in line.replace("/", " ").split()] for line in text.split("\n")]
    with ctx.workdps(60):
        return "\n".join(fisher(*table) for table in tables), "\n".join(barnard(*table) for table in tables)


def fisher(a: int, n: int, b: int, m: int) -> str:
    ways = {x: comb(n, x) * comb(m, a + b - x) for x in range(n + 1) if 0 <= a + b - x <= m}
    return decimals(Fraction(sum(way for way in ways.values() if way <= ways[a]), sum(ways.values())), 9)


def barnard(a: int, n: int, b: int, m: int) -> str:
    def statistic(x: int, y: int) -> Fraction:
        pooled = Fraction(x + y, n + m)
        variance = pooled * (1 - pooled) * (Fraction(1, n) + Fraction(1, m))
        return (Fraction(x, n) - Fraction(y, m)) ** 2 / variance if variance else Fraction(0)

    yes, no, probability = fmpz_poly([0, 1]), fmpz_poly([1, -1]), fmpz_poly([0])
    for x in range(n + 1):
        for y in range(m + 1):
            if statistic(x, y) >= statistic(a, b):
                probability += comb(n, x) * comb(m, y) * yes ** (x + y) * no ** (n + m - x - y)
    best, values = fmpq(0), []
    for factor, _ in probability.derivative().factor()[1]:
        if factor.degree() == 1:
            best = max(best, probability(fmpq(-factor[0], factor[1])))
        else:
            for root, _ in factor.complex_roots():
                if root.imag == 0 and 0 < root.real < 1:
                    values.append(arb_poly(probability)(root.real))
    if probability.degree() == 0:
        best = fmpq(1)
    if all(value < best for value in values):
        return decimals(Fraction(int(best.p), int(best.q)), 6)
    found = {int((value * 10**6 + 0.5).floor().unique_fmpz()) for value in values if not value < best}
    return decimals(Fraction(max(found), 10**6), 6)


def decimals(value: Fraction, places: int) -> str:
    digits = str(round(value * 10**places)).zfill(places + 1)
    return f"{digits[:-places]}.{digits[-places:]}"
