"""Languages that break before they solve anything; on the path in the tests alone."""

import itertools
import os
import sys
from collections.abc import Iterable


def __getattr__(name: str) -> object:
    if name == "Exits":
        sys.exit("not today")
    raise AttributeError(name)


class Fine:
    """A language that does nothing wrong; the others differ from it."""

    @staticmethod
    def puzzles() -> Iterable[str]:
        print("a stray word")
        return ["teaching/hello", "aoc2021/day06"]

    @staticmethod
    def about() -> dict[str, object]:
        return {"title": "Fine", "order": 9, "version": "0", "flags": ""}

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return "solved", str(len(text)), None, 1, 1, 1


class Unlinked(Fine):
    @staticmethod
    def about() -> dict[str, object]:
        raise OSError("libunlinked.so: cannot open shared object file")


class Aborts(Fine):
    @staticmethod
    def about() -> dict[str, object]:
        os.abort()


class Leaves(Fine):
    @staticmethod
    def puzzles() -> Iterable[str]:
        os._exit(0)


class Untold(Fine):
    @staticmethod
    def about() -> dict[str, object]:
        return None


class Untitled(Fine):
    @staticmethod
    def about() -> dict[str, object]:
        return {"title": 7, "order": 9, "version": "0", "flags": ""}


class Unnamed(Fine):
    @staticmethod
    def puzzles() -> Iterable[str]:
        return [1, 2]


class Endless(Fine):
    @staticmethod
    def puzzles() -> Iterable[str]:
        return map(str, itertools.count())


class Speechless(Fine):
    class Error(BaseException):
        def __str__(self) -> str:
            raise ValueError

    @staticmethod
    def about() -> dict[str, object]:
        raise Speechless.Error


class Wordy(Fine):
    @staticmethod
    def about() -> dict[str, object]:
        raise RuntimeError("one\n\ntwo\n")
