"""Timing is Everything: the wait for one disc after the other, in ever longer steps."""

from math import lcm, prod
from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbers

FORM = r"Disc #(\d+) has (\d+) positions; at time=0, it is at position (\d+)\."
MESSAGE = "expected Disc #1 has 5 positions; at time=0, it is at position 4. and a product below 2^58"


class Disc(NamedTuple):
    number: int
    positions: int
    start: int


def parse(text: str) -> list[Disc]:
    """Which discs are there, from the top?"""
    discs: list[Disc] = []
    for number, disc in enumerate(map(Disc._make, numbers(text, FORM, MESSAGE, most=9999)), 1):
        discs.append(disc)
        several = prod(disc.positions for disc in discs)
        if disc.number != number or number > 99 or disc.start >= disc.positions or several >= 2**58:
            raise InvalidInput(number, MESSAGE)
    return discs


def part1(discs: list[Disc]) -> int:
    """When is the button to be pressed first?"""
    time, step = 0, 1
    for number, positions, start in discs:
        times = range(time, time + step * positions, step)
        passing = (time for time in times if (time + number + start) % positions == 0)
        time = next(passing, -1)
        if time < 0:
            raise NoAnswer("the discs never let a ball through together")
        step = lcm(step, positions)
    return time


def part2(discs: list[Disc]) -> int:
    """And with one more disc?"""
    return part1([*discs, Disc(len(discs) + 1, 11, 0)])
