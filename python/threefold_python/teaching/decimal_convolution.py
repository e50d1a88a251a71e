"""Decimal convolution: numpy's transform convolves the factors' digits; carrying makes that their product."""

import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Self

import numpy as np

from threefold.contract import InvalidInput

NUMERALS = string.digits + string.ascii_lowercase
WORTH = {numeral: worth for worth, numeral in enumerate(NUMERALS)}


@dataclass(frozen=True, slots=True)
class Digits:
    """An integer as its digits in a base, the least significant first.

    The last is not 0, but for zero's only digit, and zero has no sign: equal numbers have equal digits.
    """

    digits: tuple[int, ...]
    base: int = 10
    negative: bool = False

    def __post_init__(self) -> None:
        if self.base < 2:
            raise ValueError("a base is 2 or more")
        if not self.digits or min(self.digits) < 0 or max(self.digits) >= self.base:
            raise ValueError(f"expected digits from 0 to {self.base - 1}")
        if self.digits[-1] == 0 and (self.negative or len(self.digits) > 1):
            raise ValueError("expected no leading zero and no negative zero")

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
        return cls(without_leading_zeros(digits), base)

    @classmethod
    def of_int(cls, value: int, base: int = 10) -> Self:
        """What are the digits of an integer? Its halves' digits, and theirs."""
        powers, parts = [base], [abs(value)]
        while powers[-1] <= abs(value):
            powers.append(powers[-1] ** 2)
        for power in reversed(powers):
            parts = [half for part in parts for half in (part % power, part // power)]
        return cls.carried([-part for part in parts] if value < 0 else parts, base)

    @classmethod
    def of_str(cls, text: str, base: int = 10) -> Self:
        """Which number does a text spell, after a sign or none? Raises `ValueError` where it spells none."""
        unsigned = text[1:] if text.startswith(("+", "-")) else text
        if base <= 36:
            digits = [WORTH.get(numeral, base) for numeral in reversed(unsigned)]
        else:
            words = reversed(unsigned.split(":"))
            digits = [int(cls.of_str(word)) if word.isdecimal() else base for word in words]
        if not digits:
            raise ValueError("expected a digit")
        return cls(without_leading_zeros(digits), base, text.startswith("-") and any(digits))

    def __str__(self) -> str:
        """How do people write it? By 0 to 9 and a to z; above base 36 as clocks do, 23:59."""
        if self.base <= 36:
            magnitude = "".join([NUMERALS[digit] for digit in reversed(self.digits)])
        else:
            magnitude = ":".join(str(type(self).of_int(digit)) for digit in reversed(self.digits))
        return "-" * self.negative + magnitude

    def __int__(self) -> int:
        """What is it worth? Two digits are one digit in the base's square."""
        digits, base = list(self.signed), self.base
        while len(digits) > 1:
            digits = [low + base * high for low, high in zip_longest(digits[::2], digits[1::2], fillvalue=0)]
            base *= base
        return digits[0]

    @property
    def signed(self) -> Iterable[int]:
        """The digits, each with the number's sign."""
        return (-digit for digit in self.digits) if self.negative else self.digits

    def __neg__(self) -> Self:
        return type(self)(self.digits, self.base, not self.negative and any(self.digits))

    def __add__(self, other: Self) -> Self:
        if not isinstance(other, Digits) or other.base != self.base:
            return NotImplemented
        return self.carried(
            [a + b for a, b in zip_longest(self.signed, other.signed, fillvalue=0)], self.base
        )

    def __sub__(self, other: Self) -> Self:
        return self.__add__(-other)

    def __mul__(self, other: Self) -> Self:
        if not isinstance(other, Digits) or other.base != self.base:
            return NotImplemented
        product = self.carried(convolve(self.digits, other.digits), self.base)
        return product if self.negative == other.negative else -product


def without_leading_zeros(digits: list[int]) -> tuple[int, ...]:
    """Which digits count? At least one does."""
    while len(digits) > 1 and digits[-1] == 0:
        digits.pop()
    return tuple(digits) or (0,)


def convolve(a: Sequence[int], b: Sequence[int]) -> list[int]:
    """What are the sums of all a[i] * b[j] with the same i + j? (None of a and b is negative.)"""
    length = len(a) + len(b) - 1
    levels = length.bit_length()
    largest = (max(a) + 1) * (max(b) + 1)  # above any digit and any product of two
    # The transform's error is at most this / 2^53 (the notes say why); below 1/4, rounding is exact.
    error = max(len(a), len(b)) * largest * 16 * (3 * levels + 1)
    if error < 2**51:
        spectrum = np.fft.rfft(a, 2**levels) * np.fft.rfft(b, 2**levels)
        sums: list[int] = np.rint(np.fft.irfft(spectrum)[:length]).astype(np.int64).tolist()
        return sums
    # Python's own integers never round: one product in a base where no sum is carried.
    width = (min(len(a), len(b)) * largest).bit_length() // 8 + 1
    x, y = (int.from_bytes(b"".join(n.to_bytes(width, "little") for n in ns), "little") for ns in (a, b))
    product = (x * y).to_bytes(width * length, "little")
    return [int.from_bytes(product[at : at + width], "little") for at in range(0, len(product), width)]


def parse(text: str) -> tuple[Digits, Digits]:
    """Which two integers are to be multiplied?"""
    factors = []
    for line, word in enumerate(text.split("\n", 2)[:2], 1):
        try:
            factors.append(Digits.of_str(word))
        except ValueError:
            raise InvalidInput(line, "expected a decimal integer") from None
    if text.count("\n") != 1:
        raise InvalidInput(3 if "\n" in text else 1, "expected two lines")
    a, b = factors
    return a, b


def part1(factors: tuple[Digits, Digits]) -> str:
    """What is the convolution of their digits, before carrying, the most significant first?"""
    a, b = factors
    sums = convolve(a.digits, b.digits)
    if a.negative != b.negative:
        sums = [-coefficient for coefficient in sums]
    return " ".join(map(str, reversed(sums)))


def part2(factors: tuple[Digits, Digits]) -> Digits:
    """What is their product?"""
    a, b = factors
    return a * b
