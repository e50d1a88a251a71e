r"""Sums of weighted binary logarithms, enclosed, and exact where they are rational.

>>> from threefold_python.exact import rounded
>>> rounded(6, LogSum([(3, 4, 3), (1, 4, 1)], 4).enclosures())
'0.811278'

Entropies and information are such sums. One can be rational where none of its logarithms is: with shares of
9, 8, 6 and 1 out of 24 the entropy is 7/4. The sum times its divisor is the logarithm of a product of powers:
rational if and only if the product is a power of two. Coprime bases tell, which need no primes, only
greatest common divisors (Bernstein, Factoring into coprimes in essentially linear time, 2005).
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from threefold_python.exact import Enclosure, exactly, ln, near, refined

# The C library's logarithm is off by one unit in the last place; here it may be off by seven.
UNIT = 2.0**-49


@dataclass(frozen=True, slots=True)
class LogSum:
    """The sum of weight / divisor · log2(above / below) over terms of these three, the last two above 0."""

    terms: Sequence[tuple[int, int, int]]
    divisor: int

    def enclosures(self) -> Iterator[Enclosure]:
        return settled(self.nearly(), self.to, self.rational)

    def nearly(self) -> Enclosure:
        """By doubles, which are added up without rounding but at the end."""
        weighted = [(weight / self.divisor, math.log2(above / below)) for weight, above, below in self.terms]
        value = math.fsum(weight * logarithm for weight, logarithm in weighted)
        size = math.fsum(abs(weight) * (1 + abs(logarithm)) for weight, logarithm in weighted)
        return near(value, size * UNIT)

    def to(self, digits: int) -> Enclosure:
        """To so many digits after the point, but for what weights of more than the divisor take away."""
        more = digits + 5
        total = exactly(0)
        for base, exponent in self._powers().items():
            total = (total + ln(base, more + len(str(base))) * Fraction(exponent, self.divisor)).cut(more)
        return (total / ln(2, more)).cut(digits)

    def rational(self) -> Fraction | None:
        """The sum, if it is rational."""
        twos = 0
        odd: Counter[int] = Counter()
        for base, exponent in self._powers().items():
            power = (base & -base).bit_length() - 1
            twos += power * exponent
            odd[base >> power] += exponent
        return None if coprime(odd.items()) else Fraction(twos, self.divisor)

    def compared(self, other: "LogSum") -> int:
        """-1, 0 or 1 as it is below, at or above another of the same divisor."""
        negative = [(-weight, above, below) for weight, above, below in other.terms]
        for found in LogSum([*self.terms, *negative], self.divisor).enclosures():
            if found.low > 0 or found.high < 0:
                return 1 if found.low > 0 else -1
            if found.low == found.high:
                break
        return 0

    def _powers(self) -> Counter[int]:
        powers: Counter[int] = Counter()
        for weight, above, below in self.terms:
            powers[above] += weight
            powers[below] -= weight
        return powers


def settled(
    first: Enclosure, value: Callable[[int], Enclosure], rational: Callable[[], Fraction | None]
) -> Iterator[Enclosure]:
    """A first enclosure, one to 32 digits, the value if it is rational, and ever narrower ones if not."""
    found = refined(value, first)
    yield from islice(found, 2)
    if (known := rational()) is not None:
        yield exactly(known)
    yield from found


def coprime(powers: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Bases above 1, coprime in pairs, and exponents that are not 0, of the same product; none if it is 1.

    >>> coprime([(12, 3), (6, -3), (2, -2)])
    {2: 1}
    """
    found: dict[int, int] = {}
    todo = list(powers)
    while todo:
        base, exponent = todo.pop()
        if base == 1 or exponent == 0:
            continue
        other = next((other for other in found if math.gcd(base, other) > 1), None)
        if other is None:
            found[base] = exponent
        else:
            common, theirs = math.gcd(base, other), found.pop(other)
            todo += [(base // common, exponent), (other // common, theirs), (common, exponent + theirs)]
    return found
