"""A race over sizes: contestants, each in a process of its own, solve larger and larger inputs in turns.

`scaling` races the languages, to name the orders of their growth; `peers` races them against other programs.
Times are those that contestants take inside themselves: making inputs, and carrying them into the processes,
do not count.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from math import inf, log
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from ..core import languages, worker
from ..core.catalogue import Puzzle
from ..core.languages import OverLimit, SolverFailed, Unavailable
from ..core.saving import provide, spare
from ..core.units import counted
from .comparison import Figure
from .curves import Point, Results

TEXTS = 3  # inputs of each size, in turn, so that nothing which is kept between calls can help
SHORT = 10_000  # characters: of texts up to this length all are solved in a turn, of longer ones the next
TURNS = 3  # at a size, at least
LARGEST = 64 << 20  # characters of a text
PATIENCE = 300.0  # seconds for making the inputs of a size that was asked for
SAVING = 2.0  # seconds at least between writing results: however many there are, it costs nothing

Solve = Callable[[str], tuple[object, dict[str, int]]]
"""From a text to the answers, and the nanoseconds of each phase."""


# --- a contestant's process ----------------------------------------------------------------------


def solution(language: str, puzzle: str) -> tuple[dict[str, Any], Solve]:
    """What a language says of itself, and its way to solve in this process.

    Raises `LookupError` or `SolverFailed` where something is missing.
    """
    found = languages.named(language)
    if puzzle not in found.names:
        raise LookupError(f"{language} does not solve {puzzle}")

    def solve(text: str) -> tuple[object, dict[str, int]]:
        solved = found.solve(puzzle, text)
        phases = {"parse": solved.parse_ns, "part1": solved.part1_ns, "part2": solved.part2_ns}
        return solved.answers, phases

    return found.about, solve


def serve(load: Callable[[], tuple[dict[str, Any], Solve]], descriptor: int) -> None:
    """Solves texts in turn for a time, once each at least; tells the answers' hashes and the median call."""

    def loaded() -> Callable[[list[str], float], object]:
        about, solve = load()

        def turn(texts: list[str], seconds: float) -> object:
            said: dict[str, object] = {}
            calls: list[dict[str, int]] = []
            end = monotonic() + seconds
            while len(calls) < len(texts) or monotonic() < end:
                text = texts[len(calls) % len(texts)]
                answers, phases = solve(text)
                calls.append(phases)
                if said.setdefault(text, answers) != answers:
                    return "failed", "an answer changed from call to call"
            hashes = [sha256(repr(said[text]).encode()).hexdigest() for text in texts]
            calls.sort(key=lambda phases: sum(phases.values()))
            return "turn", about, hashes, calls[len(calls) // 2]

        return turn

    worker.serve(loaded, descriptor)


# --- the process that started it --------------------------------------------------------------------------


class Contestant(worker.Worker):
    """Who takes part, in a process of its own, and what is saved of it.

    ``about`` has its ``title``; the process adds what else it says of itself. The module, run with a puzzle,
    a name and the number of a file descriptor, is to `serve`. Limits are in seconds a turn and in bytes.
    """

    def __init__(
        self,
        name: str,
        about: dict[str, Any],
        puzzle: str,
        limits: tuple[float, int],
        declared: str = "",
        module: str = "threefold.measure.racing",
        digest: str = "",
    ):
        super().__init__(name, *limits)
        self.about = about
        self.digest = digest
        self.arguments = [module, puzzle, name]
        self.points: list[Point] = []
        self.saved: dict[str, Any] = {"declared": declared, "points": [], "stop": None}
        self.spent = 0.0  # seconds in turns

    def command(self) -> list[str]:
        return self.arguments

    def turn(self, texts: list[str], seconds: float) -> tuple[list[str], dict[str, int]]:
        """The answers' hashes, and the nanoseconds of the median call's phases. Raises `SolverFailed`."""
        started = monotonic()
        outcome = self.ask(texts, seconds)
        self.spent += monotonic() - started
        match outcome:
            case ("turn", dict(about), list(hashes), dict(phases)):
                self.about.update(about | self.about)
                return hashes, phases
            case ("failed", str(message)):
                raise SolverFailed(message)
        raise SolverFailed("its process answered something else than was asked")

    @property
    def stopped(self) -> bool:
        return self.saved["stop"] is not None

    def stop(self, size: int, reason: str, failed: bool = False, crashed: bool = False) -> None:
        how = {"failed": failed, "crashed": crashed}
        self.saved["stop"] = {"size": size, "reason": reason} | {key: True for key in how if how[key]}

    def wants(self, size: int, budget: float) -> bool:
        """Is it still on its way, and can it pay for one more size?"""
        cost = TURNS * self._expected(size)
        if not self.stopped and self.spent + cost > budget:
            self.stop(size, f"that takes about {cost:.2g} s more, past the budget of {budget:g} s")
        return not self.stopped

    def _expected(self, size: int) -> float:
        """Seconds for one input of that size, if it goes on as it went between the last two sizes."""
        if not self.points:
            return 0.0
        sizes = [point.size for point in self.points]
        times = [max(1.0, point.whole.median) for point in self.points]
        slope = log(times[-1] / times[-2]) / log(sizes[-1] / sizes[-2]) if len(sizes) > 1 else 1.0
        # Bounded, for between two sizes close to each other noise can make it anything.
        return float(times[-1] / 1e9 * min(size / sizes[-1], 1e30) ** min(max(slope, 0.0), 9.0))

    def keep(self, size: int, calls: list[dict[str, int]]) -> None:
        """Adds what a size took."""
        point = Point(size, Figure.of([sum(call.values()) for call in calls]), len(calls))
        self.points.append(point)
        self.saved["points"].append(point.saved)


@dataclass
class Course:
    """A puzzle's inputs over sizes, rising, and who solves them.

    What takes more than ``patience`` seconds to make, or has more than ``largest`` characters, is left out.
    """

    puzzle: Puzzle
    generate: Callable[[Random, int], str]
    sizes: Iterable[int]
    contestants: list[Contestant]
    patience: float = PATIENCE
    largest: int = 16 * LARGEST  # who asks for a size waits for it, yet does not mean to fill the memory
    _made: tuple[int, float, int] | None = None  # the last size, its seconds, its longest text's length

    def __post_init__(self) -> None:
        self.unit = str(self.puzzle.meta.get("unit", ""))
        self.saved: dict[str, Any] = {
            "title": self.puzzle.title,
            "unit": self.unit,
            "languages": {one.language: one.saved for one in self.contestants},
        }

    def texts(self, size: int) -> list[str] | str:
        """Inputs of a size, made once for all contestants; or why there are none."""
        official = self.puzzle.size
        if not self._made and size > official and isinstance(said := self.texts(official), str):
            return said
        if self._made:
            last, seconds, length = self._made
            times = size / last
            if seconds * times > self.patience:
                return f"making such inputs takes more than {self.patience:g} s"
            if length * times > self.largest:
                return f"such inputs have more than {self.largest >> 20} MiB"
        started = monotonic()
        try:
            texts = [self.generate(Random(seed), size) for seed in range(TEXTS)]
        except Exception as error:
            return f"the generator makes no such input ({type(error).__name__}: {error})"
        self._made = size, monotonic() - started, max(map(len, texts))
        return texts

    def compare(self, size: int, answers: dict[Contestant, list[str]]) -> None:
        """Notes, once a size, who says what where not all say the same."""
        groups: dict[tuple[str, ...], list[str]] = {}
        for one, hashes in answers.items():
            groups.setdefault(tuple(hashes), []).append(one.about["title"])
        if len(groups) > 1:
            self.saved.setdefault("disagreements", {}).setdefault(str(size), list(groups.values()))


@dataclass
class Race:
    """Runs over courses, and saves now and then what there is."""

    results: Results
    path: Path
    turn: float  # seconds that a contestant solves before it is the next one's turn
    share: float  # seconds a contestant and size: when they are spent, it has no more turns there
    most: int  # turns at a size
    budget: float = inf  # seconds a contestant and course
    said: Callable[[str], None] = lambda line: None
    _written: float = 0.0

    def run(self, courses: Iterable[Course]) -> None:
        """Every course, size by size; on Ctrl-C what there is by then is kept, and ``broken_off`` is set.

        A line on standard error says what is going on, where that is a terminal. Raises `Unusable` where the
        results can't be written.
        """
        from rich.console import Console

        provide(self.path.parent)  # before anything is measured in vain
        kind = self.results.KIND
        spare(self.path, f"file of `{kind}`", lambda data: json.loads(data)["kind"] == kind)
        console = Console(stderr=True)
        try:
            with console.status("…") if console.is_terminal else nullcontext() as status:
                if status:
                    self.said = status.update
                for course in courses:
                    course.saved["run"] = max(self.results.saved["runs"])
                    self.results.saved["puzzles"][course.puzzle.name] = course.saved
                    self._climb(course)
                    for one in course.contestants:  # only now: what is broken off is to be measured again
                        one.saved["digest"] = one.digest
        except KeyboardInterrupt:
            self.results.saved["broken_off"] = True
        self._save()

    def _save(self) -> None:
        if self.results.measured:  # earlier results are worth more than none
            self.results.write(self.path)
            self._written = monotonic()

    def _climb(self, course: Course) -> None:
        with ExitStack() as stack:
            for one in course.contestants:
                stack.enter_context(one)
            for size in course.sizes:
                ready = [one for one in course.contestants if one.wants(size, self.budget)]
                if not ready:
                    return
                self.said(f"{course.puzzle.name}: making {counted(size)} {course.unit}")
                texts = course.texts(size)
                if isinstance(texts, str):
                    for one in ready:
                        one.stop(size, texts)
                    return
                self._measure(course, size, texts, ready)
                if monotonic() - self._written > SAVING:
                    self._save()

    def _measure(self, course: Course, size: int, texts: list[str], ready: list[Contestant]) -> None:
        """One size, turn by turn, until each has had its share of time."""
        calls: dict[Contestant, list[dict[str, int]]] = {one: [] for one in ready}
        ends = {one: one.spent + self.share for one in ready}
        for turn in count():
            running = [
                one
                for one in ready
                if not one.stopped and turn < self.most and (turn < TURNS or one.spent < ends[one])
            ]
            if not running:
                break
            chosen = texts if len(texts[0]) <= SHORT else [texts[turn % len(texts)]]
            answers: dict[Contestant, list[str]] = {}
            # Another one is first every time, so that nobody always comes after the same.
            for one in running[turn % len(running) :] + running[: turn % len(running)]:
                self.said(f"{course.puzzle.name}: {one.about['title']} with {counted(size)} {course.unit}")
                try:
                    if turn == 0 and not one.points:
                        one.turn(chosen[:1], 0)  # what starting and the first call cost is not this size's
                        one.spent = 0.0
                    answers[one], phases = one.turn(chosen, self.turn)
                    calls[one].append(phases)
                except Unavailable as error:
                    one.stop(0, str(error))
                except SolverFailed as error:
                    one.stop(size, str(error), failed=True, crashed=not isinstance(error, OverLimit))
            course.compare(size, answers)
        for one, found in calls.items():
            if not one.stopped:
                one.keep(size, found)


if __name__ == "__main__":
    puzzle, language, descriptor = sys.argv[1:]
    serve(lambda: solution(language, puzzle), int(descriptor))
