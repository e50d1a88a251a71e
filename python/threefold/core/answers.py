"""Answers as they leave us and as they are known to be right.

Whatever leaves us as an answer, to the site or to a runner that submits, has passed `typed`.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .contract import UNWRITTEN
from .parts import missing

Answers = tuple[str | None, str | None]
UNKNOWN: Answers = None, None
WIDTHS = {6: 5, 10: 8}  # of a letter and the gap after it in columns, by the rows that it is drawn in


class Unreadable(ValueError):
    """An answer that nobody could type as it is; the text says why."""


def typed(answer: str) -> str:
    """An answer as people type it: one line; letters drawn in ``#`` on ``.`` or blanks are read.

    Raises `Unreadable` for what can't be read with certainty, and for what is no answer at all.
    """
    if drawn(answer):
        return letters(answer)
    said = answer.strip()
    if said in ("", UNWRITTEN):
        raise Unreadable(said or "it is empty")
    if "\n" in said:
        raise Unreadable("it has several lines, and is no drawing")
    if not said.isprintable():
        raise Unreadable(f"it is none the site could take: {said!r:.100}")
    return said


def drawn(answer: str) -> bool:
    """Is it a picture in ``#`` on ``.`` or blanks?"""
    return "#" in answer and not answer.strip("#. \r\n")


def letters(drawing: str) -> str:
    """The letters that a drawing consists of, blank rows and columns around them aside.

    Each letter has a place of the same width, and has to be one of aococr's pictures to the dot; aococr's own
    reader would skip what it does not know. Raises `Unreadable`.
    """
    lines = [line.rstrip().replace(" ", ".") for line in drawing.split("\n")]
    inked = [at for at, line in enumerate(lines) if "#" in line]
    rows = lines[inked[0] : inked[-1] + 1]
    if (width := WIDTHS.get(len(rows))) is None:
        count = f"{len(rows)} row{'s' * (len(rows) > 1)}"
        raise Unreadable(f"it is drawn in {count}, not in 6 or 10 as letters are")
    left = min(row.index("#") for row in rows if "#" in row)
    # The first letter may be one that begins with a blank column, as I does, cropped with the others.
    margins = ["." * blank for blank in range(width)]
    readings = [list(_places([margin + row[left:] for row in rows], width)) for margin in margins]
    best = min(readings, key=lambda read: read.count(None))
    if None in best:
        raise Unreadable(f"it is drawn, and letter {best.index(None) + 1} of {len(best)} is unknown")
    return "".join(filter(None, best))


def _places(rows: list[str], width: int) -> Iterator[str | None]:
    """The letter in each place, none where it is not known."""
    end = max(len(row.rstrip(".")) for row in rows)
    for start in range(0, end, width):
        yield _pictures(len(rows)).get(tuple(row[start : start + width].ljust(width, ".") for row in rows))


@cache
def _pictures(height: int) -> dict[tuple[str, ...], str]:
    """aococr's letters by their pictures, narrow ones in the middle of their place."""
    if lack := missing("advent"):
        raise Unreadable(f"it is drawn, and reading letters {lack}")
    from aococr.resources import read_resource  # type: ignore[import-untyped]

    size = height, {6: 4, 10: 6}[height]
    found = {}
    for letter, picture in read_resource(size):
        margin = "." * ((size[1] - len(picture[0]) + 1) // 2)
        found[tuple((margin + "".join(row)).ljust(WIDTHS[height], ".") for row in picture)] = str(letter)
    return found


class Held(NamedTuple):
    """An answer, held against the right one."""

    part: int
    answer: str  # as people type it, or as it is where it can't be read
    right: str
    unreadable: str = ""  # why it can't

    @property
    def is_right(self) -> bool:
        return self.answer == self.right

    def __str__(self) -> str:
        """What is to be said of it, in a line."""
        said = f"can't be read ({self.unreadable})" if self.unreadable else f"is {brief(self.answer)}"
        return f"part {self.part} {said}, known to be {brief(self.right)}"


def held(part: int, answer: str, right: str) -> Held:
    """An answer against the right one, which may be a drawing itself: then they have to be the same."""
    if answer == right or drawn(right):
        return Held(part, answer, right)
    try:
        return Held(part, typed(answer), right)
    except Unreadable as error:
        return Held(part, answer, right, str(error))


def compared(answers: Answers, known: Answers) -> Iterator[Held]:
    """Each part whose right answer is known, but for those that are to be written."""
    for part, (answer, right) in enumerate(zip(answers, known, strict=True), 1):
        if answer is not None and answer != UNWRITTEN and right is not None:
            yield held(part, answer, right)


def brief(answer: str) -> str:
    """An answer for a line of text."""
    return shortened(answer.replace("\n", "/"), 80)


def shortened(answer: str, most: int) -> str:
    """An answer, or its ends where it has more than that many characters."""
    ends = min(100, most // 3)
    if len(answer) <= most:
        return answer
    return f"{answer[:ends]} … {answer[-ends:]} ({len(answer)} characters)"
