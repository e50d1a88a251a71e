"""Discrete channels: fractions multiplied, arb's balls, and SLSQP's input for the capacity."""

from fractions import Fraction

import numpy as np
from flint import arb, ctx, fmpq
from scipy.optimize import minimize

SIZES = (1, 2, 3, 4, 6, 8, 10, 12, 15, 20, 25, 30, 40, 60, 80)


def solve(text: str) -> tuple[str, str]:
    ctx.prec = 2000
    blocks = [
        [[int(word) for word in row.split()] for row in block.split("\n")] for block in text.split("\n\n")
    ]
    first, *channels = [[[Fraction(to, sum(row)) for to in row] for row in rows] for rows in blocks]
    law, told = np.eye(len(channels[0]), dtype=int).astype(object), []
    for channel in channels:
        law = law @ np.array(channel)
        told.append(decimals(information([ball(p) for p in first[0]], law), 9, 1e-200))
    return " ".join(told), decimals(information(best(law), law), 6, 1e-11)


def ball(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))


def information(first: list[arb], law: list[list[Fraction]]) -> arb:
    """H of the output, less its mean by input."""
    rows = [[ball(to) for to in row] for row in law]
    out = [
        sum((p * to for p, to in zip(first, column, strict=True)), arb(0))
        for column in zip(*rows, strict=True)
    ]
    return entropy(out) - sum((p * entropy(row) for p, row in zip(first, rows, strict=True)), arb(0))


def entropy(shares: list[arb]) -> arb:
    return sum((-p * p.log() for p in shares if p != 0), arb(0)) / arb(2).log()


def decimals(value: arb, places: int, near: float) -> str:
    """Half to even; what is that near to a half is taken for one."""
    unit = 10**places
    halves = (2 * unit * value + arb(0.5)).mid().floor().unique_fmpz()
    exact = Fraction(int(halves), 2 * unit)
    if not abs(value - ball(exact)) < near:
        exact += Fraction(1 if value > ball(exact) else -1, 4 * unit)
    whole, part = divmod(round(exact * unit), unit)
    return f"{whole}.{part:0{places}}"


def best(law: list[list[Fraction]]) -> list[arb]:
    """An input next to the best."""
    rows = np.array([[float(to) for to in row] for row in law])

    def gains(p: np.ndarray) -> np.ndarray:
        return (rows * np.log(np.maximum(rows, 1e-300) / np.maximum(p @ rows, 1e-300))).sum(axis=1)

    simplex = {"type": "eq", "fun": lambda p: p.sum() - 1}
    start, options = np.full(len(law), 1 / len(law)), {"ftol": 1e-16, "maxiter": 1000}
    told = {"fun": lambda p: -p @ gains(p), "jac": lambda p: 1 - gains(p), "bounds": [(0, 1)] * len(law)}
    found = minimize(**told, x0=start, method="SLSQP", constraints=simplex, options=options).x.clip(0)
    assert max(gains(found)) - found @ gains(found) < 1e-5
    return [arb(float(p)) / arb(float(found.sum())) for p in found]
