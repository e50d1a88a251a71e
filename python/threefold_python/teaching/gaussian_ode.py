"""A differential equation: each derivative of p is a polynomial times p, and the next one's is h' + g h.

A Gaussian's are Hermite's polynomials. They are whole; part 1 evaluates one, part 2 counts its roots.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from ..polynomials import Polynomial, derivative, real_roots
from ..reading import Lines

COEFFICIENTS = "expected 1 to 11 coefficients from -9 to 9, the first of them not 0"
MOST_ROOTS = MOST_TIMES = 60
QUESTION = "expected k and x as 3 -1/2; k is at most 60, and so is k times the degree"


@dataclass(frozen=True)
class Question:
    g: Polynomial
    times: int
    x: Fraction


def parse(text: str) -> Question:
    """What is g, which derivative of p is meant, and where?"""
    lines = Lines(text)
    coefficient = r"-?0{0,17}\d"
    (line,) = lines.line(rf"((?!-?0+(?: |$)){coefficient}(?: {coefficient}){{0,10}})", COEFFICIENTS)
    g = [int(word) for word in line.split()]
    times, x = lines.line(
        r"(\d{1,18}) (-?\d{1,18}(?:/(?!0+$)\d{1,18})?)",
        QUESTION,
        valid=lambda times, _: int(times) <= MOST_TIMES and int(times) * (len(g) - 1) <= MOST_ROOTS,
    )
    lines.end()
    return Question(g, int(times), Fraction(x))


def part1(question: Question) -> Fraction:
    """What is the derivative at x, divided by p there?"""
    value = Fraction(0)
    for coefficient in factor(question):
        value = value * question.x + coefficient
    return value


def part2(question: Question) -> int:
    """At how many points is the derivative 0?"""
    roots, _ = real_roots(factor(question))
    return roots


def factor(question: Question) -> Polynomial:
    """Which polynomial times p is the derivative?"""
    h = [1]
    for _ in range(question.times):
        h = plus(derivative(h), times(question.g, h))  # (h p)' = h' p + h p', and p' = g p
    return h


def plus(one: Polynomial, other: Polynomial) -> Polynomial:
    return [a + b for a, b in zip_longest(reversed(one), reversed(other), fillvalue=0)][::-1]


def times(one: Polynomial, other: Polynomial) -> Polynomial:
    product = [0] * (len(one) + len(other) - 1)
    for place, a in enumerate(one):
        for shift, b in enumerate(other):
            product[place + shift] += a * b
    return product
