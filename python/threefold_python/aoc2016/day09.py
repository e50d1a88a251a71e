"""Explosives in Cyberspace: a text is read into markers that hold what they repeat."""

from __future__ import annotations

import re
from typing import NamedTuple

from threefold.contract import InvalidInput
from threefold_python.reading import Lines

FORM = (
    "expected up to 2000000 capital letters and markers as (7x2), to 99999 and 30, each for letters and "
    "markers that are whole, at most eight deep"
)
MOST, MOST_SIGNS, MOST_TIMES, DEEPEST = 2_000_000, 99_999, 30, 8
PIECE = re.compile(r"([A-Z]+)|\((\d{1,18})x(\d{1,18})\)", re.ASCII)


class Marker(NamedTuple):
    signs: int
    times: int
    repeats: Packed


Packed = list[int | Marker]  # a number of letters, or a marker


def parse(text: str) -> Packed:
    """Of which letters and markers does the text consist?"""
    lines = Lines(text)
    (line,) = lines.line(rf"(.{{1,{MOST}}})", FORM)
    packed = pieces(line, 0, len(line), DEEPEST)
    lines.end()
    return packed


def pieces(line: str, start: int, end: int, deep: int) -> Packed:
    """What is between two places, with markers so deep?"""
    found: Packed = []
    while start < end:
        match = PIECE.match(line, start, end)
        if not match:
            raise InvalidInput(1, FORM)
        letters, signs, times = match.groups()
        start = match.end()
        if letters:
            found.append(len(letters))
            continue
        after = start + int(signs)
        if not (start < after <= end and int(signs) <= MOST_SIGNS and 1 <= int(times) <= MOST_TIMES and deep):
            raise InvalidInput(1, FORM)
        found.append(Marker(int(signs), int(times), pieces(line, start, after, deep - 1)))
        start = after
    return found


def part1(packed: Packed) -> int:
    """How long is the text, if what is repeated is copied as it stands?"""
    return sum(piece.times * piece.signs if isinstance(piece, Marker) else piece for piece in packed)


def part2(packed: Packed) -> int:
    """How long is it, if what is repeated is unpacked?"""
    return sum(piece.times * part2(piece.repeats) if isinstance(piece, Marker) else piece for piece in packed)
