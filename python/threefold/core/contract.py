"""What every language keeps to; this module knows nobody.

A solution is three functions: ``parse(text)``, ``part1(parsed)`` and ``part2(parsed)``. The text is
in normal form (see `normalise`). Part 2 is missing where a puzzle has one part.
"""

from typing import NamedTuple

UNWRITTEN = "to be written"  # the answer of a part that `threefold new` has laid out and nobody has written


class InvalidInput(ValueError):
    """The text is no valid input.

    ``line`` (from 1) is the first line that no valid input could have there, or the last line where the text
    ends too soon.
    """

    def __init__(self, line: int, message: str):
        super().__init__(line, message)
        self.line = line
        self.message = message

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


class NoAnswer(ValueError):
    """The input is valid, yet the question asked of it has no answer.

    A solution gives the message; what runs it knows the part.
    """

    def __init__(self, message: str, part: int = 0):
        super().__init__(message, part)
        self.message = message
        self.part = part

    def __str__(self) -> str:
        return f"part {self.part} has no answer: {self.message}"


class Solved(NamedTuple):
    """The answers of one input, and what they cost by the language's own monotonic clock."""

    part1: str
    part2: str | None
    parse_ns: int
    part1_ns: int
    part2_ns: int

    @property
    def answers(self) -> tuple[str, str | None]:
        return self.part1, self.part2


def normalise(data: bytes) -> str:
    """The normal form of an input: UTF-8 without a byte-order mark, lines with ``\\n`` between them.

    There is none at the end. Line ends ``\\r\\n`` count as ``\\n``.
    Raises `InvalidInput` at the first line that is not UTF-8.
    """
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").rstrip(b"\n")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise InvalidInput(data.count(b"\n", 0, error.start) + 1, "not UTF-8") from None
