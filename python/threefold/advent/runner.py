"""Entry points for ``aoc``, the runner of advent-of-code-data: ``(year, day, data) -> (a, b)``."""

import sys

from ..core.answers import Unreadable, typed
from ..core.contract import normalise
from ..core.languages import named

MOST = 60  # characters; the runner cuts off the rest


def python(year: int, day: int, data: str) -> tuple[str, str]:
    """Part a and part b in Python."""
    return _solve("python", year, day, data)


def rust(year: int, day: int, data: str) -> tuple[str, str]:
    """Part a and part b in Rust."""
    return _solve("rust", year, day, data)


def haskell(year: int, day: int, data: str) -> tuple[str, str]:
    """Part a and part b in Haskell."""
    return _solve("haskell", year, day, data)


def _solve(name: str, year: int, day: int, data: str) -> tuple[str, str]:
    """Both answers. The runner submits what it gets unasked; so what nobody should send is empty.

    Empty answers are never sent. Why there is none is said on standard error, but for a day that isn't here.
    """
    puzzle = f"aoc{year}/day{day:02}"
    try:
        language = named(name)
        if puzzle not in language.puzzles:
            return "", ""
        solved = language.solve(puzzle, normalise(data.encode()))
    except Exception as error:
        _say(f"{name}: {error}")
        return "", ""
    first, second = (_sent(name, part, answer) for part, answer in enumerate(solved.answers, 1))
    return first, second


def _sent(name: str, part: int, answer: str | None) -> str:
    """An answer as it may be sent, or nothing."""
    if answer is None:
        return ""
    try:
        if len(said := typed(answer)) > MOST:
            raise Unreadable(f"it is longer than the {MOST} characters that the runner would send of it")
    except Unreadable as error:
        _say(f"{name}: no answer to part {part}: {error}")
        return ""
    return said


def _say(words: str) -> None:
    print(f"\nthreefold: {words}", file=sys.stderr)  # the runner leaves its own line unfinished
