"""Decimals are those of FLINT's ball arithmetic, and ties go to the even digit."""

import doctest
import math
from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction
from random import Random

import pytest
from flint import arb, ctx, fmpq

from threefold_python import exact
from threefold_python.exact import Enclosure, exactly, exp, ln, log2, near, pi, refined, rounded

HALF = Fraction(1, 2)
TINY = Fraction(1, 10**40)


def test_the_examples() -> None:
    failed, tried = doctest.testmod(exact)
    assert tried and not failed


def some_fraction(rng: Random) -> Fraction:
    """Of any size, and often next to 1."""
    digits = rng.choice([1, 2, 5, 30])
    value = Fraction(rng.randint(1, 10**digits), rng.randint(1, 10 ** rng.choice([1, digits])))
    return value if rng.random() < 0.7 else 1 + value / 10 ** rng.choice([20, 50])


def contains(found: Enclosure, value: arb) -> bool:
    """Does an enclosure overlap a ball that is far narrower, and reach no further than it should?"""
    low, high = (arb(fmpq(end.numerator, end.denominator)) for end in (found.low, found.high))
    return bool((low <= value or low.overlaps(value)) and (value <= high or high.overlaps(value)))


@pytest.mark.parametrize(
    ("ours", "theirs"), [(ln, arb.log), (log2, lambda x: x.log() / arb(2).log()), (exp, arb.exp)]
)
def test_functions_are_those_of_arb(
    ours: Callable[[Fraction, int], Enclosure], theirs: Callable[[arb], arb], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctx, "dps", 400)
    rng, context = Random(1), Context(prec=200)
    for _ in range(400):
        x = some_fraction(rng) % 200 * rng.choice([1, -1 if ours is exp else 1])
        if x == 0:
            continue
        digits = rng.choice([5, 20, 60])
        found, value = ours(x, digits), theirs(arb(fmpq(x.numerator, x.denominator)))
        assert contains(found, value), x
        assert found.high - found.low <= 2 * max(1, found.high if ours is exp else 1) / Fraction(10) ** digits
        decimals = rounded(9, refined(lambda digits, x=x: ours(x, digits)))
        nearest = int((value * 10**9 + arb(0.5)).floor().unique_fmpz())
        assert Decimal(decimals) == Decimal(nearest).scaleb(-9, context), x


def test_constants(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctx, "dps", 400)
    for digits in (0, 1, 20, 300):
        assert contains(pi(digits), arb.pi())
        assert pi(digits).high - pi(digits).low <= Fraction(1, 10**digits)


def test_an_enclosure_of_an_interval_holds_both_ends() -> None:
    x = Enclosure(Fraction(1, 3), Fraction(5))
    for function, power in ((ln, math.log), (log2, math.log2), (exp, math.exp)):
        found = function(x, 30)
        assert [float(found.low), float(found.high)] == pytest.approx([power(1 / 3), power(5)])
    assert exp(Enclosure(Fraction(-(10**9)), Fraction(-1)), 20).low == 0
    assert exp(Fraction(-(10**9)), 20) == Enclosure(Fraction(0), Fraction(1, 10**20))


def test_what_is_exact_stays_exact() -> None:
    assert (ln(1, 5), exp(0, 5), log2(Fraction(1, 8), 5)) == (exactly(0), exactly(1), exactly(-3))
    third = exactly(Fraction(1, 3))
    assert (third.cut(2), third * 3 - 1, 1 + third / 2) == (third, exactly(0), exactly(Fraction(7, 6)))


def test_arithmetic_holds_what_it_should() -> None:
    rng = Random(2)
    for _ in range(500):
        ends = [sorted(Fraction(rng.randint(-9, 9), rng.randint(1, 9)) for _ in range(2)) for _ in range(2)]
        a, b = (Enclosure(*pair) for pair in ends)
        x, y = (low + (high - low) * Fraction(rng.randint(0, 4), 4) for low, high in ends)
        for found, value in ((a + b, x + y), (a - b, x - y), (a * b, x * y), (-a, -x), (a.cut(1), x)):
            assert found.low <= value <= found.high
        if b.low <= 0 <= b.high:
            with pytest.raises(ZeroDivisionError):
                a / b
        else:
            assert (a / b).low <= x / y <= (a / b).high


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(0), 3, "0.000"),
        (Fraction(-1, 10**9), 3, "0.000"),
        (Fraction(-1, 2000), 3, "0.000"),
        (Fraction(-1, 2000) - TINY, 3, "-0.001"),
        (Fraction(-3, 2000), 3, "-0.002"),
        (Fraction(1, 2000), 3, "0.000"),
        (Fraction(1, 2000) + TINY, 3, "0.001"),
        (Fraction(3, 2000), 3, "0.002"),
        (Fraction(3, 2000) - TINY, 3, "0.001"),
        (Fraction(1, 16), 3, "0.062"),
        (Fraction(3, 16), 3, "0.188"),
        (HALF, 0, "0"),
        (Fraction(3, 2), 0, "2"),
        (Fraction(-5, 2), 0, "-2"),
        (HALF + TINY, 0, "1"),
        (HALF - TINY, 0, "0"),
        (Fraction(9995, 10000), 3, "1.000"),
        (Fraction(1, 3), 18, "0.333333333333333333"),
        (Fraction(-(10**30), 3), 2, "-" + "3" * 30 + ".33"),
    ],
)
def test_halves_go_to_the_even_digit(value: Fraction, places: int, text: str) -> None:
    assert rounded(places, [exactly(value)]) == text
    wide = Enclosure(value - 1, value + 1)
    assert rounded(places, iter([wide, exactly(value)])) == text


def test_the_first_that_decides_decides() -> None:
    def ends() -> object:
        yield near(0.25, 1e-4)
        raise AssertionError("asked for another")

    assert rounded(3, ends()) == "0.250"
    assert rounded(4, refined(lambda digits: ln(2, digits), near(0.6931, 1e-4))) == "0.6931"
    with pytest.raises(ValueError, match="until one decides"):
        rounded(3, [near(0.25, 1)])
