"""Convolution redux: which places combine to one is the rule's business, and each rule has its short way."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from threefold_python.reading import Lines

PRIME = 998_244_353
MOST_TERMS, MOST, MOST_CONCAVE = 200_000, 10**3, 10**9
RULE = "expected integers, cyclic, xor, dirichlet or max-plus"
SEQUENCE = "expected 1 to 200000 numbers as 3 -1 4, of the size and in the number that the rule asks for"
POWER = "expected 1 to 1000000000 copies and a place of the first sequence, as 5 3"

Terms = NDArray[np.int64]
Question = tuple[str, Terms, Terms, int, int]


def parse(text: str) -> Question:
    """Which rule, which two sequences, and which term of which power of the first?"""
    lines = Lines(text)
    (rule,) = lines.line("(integers|cyclic|xor|dirichlet|max-plus)", RULE)
    a = sequence(lines, rule, None)
    b = sequence(lines, rule, len(a) if rule in ("cyclic", "xor", "dirichlet") else None)
    first = int(rule == "dirichlet")
    exponent, place = lines.line(
        r"(\d+) (\d+)", POWER, 10**9, lambda n, place: int(n) >= 1 and first <= int(place) < len(a) + first
    )
    lines.end()
    return rule, a, b, int(exponent), int(place)


def sequence(lines: Lines, rule: str, length: int | None) -> Terms:
    """Which numbers are in the next line? They fit the rule, and are as many as that where it says so."""

    def fits(line: str) -> bool:
        terms = np.array(line.split(" "), np.int64)
        return (
            len(terms) == (length or len(terms)) <= MOST_TERMS
            and np.abs(terms).max() <= (MOST_CONCAVE if rule == "max-plus" else MOST)
            and (rule != "xor" or len(terms).bit_count() == 1)
            and (rule != "max-plus" or bool(np.all(np.diff(terms, 2) <= 0)))
        )

    (line,) = lines.line(r"(-?\d{1,18}(?: -?\d{1,18})*)", SEQUENCE, valid=fits)
    return np.array(line.split(" "), np.int64)


def part1(question: Question) -> str:
    """What is the convolution of the two sequences?"""
    rule, a, b, _, _ = question
    convolutions = {"integers": product, "cyclic": cyclic, "xor": xor, "dirichlet": dirichlet}
    return " ".join(map(str, convolutions.get(rule, max_plus)(a, b).tolist()))


def part2(question: Question) -> int:
    """Which term stands at the place in the power of the first sequence?"""
    rule, a, _, exponent, place = question
    powers = {
        "integers": product_power,
        "cyclic": cyclic_power,
        "xor": xor_power,
        "dirichlet": dirichlet_power,
    }
    return (
        max_plus_power(a, exponent, place) if rule == "max-plus" else powers[rule](a, exponent, place) % PRIME
    )


def power(a: Any, exponent: int, times: Callable[[Any, Any], Any]) -> Any:
    """What is a times itself, so many factors?"""
    found = a
    for bit in f"{exponent:b}"[1:]:
        found = times(found, found)
        found = times(found, a) if bit == "1" else found
    return found


def remainders(terms: Terms) -> Terms:
    """Which numbers nearest to 0 are the same modulo the prime?"""
    return (terms + PRIME // 2) % PRIME - PRIME // 2


def product(a: Terms, b: Terms, rest: Callable[[Terms], Terms] = np.asarray) -> Terms:
    """What are the coefficients of the product of two polynomials, or what rest do they leave?

    Three digits from -512 to 511 in base 1024 are so small that numpy's transform is off by less than 1/4.
    """
    length = len(a) + len(b) - 1
    size = 1 << length.bit_length()
    places = ((terms + 0x2008_0200 >> shift) % 1024 - 512 for terms in (a, b) for shift in (0, 10, 20))
    x, y, z, u, v, w = (np.fft.rfft(digits, size) for digits in places)
    total = np.zeros(length, np.int64)
    for spectrum in (z * w, y * w + z * v, x * w + y * v + z * u, x * v + y * u, x * u):
        total = rest((total << 10) + np.rint(np.fft.irfft(spectrum, size)[:length]).astype(np.int64))
    return total


def product_power(a: Terms, exponent: int, place: int) -> int:
    """No higher coefficients play a part."""
    low = slice(place + 1)
    return int(power(a[low], exponent, lambda x, y: product(x, y, remainders)[low])[place])


def cyclic(a: Terms, b: Terms, rest: Callable[[Terms], Terms] = np.asarray) -> Terms:
    """What does the product become where places are counted modulo the length?"""
    return rest(np.pad(product(a, b, rest), (0, 1)).reshape(2, -1).sum(axis=0))


def cyclic_power(a: Terms, exponent: int, place: int) -> int:
    return int(power(a, exponent, lambda x, y: cyclic(x, y, remainders))[place])


def walsh(terms: Terms) -> Terms:
    """What are the sums of all terms with each pattern of signs? Done twice, it multiplies by the length."""
    half = 1
    while half < len(terms):
        pairs = terms.reshape(-1, 2, half)
        terms = np.stack([pairs.sum(axis=1), pairs[:, 0] - pairs[:, 1]], axis=1).reshape(-1)
        half *= 2
    return terms


def xor(a: Terms, b: Terms) -> Terms:
    return walsh(walsh(a) * walsh(b)) // len(a)


def xor_power(a: Terms, exponent: int, place: int) -> int:
    values = power(remainders(walsh(a)), exponent, lambda x, y: remainders(x * y))
    return int(walsh(values)[place]) * pow(len(a), -1, PRIME)


def dirichlet(a: Terms, b: Terms) -> Terms:
    """For each place of a, what does its term add at the place's multiples?"""
    total = np.zeros_like(a)
    for place, term in enumerate(a, 1):
        total[place - 1 :: place] += term * b[: len(a) // place]
    return total


def dirichlet_power(a: Terms, exponent: int, place: int) -> int:
    """Only the place's divisors play a part."""
    divisors = [d for d in range(1, place + 1) if place % d == 0]

    def times(x: dict[int, int], y: dict[int, int]) -> dict[int, int]:
        return {n: sum(x[d] * y[n // d] for d in divisors if n % d == 0) % PRIME for n in divisors}

    return int(power({d: int(a[d - 1]) for d in divisors}, exponent, times)[place])


def max_plus(a: Terms, b: Terms) -> Terms:
    """Both begin at their first terms; then the steepest rise comes first, whichever sequence has it."""
    rises = np.sort(np.concatenate([np.diff(a), np.diff(b)]))[::-1]
    return np.cumsum(np.concatenate([a[:1] + b[:1], rises]))


def max_plus_power(a: Terms, exponent: int, place: int) -> int:
    """As rises only fall, the place is shared out evenly among the factors."""
    each, more = divmod(place, exponent)
    return int(a[each]) * (exponent - more) + (int(a[each + 1]) * more if more else 0)
