"""Polynomials with whole coefficients, and how many real roots one has.

>>> real_roots([1, 0, -3, 2])  # (x - 1)² (x + 2): two roots, and at one of them the sign changes
(2, 1)
>>> [round(float(root.high), 3) for root in roots([1, -4, 2], 20)]  # 2 + √2 and 2 - √2
[3.414, 0.586]
"""

from fractions import Fraction
from itertools import pairwise, zip_longest
from math import gcd

from .exact import Enclosure

Polynomial = list[int]  # the leading coefficient, which is not 0, first; empty for 0


def derivative(polynomial: Polynomial) -> Polynomial:
    """What is its slope?"""
    degree = len(polynomial) - 1
    return [(degree - place) * coefficient for place, coefficient in enumerate(polynomial[:-1])]


def real_roots(polynomial: Polynomial) -> tuple[int, int]:
    """How many real roots has it, each counted once, and at how many of these does it change its sign?"""
    if len(polynomial) == 1:
        return 0, 0
    sequence = sturm(polynomial)
    leading = [member[0] for member in sequence]
    far_left = [(-1) ** len(member) * member[0] for member in sequence]
    roots = changes(far_left) - changes(leading)
    # The last member has each root once less, so it changes its sign at those of even multiplicity.
    _, even = real_roots(sequence[-1])
    return roots, roots - even


def changes(values: list[int]) -> int:
    """How often does the sign change?"""
    return sum((value < 0) != (following < 0) for value, following in pairwise(values))


def sturm(polynomial: Polynomial) -> list[Polynomial]:
    """What are a polynomial, its slope, and on from there the remainders of two, with their signs changed?"""
    sequence = [polynomial]
    following = derivative(polynomial)
    while following:
        sequence.append(following)
        following = [-coefficient for coefficient in remainder(*sequence[-2:])]
    return sequence


def remainder(dividend: Polynomial, divisor: Polynomial) -> Polynomial:
    """What is left by a division? Of all its positive multiples that in the smallest whole numbers."""
    while len(dividend) >= len(divisor):
        scale, times = abs(divisor[0]), dividend[0] if divisor[0] > 0 else -dividend[0]
        pairs = zip_longest(dividend, divisor, fillvalue=0)
        dividend = [scale * one - times * other for one, other in pairs][1:]
    content = gcd(*dividend)
    while dividend and dividend[0] == 0:
        dividend = dividend[1:]
    return [coefficient // content for coefficient in dividend]


def above(polynomial: Polynomial, place: Fraction | int) -> int:
    """How many roots are above a place, if all are real? By Descartes' rule of signs, after a move."""
    shifted = [value * place.denominator**power for power, value in enumerate(polynomial)]
    for end in range(len(shifted), 1, -1):
        for power in range(1, end):
            shifted[power] += place.numerator * shifted[power - 1]
    return changes([value for value in shifted if value])


def roots(polynomial: Polynomial, bits: int, enough: Fraction | int = 0) -> list[Enclosure]:
    """Where is each root, the largest first, to so many leading bits or a width? All are above 0."""
    top = 1
    while above(polynomial, top):
        top *= 2
    found: list[Enclosure] = []
    # A piece has a width, and begins after so many widths; a root at an end belongs to the left.
    todo = [(0, Fraction(top), len(polynomial) - 1, 0)]
    while todo:
        place, width, more, fewer = todo.pop()
        if place >> bits or width <= enough:
            found += [Enclosure(place * width, (place + 1) * width)] * (more - fewer)
        elif more > fewer:
            half, right = width / 2, 2 * place + 1
            between = above(polynomial, right * half)
            todo += [(right - 1, half, more, between), (right, half, between, fewer)]
    return found
