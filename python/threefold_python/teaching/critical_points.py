"""Critical points: Sturm's sequence counts real roots, and its last member those that come more than once."""

from ..polynomials import Polynomial, derivative, real_roots
from ..reading import fields

LINE = r"((?!-?0+ )-?\d{1,18}(?: -?\d{1,18}){2,100})"
MESSAGE = "expected 3 to 101 coefficients of at most 18 digits, the first of them not 0"


def parse(text: str) -> list[Polynomial]:
    """Whose critical points are asked for?"""
    return [[int(word) for word in line.split()] for (line,) in fields(text, LINE, MESSAGE)]


def part1(polynomials: list[Polynomial]) -> str:
    """How many critical points are there, and how many of them are minima?"""
    points = minima = 0
    for polynomial in polynomials:
        slope = derivative(polynomial)
        roots, changes = real_roots(slope)
        points += roots
        # Minima and maxima alternate, and the last one is a minimum where the slope ends above 0.
        minima += (changes + (slope[0] > 0)) // 2
    return f"{points} {minima}"


def part2(polynomials: list[Polynomial]) -> int:
    """How many minima has the square of the slope where it is not 0?"""
    fooled = 0
    for polynomial in polynomials:
        slope = derivative(polynomial)
        roots, changes = real_roots(slope)
        _, more = real_roots(derivative(slope))
        # Half the derivative of the square, slope times its derivative, ends and begins with a minimum.
        fooled += (changes + more + 1) // 2 - roots
    return fooled
