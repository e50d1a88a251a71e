"""No Time for a Taxicab: block after block, and a set of the places that were seen."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

NORTH = 1j
TURNS = {"L": 1j, "R": -1j}
MOST, MOST_BLOCKS = 20_000, 200
FORM = "expected 1 to 20000 instructions as R5, L12, each to at most 200 blocks"


class Instruction(NamedTuple):
    turn: complex
    blocks: int


def parse(text: str) -> list[Instruction]:
    """Where is one to turn, and how far is one to go?"""
    lines = Lines(text)
    lines.line(r"[LR]\d{1,18}(?:, [LR]\d{1,18})*", FORM, valid=lambda: is_short(text.partition("\n")[0]))
    lines.end()
    return instructions(text)


def instructions(line: str) -> list[Instruction]:
    """Which ones are in a line?"""
    return [Instruction(TURNS[turn], int(blocks)) for turn, blocks in re.findall(r"([LR])(\d+)", line)]


def is_short(line: str) -> bool:
    """Is it a walk that is within the limits?"""
    walk = instructions(line)
    return len(walk) <= MOST and all(1 <= one.blocks <= MOST_BLOCKS for one in walk)


def part1(walk: list[Instruction]) -> int:
    """How far away is the end?"""
    *_, end = places(walk)
    return distance(end)


def part2(walk: list[Instruction]) -> int:
    """How far away is the first place to which one comes twice?"""
    seen = set()
    for place in places(walk):
        if place in seen:
            return distance(place)
        seen.add(place)
    raise NoAnswer("no place is visited twice")


def places(walk: list[Instruction]) -> Iterator[complex]:
    """Where does one come by, from the start on?"""
    place, direction = 0j, NORTH
    yield place
    for turn, blocks in walk:
        direction *= turn
        for _ in range(blocks):
            place += direction
            yield place


def distance(place: complex) -> int:
    """How many blocks away from the start is it?"""
    return int(abs(place.real) + abs(place.imag))
