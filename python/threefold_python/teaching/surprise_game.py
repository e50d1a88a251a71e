"""The surprise game: two sums of logarithms, a set of bits that carry, a queue of what is to be joined."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from heapq import heappop, heapreplace

from threefold.contract import InvalidInput
from threefold_python.exact import Enclosure, rounded
from threefold_python.logarithms import LogSum, settled
from threefold_python.reading import fields

MOST = 10**9
WRONG = "expected an outcome later in the alphabet, a count from 1 to 10^9 and a surprise from 0 to 10^9"


Outcome = tuple[int, int]  # how often it occurred, and the surprise announced for it


def parse(text: str) -> list[Outcome]:
    """How often did each outcome occur, and how surprising is it said to be?"""
    outcomes: list[Outcome] = []
    last = ""
    for name, count, surprise in fields(text, r"([a-z]{1,20}) (\d+) (\d+)", WRONG, MOST):
        if name <= last or int(count) == 0:
            raise InvalidInput(len(outcomes) + 1, WRONG)
        outcomes.append((int(count), int(surprise)))
        last = name
    return outcomes


def part1(outcomes: list[Outcome]) -> str:
    """How uncertain are the data, what does a wrong guess cost, and is the game fair?"""
    bits = carried(surprise for _, surprise in outcomes)
    entropy, divergence = rounded(9, shares(outcomes).enclosures()), rounded(9, divergences(outcomes, bits))
    return f"{entropy} {divergence} {'<' if min(bits) > 0 else '=' if bits == {0} else '>'}"


def part2(outcomes: list[Outcome]) -> int:
    """How much surprise would the best whole surprises have saved?"""
    return sum(count * surprise for count, surprise in outcomes) - least(count for count, _ in outcomes)


def shares(outcomes: list[Outcome]) -> LogSum:
    """What is the entropy of the outcomes' shares in the data?"""
    total = sum(count for count, _ in outcomes)
    return LogSum([(count, total, count) for count, _ in outcomes], total)


def carried(surprises: Iterable[int]) -> set[int]:
    """Which different powers of 1/2 have the same sum as these?"""
    bits: set[int] = set()
    for bit in surprises:
        while bit in bits:
            bits.remove(bit)
            bit -= 1
        bits.add(bit)
    return bits


def divergences(outcomes: list[Outcome], bits: set[int]) -> Iterator[Enclosure]:
    """What encloses the mean surprise, less the entropy, and the logarithm of the sum of all 2^-S?

    Bits of the sum that are left out add less than the last that is kept, and more than 0. If all else is
    rational, 2^-128 stands for them: no half of a last decimal is as near to such a fraction, but itself.
    """
    entropy, first, span = shares(outcomes), min(bits), max(bits) - min(bits)
    mean = Fraction(sum(count * surprise for count, surprise in outcomes), entropy.divisor) - first

    def logarithms(kept: int) -> LogSum:
        leading = sum(1 << first + kept - bit for bit in bits if bit <= first + kept)
        normaliser = (entropy.divisor, leading, 1 << kept)
        return LogSum(
            [normaliser, *((-count, total, share) for count, total, share in entropy.terms)], entropy.divisor
        )

    def rest(kept: int) -> Fraction:
        return Fraction(2, 1 << kept) if span > kept else Fraction(0)

    def enclosed(kept: int, found: Enclosure) -> Enclosure:
        return found + mean + Enclosure(Fraction(0), rest(kept))

    def rational() -> Fraction | None:
        found = logarithms(128).rational()
        return None if found is None else found + mean + rest(128) / 2

    return settled(
        enclosed(64, logarithms(64).nearly()),
        lambda digits: enclosed(4 * digits, logarithms(4 * digits).to(digits)),
        rational,
    )


def least(counts: Iterable[int]) -> int:
    """What is the total length of Huffman's code words?"""
    queue = sorted(counts)  # which is a heap, and lies in memory in the order in which it is taken
    total = 0
    while len(queue) > 1:
        joined = heappop(queue) + queue[0]
        heapreplace(queue, joined)
        total += joined
    return total
