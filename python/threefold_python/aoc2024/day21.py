"""Keypad Conundrum: what a move costs is known from what moves cost the robot that types it."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from threefold_python.reading import Lines

CODE = "expected a door code as 280A, 1 to 18 digits and an A, in 10000 lines at most"
MOST_CODES = 10_000


class Keypad:
    """Where buttons are, and the gap."""

    def __init__(self, *rows: str):
        self.places = {button: (x, y) for y, row in enumerate(rows) for x, button in enumerate(row)}

    def ways(self, start: str, end: str) -> Iterator[str]:
        """Which arrows lead from a button to another, with one turn at most, and press it?"""
        (x, y), (to_x, to_y) = self.places[start], self.places[end]
        across = "<" * (x - to_x) + ">" * (to_x - x)
        along = "^" * (y - to_y) + "v" * (to_y - y)
        if (to_x, y) != self.places[" "]:
            yield across + along + "A"
        if (x, to_y) != self.places[" "]:
            yield along + across + "A"


DOOR = Keypad("789", "456", "123", " 0A")
ARROWS = Keypad(" ^A", "<v>")


def parse(text: str) -> list[str]:
    """Which codes are to be typed?"""
    lines = Lines(text)
    codes: list[str] = []

    def is_code(code: str) -> bool:
        """Is there still room for one? Then it is kept."""
        codes.append(code)
        return len(codes) <= MOST_CODES

    lines.block(r"(\d{1,18}A)", CODE, valid=is_code)
    lines.end()
    return codes


def typing(word: str, keypad: Keypad, robots: int) -> int:
    """How many presses of mine type a word, with so many robots at arrows between me and who types it?"""
    return sum(move(start, end, keypad, robots) for start, end in pairwise("A" + word))


@cache
def move(start: str, end: str, keypad: Keypad, robots: int) -> int:
    """How many of them take an arm from a button to the next, and press it?"""
    ways = keypad.ways(start, end)
    return min(typing(way, ARROWS, robots - 1) if robots else len(way) for way in ways)


def complexity(codes: list[str], robots: int) -> int:
    """What do numbers of codes and of presses come to?"""
    move.cache_clear()  # nothing is kept from one input to the next
    return sum(int(code[:-1]) * typing(code, DOOR, robots) for code in codes)


def part1(codes: list[str]) -> int:
    """What is the complexity with two robots at arrows?"""
    return complexity(codes, 2)


def part2(codes: list[str]) -> int:
    """And with 25?"""
    return complexity(codes, 25)
