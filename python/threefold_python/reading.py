r"""Reading by forms: what a line looks like is said once, and another line is refused with one message.

>>> list(numbers("1,2\n3,4", r"(\d+),(\d+)", "expected two numbers as 1,2", most=9999))
[(1, 2), (3, 4)]
>>> list(fields("on 1\noff", r"(on|off) (\d+)", "expected on 1 or off 1"))
Traceback (most recent call last):
threefold.core.contract.InvalidInput: line 2: expected on 1 or off 1

Lines come one by one, so that what a caller finds wrong with one comes before what is wrong with a later one.
A text of several forms is read by `Lines`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from threefold.contract import InvalidInput

T = TypeVar("T")

MOST_DIGITS = 18
NO_MORE = "expected no more lines"


class Lines:
    """The lines of a text, to be taken from the first to the last."""

    def __init__(self, text: str):
        self._lines = text.split("\n")
        self._taken = 0

    def is_done(self) -> bool:
        """Is the last line taken?"""
        return self._taken == len(self._lines)

    def fault(self, message: str) -> InvalidInput:
        """What is wrong with the next line, or with the last where none follows."""
        return InvalidInput(min(self._taken + 1, len(self._lines)), message)

    def line(
        self,
        pattern: str,
        message: str,
        most: int | None = None,
        valid: Callable[..., bool] = lambda *groups: True,
    ) -> tuple[str, ...]:
        r"""What the groups of a pattern match in the next line, or `InvalidInput` with a message.

        A group of digits (``\d``, ASCII alone), with or without a minus, spells at most ``most``, in 1 to 18
        digits, where that is given. The groups have to be ``valid``, too.
        """
        match = None if self.is_done() else re.compile(pattern, re.ASCII).fullmatch(self._lines[self._taken])
        if not match or _exceeds(match.groups(), most) or not valid(*match.groups()):
            raise self.fault(message)
        self._taken += 1
        return match.groups()

    def separated(self, message: str, most: int, separator: str = ",") -> list[int]:
        """The numbers from 0 to a limit in the next line, with a separator between them."""
        (line,) = self.line(rf"(\d+(?:{re.escape(separator)}\d+)*)", message)
        words = line.split(separator)
        if _exceeds(words, most):
            self._taken -= 1
            raise self.fault(message)
        return list(map(int, words))

    def block(
        self,
        pattern: str,
        message: str,
        most: int | None = None,
        valid: Callable[..., bool] = lambda *groups: True,
    ) -> list[tuple[str, ...]]:
        """One or more lines of one form, up to an empty one or the end of the text."""
        found = [self.line(pattern, message, most, valid)]
        while not self.is_done() and self._lines[self._taken]:
            found.append(self.line(pattern, message, most, valid))
        return found

    def blank(self, message: str) -> None:
        """An empty line."""
        self.line("", message)

    def blocks(self, form: Callable[["Lines"], T]) -> list[T]:
        """One or more of what a function takes, with an empty line between two of them, up to the end."""
        found = [form(self)]
        while not self.is_done():
            self.blank("expected an empty line")
            found.append(form(self))
        return found

    def end(self) -> None:
        """The end of the text, after its last line."""
        if not self.is_done():
            raise self.fault(NO_MORE)


def fields(
    text: str, pattern: str, message: str, most: int | None = None, first: int = 1
) -> Iterator[tuple[str, ...]]:
    """What the groups of a pattern match in each line, all of which have that form (see `Lines.line`)."""
    form = re.compile(pattern, re.ASCII)
    for number, line in enumerate(text.split("\n"), first):
        match = form.fullmatch(line)
        if not match or _exceeds(match.groups(), most):
            raise InvalidInput(number, message)
        yield match.groups()


def numbers(text: str, pattern: str, message: str, most: int) -> Iterator[tuple[int, ...]]:
    """The same where all groups are numbers."""
    return (tuple(map(int, words)) for words in fields(text, pattern, message, most))


def _exceeds(words: Iterable[str | None], most: int | None) -> bool:
    """Does a word spell a number that is further from 0 than that, or too long?"""
    if most is None:
        return False
    enough = len(str(most))
    for word in words:
        if word and len(word) >= enough:
            digits = word.removeprefix("-")
            if digits.isdecimal() and (len(digits) > MOST_DIGITS or int(digits) > most):
                return True
    return False


def single(text: str, pattern: str, message: str, most: int | None = None) -> tuple[str, ...]:
    """The fields of a text of one line."""
    lines = Lines(text)
    found = lines.line(pattern, message, most)
    lines.end()
    return found


def separated(text: str, message: str, most: int, separator: str = ",") -> list[int]:
    """The numbers from 0 to a limit in a text of one line, with a separator between them."""
    lines = Lines(text)
    found = lines.separated(message, most, separator)
    lines.end()
    return found


def grid(text: str, signs: str, most: int, message: str) -> list[str]:
    """The rows of a text: made of these signs, as long as the first, at most so many rows and columns."""
    rows = text.split("\n")
    for number, row in enumerate(rows, 1):
        if not row or len(row) != len(rows[0]) or row.strip(signs) or max(number, len(row)) > most:
            raise InvalidInput(number, message)
    return rows


def numbered(text: str) -> list[tuple[int, str]]:
    """The lines of a text, each with its number from 1."""
    return list(enumerate(text.split("\n"), 1))
