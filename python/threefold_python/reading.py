"""Reading what most inputs are made of: lines and numbers."""

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
