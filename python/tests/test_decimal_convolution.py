"""Decimal convolution: digit sequences are integers in every base, and no rounding is ever seen."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threefold_python.teaching.decimal_convolution import Digits, convolve

BASES = st.integers(2, 36)
INTEGERS = st.integers() | st.integers(-(10**90), 10**90) | st.integers(0, 200).map(lambda n: 10**n - 1)


@given(INTEGERS, INTEGERS, BASES)
def test_to_integer_is_a_homomorphism(x: int, y: int, base: int) -> None:
    a, b = Digits.carried([x], base), Digits.carried([y], base)
    assert [int(n) for n in (a, a + b, a - b, a * b, -a)] == [x, x + y, x - y, x * y, -x]
    assert (a == b) == (x == y)


@given(INTEGERS, INTEGERS, INTEGERS, BASES)
def test_digits_are_a_commutative_ring(x: int, y: int, z: int, base: int) -> None:
    a, b, c, zero, one = (Digits.carried([n], base) for n in (x, y, z, 0, 1))
    assert a + b == b + a
    assert a * b == b * a
    assert (a + b) + c == a + (b + c)
    assert (a * b) * c == a * (b * c)
    assert a * (b + c) == a * b + a * c
    assert (a + zero, a * one, a * zero, a - a, zero - (zero - a)) == (a, a, zero, zero, a)


@given(INTEGERS, BASES)
def test_equal_numbers_are_equal_digits_with_equal_hashes(n: int, base: int) -> None:
    a, b = Digits.carried([n], base), Digits.carried([n + 1], base) - Digits.carried([1], base)
    assert a == b
    assert hash(a) == hash(b)
    assert all(0 <= digit < base for digit in a.digits)
    assert a.digits[-1] != 0 or a == Digits((0,), base)


@given(INTEGERS, BASES)
def test_a_text_and_back(n: int, base: int) -> None:
    a = Digits.carried([n], base)
    assert Digits.of_str(str(a), base) == a
    assert str(Digits.carried([n])) == str(n)
    assert int(str(a), base) == n


@given(st.lists(st.integers(-(10**30), 10**30)), BASES)
def test_carrying_keeps_the_value(coefficients: list[int], base: int) -> None:
    value = 0
    for coefficient in reversed(coefficients):
        value = value * base + coefficient
    assert Digits.carried(coefficients, base) == Digits.carried([value], base)


def naive(a: Sequence[int], b: Sequence[int]) -> list[int]:
    sums = [0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            sums[i + j] += x * y
    return sums


@given(INTEGERS, INTEGERS, BASES)
def test_a_convolution_is_its_definition(x: int, y: int, base: int) -> None:
    a, b = Digits.carried([x], base), Digits.carried([y], base)
    assert convolve(a, b) == naive(a.digits, b.digits)


@pytest.mark.parametrize("base", [2, 10, 36])
@pytest.mark.parametrize(("m", "n"), [(1, 1), (1, 5000), (1023, 1025), (20000, 30000)])
def test_the_largest_digits_are_convolved_exactly(base: int, m: int, n: int) -> None:
    sums = convolve(*(Digits((base - 1,) * count, base) for count in (m, n)))
    assert sums == [(base - 1) ** 2 * min(k + 1, m, n, m + n - 1 - k) for k in range(m + n - 1)]


def test_a_million_nines_are_convolved_exactly() -> None:
    n = 10**6
    assert convolve(Digits((9,) * n), Digits((9,) * n)) == [81 * min(k, 2 * n - k) for k in range(1, 2 * n)]


def test_long_numbers_do_not_meet_the_limit_of_int_and_str() -> None:
    nines = Digits.of_str("-" + "9" * 20000)
    assert int(nines) == 1 - 10**20000
    assert Digits.carried([1 - 10**20000]) == nines
    assert str(nines * nines) == "9" * 19999 + "8" + "0" * 19999 + "1"


def test_texts() -> None:
    assert [str(Digits.of_str(text)) for text in ("+007", "-0", "-00", "-10")] == ["7", "0", "0", "-10"]
    assert int(Digits.of_str("-zz", 36)) == -1295
    for text in ("", "+", "-", "+-1", "--1", "1 ", " 1", "1_0", "a", "٣", "½", "1:2", "1\n"):
        with pytest.raises(ValueError, match="expected"):
            Digits.of_str(text)


@pytest.mark.parametrize("base", [-2, 0, 1, 37])
def test_a_base_is_from_2_to_36(base: int) -> None:
    with pytest.raises(ValueError, match="a base is from 2 to 36"):
        Digits((1,), base)


def test_bases_do_not_mix() -> None:
    a, b = Digits.carried([5]), Digits.carried([5], 2)
    assert a != b
    for operation in (Digits.__add__, Digits.__sub__, Digits.__mul__, convolve):
        with pytest.raises(ValueError, match="the same base"):
            operation(a, b)
