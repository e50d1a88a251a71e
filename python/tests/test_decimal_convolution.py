"""Decimal convolution: digit sequences are integers in every base, and no rounding is ever seen."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threefold_python.teaching.decimal_convolution import Digits, convolve

LARGE_BASES = [2**32, 2**64, 10**30, 10**5000]
BASES = st.sampled_from([2, 3, 10, 16, 36, 37, 60, 255, 256, 257, 10**9, *LARGE_BASES]) | st.integers(
    2, 10**6
)
INTEGERS = st.integers() | st.integers(-(10**90), 10**90) | st.integers(0, 200).map(lambda n: 10**n - 1)


@given(INTEGERS, INTEGERS, BASES)
def test_to_integer_is_a_homomorphism(x: int, y: int, base: int) -> None:
    a, b = Digits.of_int(x, base), Digits.of_int(y, base)
    assert [int(n) for n in (a, a + b, a - b, a * b, -a)] == [x, x + y, x - y, x * y, -x]
    assert (a == b) == (x == y)


@given(INTEGERS, INTEGERS, INTEGERS, BASES)
def test_digits_are_a_commutative_ring(x: int, y: int, z: int, base: int) -> None:
    a, b, c, zero, one = (Digits.of_int(n, base) for n in (x, y, z, 0, 1))
    assert a + b == b + a
    assert a * b == b * a
    assert (a + b) + c == a + (b + c)
    assert (a * b) * c == a * (b * c)
    assert a * (b + c) == a * b + a * c
    assert (a + zero, a * one, a * zero, a - a, zero - (zero - a)) == (a, a, zero, zero, a)


@given(INTEGERS, BASES)
def test_equal_numbers_are_equal_digits_with_equal_hashes(n: int, base: int) -> None:
    a, b = Digits.of_int(n, base), Digits.of_int(n + 1, base) - Digits.of_int(1, base)
    assert a == b
    assert hash(a) == hash(b)
    assert all(0 <= digit < base for digit in a.digits)
    assert a.digits[-1] != 0 or a == Digits((0,), base)


@given(INTEGERS, BASES)
def test_a_text_and_back(n: int, base: int) -> None:
    a = Digits.of_int(n, base)
    assert Digits.of_str(str(a), base) == a
    assert str(Digits.of_int(n)) == str(n)
    if base <= 36:
        assert int(str(a), base) == n


@given(st.lists(st.integers(-(10**30), 10**30)), BASES)
def test_carrying_keeps_the_value(coefficients: list[int], base: int) -> None:
    value = 0
    for coefficient in reversed(coefficients):
        value = value * base + coefficient
    assert Digits.carried(coefficients, base) == Digits.of_int(value, base)


def naive(a: Sequence[int], b: Sequence[int]) -> list[int]:
    sums = [0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            sums[i + j] += x * y
    return sums


@given(st.data(), st.integers(0, 200))
def test_a_convolution_is_its_definition(data: st.DataObject, bits: int) -> None:
    """Small values go through the transform, large ones past it."""
    values = st.lists(st.integers(0, 2**bits) | st.just(2**bits), min_size=1)
    a, b = data.draw(values), data.draw(values)
    assert convolve(a, b) == naive(a, b)


@pytest.mark.parametrize("largest", [1, 9, 255, 999, 9999, 99999, 2**20, 10**9])
@pytest.mark.parametrize(("m", "n"), [(1, 1), (1, 5000), (1023, 1025), (20000, 30000)])
def test_the_largest_digits_are_convolved_exactly(largest: int, m: int, n: int) -> None:
    """On both sides of where the transform gives way: the sums are known, and the worst that there are."""
    sums = convolve([largest] * m, [largest] * n)
    assert sums == [largest**2 * min(k + 1, m, n, m + n - 1 - k) for k in range(m + n - 1)]


def test_a_million_nines_are_convolved_exactly() -> None:
    n = 10**6
    assert convolve([9] * n, [9] * n) == [81 * min(k, 2 * n - k) for k in range(1, 2 * n)]


def test_long_numbers_do_not_meet_the_limit_of_int_and_str() -> None:
    nines = Digits.of_str("-" + "9" * 20000)
    assert int(nines) == 1 - 10**20000
    assert Digits.of_int(1 - 10**20000) == nines
    assert str(nines * nines) == "9" * 19999 + "8" + "0" * 19999 + "1"


def test_texts() -> None:
    assert [str(Digits.of_str(text)) for text in ("+007", "-0", "-00", "-10")] == ["7", "0", "0", "-10"]
    assert int(Digits.of_str("-23:59", 60)) == -1439
    assert str(Digits.of_int(1439, 60)) == "23:59"
    for text in ("", "+", "-", "+-1", "--1", "1 ", " 1", "1_0", "a", "٣", "½", "1:2", "1\n"):
        with pytest.raises(ValueError, match="expected"):
            Digits.of_str(text)
    for text in ("", ":", "1:", "60", "1:+2", "1:-2", "1:2:60", "1:٣"):
        with pytest.raises(ValueError, match="expected"):
            Digits.of_str(text, 60)


def test_what_makes_no_number() -> None:
    for digits, base, negative in [
        ((), 10, False),
        ((10,), 10, False),
        ((-1,), 10, False),
        ((0, 0), 10, False),
    ]:
        with pytest.raises(ValueError, match="expected"):
            Digits(digits, base, negative)
    with pytest.raises(ValueError, match="negative zero"):
        Digits((0,), 10, True)
    with pytest.raises(ValueError, match="2 or more"):
        Digits((0,), 1)


def test_bases_do_not_mix() -> None:
    a, b = Digits.of_int(5), Digits.of_int(5, 2)
    assert a != b
    for operation in ("__add__", "__mul__", "__sub__"):
        assert getattr(a, operation)(b) is NotImplemented
    with pytest.raises(TypeError):
        a * b
