"""Languages that break in every way that we can think of; on the path in the tests alone."""

import ctypes
import os
import sys
import time
from typing import ClassVar


class Fine:
    """A language that does nothing wrong; the others differ from it."""

    @staticmethod
    def puzzles() -> list[str]:
        return ["teaching/hello"]

    @staticmethod
    def about() -> dict[str, object]:
        return {"title": "Fine", "order": 9, "version": "0", "flags": ""}

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return "solved", "fine", None, 1, 1, 1


class Hangs(Fine):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        while True:
            time.sleep(0.01)


class Crashes(Fine):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return ctypes.string_at(0)


class Aborts(Fine):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        os.abort()


class Hoards(Fine):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        hoard = []
        while True:
            hoard.append(b"x" * (1 << 20))


class Leaves(Fine):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        os._exit(3)


class Raises(Fine):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        sys.exit("of its own accord")


class Overflows(Fine):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return Overflows.solve(puzzle, text)


class Babbles(Fine):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return "solved", 1, 2


class Clings(Fine):
    """Answers with what no other process can have."""

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return "failed", open(os.devnull)


class Mumbles(Fine):
    """Answers with what no other process can read."""

    def __reduce__(self) -> tuple:
        return eval, ("unreadable",)

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return "failed", Mumbles()


class Prints(Fine):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        print("a stray word")
        return Fine.solve(puzzle, text)


class Remembers(Fine):
    """Works for a while on an input, and remembers the answer when it sees it again."""

    answers: ClassVar[dict[str, str]] = {}

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        if text not in Remembers.answers:
            time.sleep(0.01)
            Remembers.answers[text] = str(hash(text))
        return "solved", Remembers.answers[text], None, 1, 1, 1


class Forgets(Fine):
    """Works as long each time."""

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        time.sleep(0.01)
        return "solved", str(hash(text)), None, 1, 1, 1


class Absent(Fine):
    @staticmethod
    def puzzles() -> list[str]:
        raise ImportError("its library is missing")


class Quadratic(Fine):
    """Takes no time, and says that it took the square of the lines' number."""

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        lines = text.count("\n") + 1
        return "solved", "fine", None, 100, 1000 * lines**2, 1


class Tires(Quadratic):
    """Aborts once the input has sixty lines."""

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return os.abort() if text.count("\n") >= 59 else Quadratic.solve(puzzle, text)


class Stalls(Quadratic):
    """Never ends once the input has sixty lines."""

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return Hangs.solve(puzzle, text) if text.count("\n") >= 59 else Quadratic.solve(puzzle, text)


class Differs(Quadratic):
    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return "solved", "other", None, 1, 1, 1


class Lies(Fine):
    """Knows the answers to two days, and they are wrong."""

    @staticmethod
    def puzzles() -> list[str]:
        return ["aoc2021/day06", "aoc2021/day07"]

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        return "solved", "0", "0", 1, 1, 1


class Dawdles(Lies):
    """Says that it begins, and never ends, on one of the days."""

    @staticmethod
    def solve(puzzle: str, text: str) -> tuple:
        if puzzle == "aoc2021/day06":
            return Lies.solve(puzzle, text)
        print("dawdling", flush=True)
        return Hangs.solve(puzzle, text)
