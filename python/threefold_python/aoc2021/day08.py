"""Seven Segment Search: a wire is known by how many of the ten digits light it, and whether four does."""

from collections import Counter
from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import fields

DIGITS = ["abcefg", "cf", "acdeg", "acdfg", "bcdf", "abdfg", "abdefg", "acf", "abcdefg", "abcdfg"]
NUMBERS = {digit: number for number, digit in enumerate(DIGITS)}
LIT = Counter("".join(DIGITS))
SEGMENTS = {(LIT[segment], segment in DIGITS[4]): segment for segment in LIT}


class Display(NamedTuple):
    """The ten patterns noted of a display, and the four that it shows; a pattern's letters are sorted."""

    patterns: list[str]
    shown: list[str]


def parse(text: str) -> list[Display]:
    """What was noted of each display?"""
    message = "expected ten different patterns of letters a to g, a bar, and four of the ten"
    displays: list[Display] = []
    for halves in fields(text, r"([a-g]+(?: [a-g]+){9}) \| ([a-g]+(?: [a-g]+){3})", message):
        patterns, shown = (["".join(sorted(word)) for word in half.split(" ")] for half in halves)
        twice = any(len(set(pattern)) < len(pattern) for pattern in patterns)
        if twice or len(set(patterns)) < 10 or not set(shown) <= set(patterns):
            raise InvalidInput(len(displays) + 1, message)
        displays.append(Display(patterns, shown))
    return displays


def part1(displays: list[Display]) -> int:
    """How many shown patterns have as many segments as 1, 4, 7 or 8, which no other digit has?"""
    return sum(len(pattern) in (2, 4, 3, 7) for display in displays for pattern in display.shown)


def part2(displays: list[Display]) -> int:
    """What is the sum of the numbers shown?"""
    return sum(value(display) for display in displays)


def value(display: Display) -> int:
    """What number does a display show?"""
    lit = Counter("".join(display.patterns))
    four = next((pattern for pattern in display.patterns if len(pattern) == 4), "")
    wiring = str.maketrans({wire: SEGMENTS.get((lit[wire], wire in four), "?") for wire in lit})
    numbers = {
        pattern: NUMBERS.get("".join(sorted(pattern.translate(wiring)))) for pattern in display.patterns
    }
    if set(numbers.values()) != set(range(10)):
        raise NoAnswer("no wiring makes the ten digits of a display's ten patterns")
    return int("".join(str(numbers[pattern]) for pattern in display.shown))
