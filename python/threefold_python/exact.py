r"""Decimals of real numbers, rounded half to even whatever a double says.

A real number is known by enclosures, intervals that hold it; the first whose ends round alike decides. A
fraction is its own two ends, so that a tie is decided, too.

>>> rounded(3, [exactly(Fraction(1, 16))])
'0.062'
>>> rounded(6, refined(lambda digits: log2(Fraction(5, 4), digits), near(math.log2(1.25), 1e-15)))
'0.321928'

So a solution says two things: a double with a bound on its error, which nearly always decides, and the same
value by `ln`, `log2`, `exp` and `pi` to any number of digits after the point. Those are rounded correctly by
`decimal`. More digits decide in the end (Ziv, 1991), unless the value is a tie and no enclosure of it is
exact. A sum of logarithms can be rational where its terms are not, as log2(3/2) - log2(3) is; a solution in
which it can has to find that out by itself.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A real number from ``low`` to ``high``; where they are equal, that number."""

    low: Fraction
    high: Fraction

    def __add__(self, other: "Number") -> "Enclosure":
        other = exactly(other)
        return Enclosure(self.low + other.low, self.high + other.high)

    def __neg__(self) -> "Enclosure":
        return Enclosure(-self.high, -self.low)

    def __sub__(self, other: "Number") -> "Enclosure":
        return self + -exactly(other)

    def __mul__(self, other: "Number") -> "Enclosure":
        other = exactly(other)
        products = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Enclosure(min(products), max(products))

    def __truediv__(self, other: "Number") -> "Enclosure":
        other = exactly(other)
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be 0")
        return self * Enclosure(1 / other.high, 1 / other.low)

    __radd__, __rmul__ = __add__, __mul__

    def cut(self, digits: int) -> "Enclosure":
        """What holds it, with ends of so many digits after the point; a fraction stays what it is."""
        unit = 10**digits
        if self.low == self.high:
            return self
        return Enclosure(
            Fraction(math.floor(self.low * unit), unit), Fraction(math.ceil(self.high * unit), unit)
        )


Number = Enclosure | Fraction | int


def exactly(number: Number) -> Enclosure:
    """The number itself, with two ends."""
    return number if isinstance(number, Enclosure) else Enclosure(Fraction(number), Fraction(number))


def near(value: float, error: float) -> Enclosure:
    """What is at most ``error`` away from a double, as the fractions that both are."""
    return Enclosure(Fraction(value) - Fraction(error), Fraction(value) + Fraction(error))


def refined(value: Callable[[int], Enclosure], *first: Enclosure) -> Iterator[Enclosure]:
    """Enclosures that are there already, then a value's to 32 digits, to 64, to 128, ..."""
    yield from first
    digits = 32
    while True:
        yield value(digits)
        digits *= 2


def rounded(places: int, enclosures: Iterable[Enclosure]) -> str:
    """The number that all enclosures hold, to so many decimals, half to even; -0.000 is 0.000."""
    unit = 10**places
    for enclosure in enclosures:
        nearest = round(enclosure.low * unit)
        if nearest == round(enclosure.high * unit):
            whole, part = divmod(abs(nearest), unit)
            return f"{'-' * (nearest < 0)}{whole}" + f".{part:0{places}}" * (places > 0)
    raise ValueError("expected enclosures until one decides")


def ln(x: Number, digits: int) -> Enclosure:
    """The natural logarithm of what is above 0, each end off by less than 10^-digits."""
    x = exactly(x)
    if x.low == x.high == 1:
        return exactly(0)
    # It is below 10^10, so that the last place is 10^-(digits + 2).
    low, high = (_context(digits + 12, side).ln(_decimal(end, digits + 12, side)) for end, side in _sides(x))
    return Enclosure(Fraction(low) - _tenth(digits + 1), Fraction(high) + _tenth(digits + 1))


def log2(x: Number, digits: int) -> Enclosure:
    """The binary logarithm; a power of two has a whole one."""
    x = exactly(x)
    length = x.low.numerator.bit_length() - x.low.denominator.bit_length()
    if x.low == x.high == Fraction(2) ** length:
        return exactly(length)
    more = digits + 12
    return (ln(x, more) / ln(2, more)).cut(digits + 1)


def exp(x: Number, digits: int) -> Enclosure:
    """The exponential, each end off by less than 10^-digits, or that part of it where it is above 1."""
    x = exactly(x)
    if x.low == x.high == 0:
        return exactly(1)
    if x.high < -3 * digits:
        return Enclosure(Fraction(0), _tenth(digits))
    lowest = max(x.low, Fraction(-3 * digits - 1))
    more = digits + 3 + len(str(abs(math.floor(x.high)) + 1))
    low, high = (
        Fraction(_context(more, side).exp(_decimal(end, more + 1, side)))
        for end, side in _sides(Enclosure(lowest, x.high))
    )
    low, high = low * (1 - _tenth(digits + 2)), high * (1 + _tenth(digits + 2))
    return Enclosure(low if lowest == x.low else Fraction(0), high)


def pi(digits: int) -> Enclosure:
    """Machin's 16 arctan(1/5) - 4 arctan(1/239); a term is off by less than one in 10^-(digits + 10)."""

    def arctan_of_one_over(n: int) -> int:
        total, power, place = 0, 10 ** (digits + 10) // n, 1
        while power:
            total += power // place if place % 4 == 1 else -(power // place)
            power //= n * n
            place += 2
        return total

    unit = 10 ** (digits + 10)
    value = Fraction(16 * arctan_of_one_over(5) - 4 * arctan_of_one_over(239), unit)
    return Enclosure(value - _tenth(digits + 1), value + _tenth(digits + 1))


def _tenth(digits: int) -> Fraction:
    return Fraction(1, 10**digits)


def _sides(x: Enclosure) -> list[tuple[Fraction, str]]:
    return [(x.low, ROUND_FLOOR), (x.high, ROUND_CEILING)]


def _context(digits: int, side: str) -> Context:
    return Context(prec=digits, rounding=side, Emin=MIN_EMIN, Emax=MAX_EMAX)


def _decimal(end: Fraction, digits: int, side: str) -> Decimal:
    return _context(digits, side).divide(Decimal(end.numerator), Decimal(end.denominator))
