"""Matchsticks: Python reads the strings, and a substitution quotes them once more."""

import re
from ast import literal_eval

from threefold_python.reading import fields

STRING = r"\"(?:[a-z0-9]|\\\\|\\\"|\\x[0-9a-f]{2})*\""
FORM = r"expected a string in double quotes, of small letters, digits, \\, \" and codes as \x27"


def parse(text: str) -> list[str]:
    """Which strings are there, as they are written?"""
    return [written for (written,) in fields(text, f"({STRING})", FORM)]


def part1(strings: list[str]) -> int:
    """How many more characters are written than held?"""
    return sum(len(written) - len(literal_eval(written)) for written in strings)


def part2(strings: list[str]) -> int:
    """How many more are written if all is quoted once more?"""
    return sum(len(quoted(written)) - len(written) for written in strings)


def quoted(text: str) -> str:
    r"""How is a text written as a string? ``a"b`` is ``"a\"b"``."""
    return '"' + re.sub(r"[\"\\]", r"\\\g<0>", text) + '"'
