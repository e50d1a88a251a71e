"""JSAbacusFramework.io: a document is a number, a word, or more documents, and so is its sum."""

import json
from itertools import accumulate

from threefold_python.reading import Lines

Document = int | str | list["Document"] | tuple["Document", ...]

MOST_DEEP = 100
TOKENS = r'(?:[\[\]{},:]|"[a-z]*"|-?(?:0|[1-9]\d{0,5})(?!\d))+'
FORM = (
    "expected JSON without spaces: arrays and objects at most 100 deep, words of small letters, "
    "whole numbers to 999999"
)


def parse(text: str) -> Document:
    """What does the text stand for? Arrays become lists, and objects tuples of their values."""
    lines = Lines(text)
    (line,) = lines.line(f"({TOKENS})", FORM, valid=is_document)
    lines.end()
    return document(line)


def is_document(line: str) -> bool:
    """Is it JSON, and not too deep?"""
    opened = accumulate((sign in "[{") - (sign in "]}") for sign in line)
    try:
        return max(opened) <= MOST_DEEP and document(line) is not None
    except json.JSONDecodeError:
        return False


def document(line: str) -> Document:
    """What does JSON stand for?"""
    found: Document = json.loads(line, object_pairs_hook=lambda pairs: tuple(value for _, value in pairs))
    return found


def part1(document: Document) -> int:
    """What is the sum of all numbers?"""
    return total(document)


def part2(document: Document) -> int:
    """And without what is in an object that has the value red?"""
    return total(document, unless="red")


def total(document: Document, unless: str | None = None) -> int:
    """What is the sum of the numbers, but for objects that have a certain value?"""
    match document:
        case int():
            return document
        case str():
            return 0
        case tuple() if unless in document:
            return 0
    return sum(total(value, unless) for value in document)
