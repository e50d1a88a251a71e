"""Peak memory of puzzles, each in a process of its own that has loaded nothing but the language.

One process waits for puzzles, and makes a copy of itself for each: that is as fresh as one that is started
anew, and takes a tenth of the time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Self

from ..core import languages
from ..core.catalogue import FLOOR, Puzzle


class Meter:
    """Measures; to be used as a context."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "threefold.measure.memory"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            process_group=0,  # out of Ctrl-C's reach
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def measure(self, puzzle: Puzzle, language: str) -> list[int] | None:
        """The bytes of the process before it solves, and what one solve adds to them; None where it broke."""
        assert self._process.stdin and self._process.stdout
        request = [language, puzzle.name, puzzle.generate(Random(0)), FLOOR]
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        found: list[int] | None = json.loads(self._process.stdout.readline() or "null")
        return found


def peak() -> int:
    """This process's peak resident size in bytes."""
    try:
        # Not getrusage: on Linux that starts with the peak of the process that started us.
        status = Path("/proc/self/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) * 1024
    except OSError:
        import resource

        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def solved(language: str, puzzle: str, text: str, floor: str) -> list[int]:
    """In the copy: its size with the language started, by what does no work, and what one solve adds."""
    plugin = languages.named(language)
    assert puzzle in plugin.puzzles
    if floor in plugin.puzzles:
        plugin.solve(floor, "Ada")
    base = peak()
    plugin.solve(puzzle, text)
    return [base, peak() - base]


def main() -> None:
    told = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a solution prints is not the answer
    for line in sys.stdin:
        reading, writing = os.pipe()
        if (child := os.fork()) == 0:
            try:
                os.write(writing, json.dumps(solved(*json.loads(line))).encode())
            finally:
                os._exit(0)
        os.close(writing)
        with open(reading) as pipe:
            print(pipe.read() or "null", file=told, flush=True)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
