"""Doesn't He Have Intern-Elves For This? A rule is a regular expression, which may find a group again."""

import re

from threefold.contract import InvalidInput
from threefold_python.reading import fields

MESSAGE = "expected 16 letters from a to z, on at most 100000 lines"
MOST = 100_000

THREE_VOWELS = re.compile(r"(.*[aeiou]){3}")
DOUBLE_LETTER = re.compile(r"(.)\1")
UNWANTED = re.compile(r"ab|cd|pq|xy")

PAIR_FOUND_AGAIN = re.compile(r"(..).*\1")
LETTER_AROUND_ANOTHER = re.compile(r"(.).\1")


def parse(text: str) -> list[str]:
    """Which strings are on the list?"""
    strings = []
    for number, (string,) in enumerate(fields(text, "([a-z]{16})", MESSAGE), 1):
        if number > MOST:
            raise InvalidInput(number, MESSAGE)
        strings.append(string)
    return strings


def part1(strings: list[str]) -> int:
    """How many strings are nice?"""
    return sum(map(is_nice, strings))


def part2(strings: list[str]) -> int:
    """How many are nice by the better rules?"""
    return sum(map(is_nicer, strings))


def is_nice(string: str) -> bool:
    """Has it three vowels and a double letter, and nothing unwanted?"""
    return all(rule.search(string) for rule in (THREE_VOWELS, DOUBLE_LETTER)) and not UNWANTED.search(string)


def is_nicer(string: str) -> bool:
    """Is a pair of letters found again, and a letter around another?"""
    return all(rule.search(string) for rule in (PAIR_FOUND_AGAIN, LETTER_AROUND_ANOTHER))
