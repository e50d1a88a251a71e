"""Internet Protocol Version 7: palindromes are patterns, and a counterpart is looked up in a set."""

import re
from typing import NamedTuple

from threefold_python.reading import fields

FORM = "expected small letters with some of them in brackets, as ab[cd]ef"


class Address(NamedTuple):
    """Its letters outside of brackets and those inside, with a space between two stretches."""

    outside: str
    inside: str


def parse(text: str) -> list[Address]:
    """Which addresses are there?"""
    lines = fields(text, r"([a-z]+(?:\[[a-z]+\][a-z]+)*)", FORM)
    stretches = [re.split(r"[\[\]]", line) for (line,) in lines]
    return [Address(" ".join(each[::2]), " ".join(each[1::2])) for each in stretches]


def part1(addresses: list[Address]) -> int:
    """How many addresses support TLS?"""
    return sum(has_abba(address.outside) and not has_abba(address.inside) for address in addresses)


def part2(addresses: list[Address]) -> int:
    """How many support SSL?"""
    return sum(not abas(address.outside).isdisjoint(babs(address.inside)) for address in addresses)


def has_abba(letters: str) -> bool:
    """Are there two different letters, and then the same two backwards?"""
    return re.search(r"(\w)(?!\1)(\w)\2\1", letters) is not None


def abas(letters: str) -> set[tuple[str, str]]:
    """Of which two different letters is the first one on both sides of the other?"""
    around = zip(letters, letters[1:], letters[2:], strict=False)
    return {(one, two) for one, two, three in around if one == three != two and " " not in (one, two)}


def babs(letters: str) -> set[tuple[str, str]]:
    """Of which is the second one on both sides of the first?"""
    return {(two, one) for one, two in abas(letters)}
