"""Elves Look, Elves Say: parts that will never touch each other are counted, each kind once."""

import re
from collections import Counter

from threefold_python.reading import single

FORM = "expected at most 1000 digits from 1 to 3, none of them more than three times in a row"

NEVER_TWO = "111|1(?:2(?!2)|3(?!3))|3(?!3|111|222)"  # how what never begins with 2 begins
CUT = re.compile(rf"(?<=2)(?={NEVER_TWO})|(?<=[13])(?=22(?!2)(?:{NEVER_TWO}|$))")


def parse(text: str) -> str:
    """Which digits do the elves start with?"""
    (digits,) = single(text, r"((?!.*(.)\2{3})[123]{1,1000})", FORM)[:1]
    return digits


def part1(digits: str) -> int:
    """How many digits are there after 40 steps?"""
    return length_after(40, digits)


def part2(digits: str) -> int:
    """And after 50?"""
    return length_after(50, digits)


def length_after(steps: int, digits: str) -> int:
    """How many digits are there after so many steps?"""
    atoms = Counter(CUT.split(digits))
    for _ in range(steps):
        after: Counter[str] = Counter()
        for atom, count in atoms.items():
            for part in CUT.split(said(atom)):
                after[part] += count
        atoms = after
    return sum(len(atom) * count for atom, count in atoms.items())


def said(digits: str) -> str:
    """What does one say who looks at digits? Of 1 1 1 2: three 1, one 2."""
    return re.sub(r"(.)\1*", lambda run: f"{len(run[0])}{run[1]}", digits)
