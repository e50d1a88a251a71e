"""Corporate Policy: few letters at the end change, and the least that will do take their places."""

import re

from threefold.contract import NoAnswer
from threefold_python.reading import single

LENGTH = 8
LETTERS = "abcdefghjkmnpqrstuvwxyz"  # without i, l and o
STRAIGHTS = [
    "abc",
    "bcd",
    "cde",
    "def",
    "efg",
    "fgh",
    "pqr",
    "qrs",
    "rst",
    "stu",
    "tuv",
    "uvw",
    "vwx",
    "wxy",
    "xyz",
]
FORM = "expected a password of eight small letters"


def parse(text: str) -> str:
    """What is the old password?"""
    (password,) = single(text, "([a-z]{8})", FORM)
    return password


def part1(password: str) -> str:
    """Which one comes next?"""
    return following(password)


def part2(password: str) -> str:
    """And after that?"""
    return following(following(password))


def following(password: str) -> str:
    """Which is the first password after this one that the policy allows?"""
    for place in reversed(range(LENGTH)):
        for letter in LETTERS:
            if letter > password[place] and (found := first(password[:place] + letter)):
                return found
    raise NoAnswer("no password follows")


def first(start: str) -> str | None:
    """Which is the first password that starts like this, if any does?"""
    if len(start) + missing(start) > LENGTH:
        return None
    if len(start) == LENGTH:
        return start
    return next(filter(None, (first(start + letter) for letter in LETTERS)), None)


def missing(start: str) -> int:
    """How many letters does the policy ask for after these, at least?"""
    if set(start) - set(LETTERS):
        return LENGTH
    in_pairs = set(re.findall(r"(.)\1", start))
    again = max(0, 2 - len(in_pairs))  # letters like the one before
    others = again - (start[-1] not in in_pairs) if again else 0
    if not any(straight in start for straight in STRAIGHTS):
        has_begun = any(straight.startswith(start[-2:]) for straight in STRAIGHTS)
        others = max(others, 1 if has_begun else 2)
    return again + others
