"""Hypothesis testing in the wild: odds are multiplied by each result's likelihood ratio, as fractions."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import floor, prod
from operator import mul

from threefold_python.exact import ln
from threefold_python.reading import Lines

Counts = tuple[int, int]  # of positive and of negative results
Powers = tuple[
    int, int, int
]  # of the prior odds, of the ratio of a positive result, of that of a negative one

RATES = "expected a prior and two rates as 1/1000 99/100 1/100, above 0 and below 1, in at most 10000ths"
RESULTS = "expected 1 to 20000 results, each + or -"


@dataclass(frozen=True, slots=True)
class Study:
    """The prior odds, what a positive and a negative result multiply them by, and the results."""

    ratios: tuple[Fraction, Fraction, Fraction]
    results: str


def parse(text: str) -> Study:
    """What is believed, how good is the test, and what does it say?"""
    lines = Lines(text)
    form = r"(\d+)/(\d+) (\d+)/(\d+) (\d+)/(\d+)"
    numbers = [
        int(number)
        for number in lines.line(
            form,
            RATES,
            10_000,
            lambda *n: all(0 < int(p) < int(q) for p, q in zip(n[::2], n[1::2], strict=True)),
        )
    ]
    (results,) = lines.line(r"([+-]{1,20000})", RESULTS)
    lines.end()
    prior, true, false = (Fraction(p, q) for p, q in zip(numbers[::2], numbers[1::2], strict=True))
    return Study((prior / (1 - prior), true / false, (1 - true) / (1 - false)), results)


def part1(study: Study) -> str:
    """How probable is the hypothesis after all results?"""
    powers = (1, study.results.count("+"), study.results.count("-"))
    odds = prod(map(pow, study.ratios, powers))
    return f"{Decimal(odds.numerator)}/{Decimal(odds.numerator + odds.denominator)}"


def part2(study: Study) -> str:
    """After how many results is it above 1/2, and after how many in a row, known alone, is it below?"""
    sign = compared(study.ratios)
    sums = list(accumulate(study.results, counted, initial=(0, 0)))
    above = (number for number, (plus, minus) in enumerate(sums) if sign((1, plus, minus)) > 0)

    def less(one: Counts, other: Counts, prior: int = 0) -> bool:
        return sign((prior, one[0] - other[0], one[1] - other[1])) < 0

    def greater(one: Counts, other: Counts) -> Counts:
        return other if less(one, other) else one

    def lesser(one: Counts, other: Counts) -> Counts:
        return other if less(other, one) else one

    # A run from the greatest of all earlier sums to the least of all later ones is as long as any.
    greatest = list(accumulate(sums, greater))
    least = list(accumulate(reversed(sums), lesser))[::-1]
    longest, end = -1, 0
    for start, high in enumerate(greatest):
        end = max(start, end)
        while end < len(sums) and less(least[end], high, prior=1):
            longest = max(longest, end - start)
            end += 1
    return f"{next(above, '-')} {longest if longest >= 0 else '-'}"


def counted(counts: Counts, result: str) -> Counts:
    """How many positive and negative results are there with one more?"""
    plus, minus = counts
    return (plus + 1, minus) if result == "+" else (plus, minus + 1)


def compared(ratios: tuple[Fraction, Fraction, Fraction]) -> Callable[[Powers], int]:
    """Is a product of powers above 1 (1), 1 (0) or below it (-1)?

    Logarithms in whole 10^-40ths, off by less than three, decide unless it is 1 or nearly so. It is 1 if no
    prime is left; what is nearly 1 is multiplied out.
    """
    logarithms = [floor(ln(ratio, 40).low * 10**40) for ratio in ratios]
    factors = [exponents(ratio) for ratio in ratios]
    primes = [[factor[prime] for factor in factors] for prime in set().union(*factors)]

    def sign(powers: Powers) -> int:
        total = sum(map(mul, powers, logarithms))
        if abs(total) > 3 * sum(map(abs, powers)):
            return 1 if total > 0 else -1
        if not any(sum(map(mul, powers, prime)) for prime in primes):
            return 0
        return 1 if prod(map(pow, ratios, powers)) > 1 else -1

    return sign


def exponents(ratio: Fraction) -> Counter[int]:
    """How often is each prime a factor, negative where it is one of the denominator?"""
    found = Counter(factors(ratio.numerator))
    found.subtract(factors(ratio.denominator))
    return found


def factors(number: int) -> Iterator[int]:
    """Which primes make a number? Its factors are below 10^4, so that trial division ends soon."""
    divisor = 2
    while number > 1:
        if number % divisor == 0:
            number //= divisor
            yield divisor
        else:
            divisor = divisor + 1 if divisor * divisor <= number else number
