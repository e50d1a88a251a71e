"""Decimal convolution: numpy's transform convolves the factors' digits; carrying makes that their product."""

import string
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Self

import numpy as np

from threefold_python.reading import Lines

NUMERALS = string.digits + string.ascii_lowercase
WORTH = {numeral: worth for worth, numeral in enumerate(NUMERALS)}


@dataclass(frozen=True, slots=True)
class Digits:
    """An integer as its digits in a base from 2 to 36, the least significant first.

    The last is not 0, but for zero's only digit, and zero has no sign: equal numbers have equal digits.
    """

    digits: tuple[int, ...]
    base: int = 10
    negative: bool = False

    def __post_init__(self) -> None:
        if not 2 <= self.base <= len(NUMERALS):
            raise ValueError(f"a base is from 2 to {len(NUMERALS)}")

    @classmethod
    def carried(cls, coefficients: Sequence[int], base: int = 10) -> Self:
        """Which number do these multiples of 1, base, base^2, ... make, be they large or negative?"""
        digits, carry = [], 0
        for coefficient in coefficients:
            carry += coefficient
            digits.append(carry % base)
            carry //= base
        if carry < 0:
            return -cls.carried([-coefficient for coefficient in coefficients], base)
        while carry:
            digits.append(carry % base)
            carry //= base
        while len(digits) > 1 and digits[-1] == 0:
            digits.pop()
        return cls(tuple(digits) or (0,), base)

    @classmethod
    def of_str(cls, text: str, base: int = 10) -> Self:
        """Which number does a text spell, after a sign or none? Raises `ValueError` where it spells none."""
        unsigned = text[1:] if text.startswith(("+", "-")) else text
        digits = [WORTH.get(numeral, base) for numeral in reversed(unsigned)]
        if max(digits, default=base) >= base:
            raise ValueError(f"expected a sign or none, then digits in base {base}")
        number = cls.carried(digits, base)
        return -number if text.startswith("-") else number

    def __str__(self) -> str:
        return "-" * self.negative + "".join([NUMERALS[digit] for digit in reversed(self.digits)])

    def __int__(self) -> int:
        value = 0
        for digit in reversed(self.signed):
            value = value * self.base + digit
        return value

    @property
    def signed(self) -> Sequence[int]:
        """The digits, each with the number's sign."""
        return [-digit for digit in self.digits] if self.negative else self.digits

    def __neg__(self) -> Self:
        return type(self)(self.digits, self.base, not self.negative and any(self.digits))

    def __add__(self, other: Self) -> Self:
        if other.base != self.base:
            raise ValueError("expected the same base")
        return self.carried(
            [a + b for a, b in zip_longest(self.signed, other.signed, fillvalue=0)], self.base
        )

    def __sub__(self, other: Self) -> Self:
        return self + -other

    def __mul__(self, other: Self) -> Self:
        product = self.carried(convolve(self, other), self.base)
        return product if self.negative == other.negative else -product


def convolve(a: Digits, b: Digits) -> list[int]:
    """What are the sums of all products of a digit of each, by the sum of their places, without signs?"""
    if a.base != b.base:
        raise ValueError("expected the same base")
    length = len(a.digits) + len(b.digits) - 1
    size = 1 << length.bit_length()
    spectrum = np.fft.rfft(a.digits, size) * np.fft.rfft(b.digits, size)
    sums: list[int] = np.rint(np.fft.irfft(spectrum)[:length]).astype(np.int64).tolist()
    return sums


def parse(text: str) -> tuple[Digits, Digits]:
    """Which two integers are to be multiplied?"""
    lines = Lines(text)
    (a,), (b,) = (lines.line(r"([+-]?\d+)", "expected a decimal integer") for _ in range(2))
    lines.end()
    return Digits.of_str(a), Digits.of_str(b)


def part1(factors: tuple[Digits, Digits]) -> str:
    """What is the convolution of their digits, before carrying, the most significant first?"""
    a, b = factors
    sign = 1 if a.negative == b.negative else -1
    return " ".join([str(sign * coefficient) for coefficient in reversed(convolve(a, b))])


def part2(factors: tuple[Digits, Digits]) -> Digits:
    """What is their product?"""
    a, b = factors
    return a * b
