"""Convolution redux: every pair of terms; products of polynomials by FLINT."""

from collections.abc import Callable
from functools import reduce
from math import inf

from flint import fmpz_poly

PRIME = 998_244_353
COMBINED: dict[str, Callable[[int, int, int], int]] = {
    "integers": lambda i, j, length: i + j,
    "cyclic": lambda i, j, length: (i + j) % length,
    "xor": lambda i, j, length: i ^ j,
    "dirichlet": lambda i, j, length: (i + 1) * (j + 1) - 1,
    "max-plus": lambda i, j, length: i + j,
}


def solve(text: str) -> tuple[str, str]:
    rule, first, second, asked = text.split("\n")
    a, b = ([int(term) for term in line.split()] for line in (first, second))
    exponent, place = map(int, asked.split())
    place -= rule == "dirichlet"
    length = len(a) + len(b) - 1 if rule in ("integers", "max-plus") else len(a)
    convolution = convolved(rule, a, b, length)
    if rule == "integers":
        product = fmpz_poly(a) * fmpz_poly(b)
        assert convolution == [int(product[at]) for at in range(length)]
    # A power's first terms need no more than the factors' first.
    steps = [
        (doubled, bit) for bit in f"{exponent:b}"[1:] for doubled in (True, False) if doubled or bit == "1"
    ]

    def step(power: list, of: tuple[bool, str]) -> list:
        return convolved(rule, power, power if of[0] else a, len(a), PRIME)

    return " ".join(map(str, convolution)), str(reduce(step, steps, reduced(rule, a, PRIME))[place])


def convolved(rule: str, a: list, b: list, length: int, modulus: int = 0) -> list:
    """The definition, up to a length."""
    total = [-inf if rule == "max-plus" else 0] * length
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            at = COMBINED[rule](i, j, length)
            if at < length:
                total[at] = max(total[at], x + y) if rule == "max-plus" else total[at] + x * y
    return reduced(rule, total, modulus)


def reduced(rule: str, terms: list, modulus: int) -> list:
    return [term % modulus for term in terms] if modulus and rule != "max-plus" else terms
