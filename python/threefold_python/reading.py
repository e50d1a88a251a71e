"""Reading what most inputs are made of: lines, numbers and rectangles."""

import sys

from threefold.contract import InvalidInput


def numbered(text: str) -> list[tuple[int, str]]:
    """The lines of a text, each with its number from 1."""
    return list(enumerate(text.split("\n"), 1))


def natural(word: str, line: int, limit: int) -> int:
    """The number from 0 to ``limit`` that decimal digits spell; no sign, no space, no underscore."""
    digits = word.lstrip("0")
    if word.isascii() and word.isdigit() and len(digits) <= len(str(limit)):
        value = int(digits or "0")
        if value <= limit:
            return value
    raise InvalidInput(line, f"expected a number from 0 to {limit}")


def rectangular(text: str, signs: str, wrong: str, most: int = sys.maxsize, outside: str = "") -> list[str]:
    """The rows of a text that are all as long as the first, which is not empty, and have no other signs.

    For a row that is not so there is a message; there may be another one for a row that is, but is outside
    of so many rows and columns.
    """
    rows = text.split("\n")
    for number, row in enumerate(rows, 1):
        if not row or len(row) != len(rows[0]) or row.strip(signs):
            raise InvalidInput(number, wrong)
        if max(number, len(row)) > most:
            raise InvalidInput(number, outside or wrong)
    return rows
