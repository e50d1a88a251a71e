"""Dumbo Octopus: the list of those that flash grows while it is walked through."""

from collections.abc import Iterator
from itertools import chain, islice
from math import inf

from threefold.contract import NoAnswer
from threefold_python.reading import grid

LAST_STEP = 2000
OUTSIDE = -inf  # the energy of what never flashes


def parse(text: str) -> list[str]:
    """Which energies do the octopuses have, row after row?"""
    return grid(text, "0123456789", 10, "expected 1 to 10 rows of 1 to 10 digits, all as long as the first")


def part1(rows: list[str]) -> int:
    """How many flashes are there in the first hundred steps?"""
    return sum(islice(flashes(rows), 100))


def part2(rows: list[str]) -> int:
    """In which step do all octopuses flash for the first time?"""
    everybody = len(rows) * len(rows[0])
    for step, flashing in enumerate(islice(flashes(rows), LAST_STEP), 1):
        if flashing == everybody:
            return step
    raise NoAnswer("they do not all flash at once in the first 2000 steps")


def flashes(rows: list[str]) -> Iterator[int]:
    """How many octopuses flash in each step?"""
    stride = len(rows[0]) + 1
    border = [OUTSIDE] * stride
    energies = [*border, *chain.from_iterable((*map(int, row), OUTSIDE) for row in rows), *border]
    around = [row + column for row in (-stride, 0, stride) for column in (-1, 0, 1) if row or column]
    while True:
        energies = [energy + 1 for energy in energies]
        flashing = [place for place, energy in enumerate(energies) if energy > 9]
        for place in flashing:  # which grows meanwhile
            for further in around:
                energies[place + further] += 1
                if energies[place + further] == 10:
                    flashing.append(place + further)
        for place in flashing:
            energies[place] = 0
        yield len(flashing)
