"""Aunt Sue: an aunt fits if each fact about her does."""

from collections.abc import Callable
from operator import eq, gt, lt

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import fields

Facts = dict[str, int]
Comparison = Callable[[int, int], bool]

TAPE = {
    "children": 3,
    "cats": 7,
    "samoyeds": 2,
    "pomeranians": 3,
    "akitas": 0,
    "vizslas": 0,
    "goldfish": 5,
    "trees": 3,
    "cars": 2,
    "perfumes": 1,
}
EXACT: dict[str, Comparison] = dict.fromkeys(TAPE, eq)
RANGES = EXACT | {"cats": gt, "trees": gt, "pomeranians": lt, "goldfish": lt}
FACT = rf"({'|'.join(TAPE)}): (\d+)"
AUNT = rf"Sue (\d+): {FACT}, {FACT}, {FACT}"
MESSAGE = (
    "expected three different things of an aunt as Sue 1: cats: 2, cars: 0, trees: 5, "
    "aunts numbered from 1, numbers up to 99999"
)


def parse(text: str) -> list[Facts]:
    """What is known of each aunt?"""
    aunts: list[Facts] = []
    for number, *facts in fields(text, AUNT, MESSAGE, 99999):
        known = dict(zip(facts[::2], map(int, facts[1::2]), strict=True))
        aunts.append(known)
        if int(number) != len(aunts) or len(known) < 3:
            raise InvalidInput(len(aunts), MESSAGE)
    return aunts


def part1(aunts: list[Facts]) -> int:
    """Which aunt has exactly what is on the tape?"""
    return giver(aunts, EXACT)


def part2(aunts: list[Facts]) -> int:
    """Which aunt has it if some of its numbers are ranges?"""
    return giver(aunts, RANGES)


def giver(aunts: list[Facts], comparisons: dict[str, Comparison]) -> int:
    """Which aunt, and no other, fits, if amounts are compared so with those on the tape?"""
    fitting = [
        number
        for number, facts in enumerate(aunts, 1)
        if all(comparisons[thing](amount, TAPE[thing]) for thing, amount in facts.items())
    ]
    if len(fitting) != 1:
        raise NoAnswer("not exactly one aunt fits")
    return fitting[0]
