"""Has the harness measure, turn by turn, and keeps what it found.

A turn is one puzzle in all languages, one after another. First every puzzle has one, which is bound to be
quick; then the one whose turn narrows an interval most, until the time is over. Or all have a given number.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any

from ..core import catalogue
from ..core.catalogue import Puzzle
from ..core.languages import Language, SolverFailed
from ..core.saving import provide, spare
from ..core.worker import Worker
from . import bootstrap, runs
from .bootstrap import FEWEST
from .comparison import PHASES, SHARED_OUT, Comparison, Figure, Unusable, digits
from .digests import digest
from .memory import Meter

KEPT = 100  # times a turn, evenly spread from the least to the greatest
FIRST = 0.6  # of the time, at most, is for the first turn of all
SHORT, LONG = 0.01, 0.1  # seconds a language of a first turn
MOST = 30  # turns that a time is divided into, where few puzzles would have more
TOGETHER = 9  # puzzles that go through their turns at the same time, before the next ones do
PATIENCE = 300.0  # seconds for one turn


@dataclass(frozen=True)
class Plan:
    """How long: seconds in all; or a number of turns, and seconds a puzzle and language in them."""

    time: float | None
    turns: int = 10
    budget: float = 1.0


class Engine(Worker):
    """pytest, waiting for orders (see `engine`)."""

    def __init__(self, puzzles: Iterable[str], languages: Iterable[str]):
        super().__init__("the harness", PATIENCE)
        self.chosen = [f"--select={name}" for name in (*puzzles, *languages)]

    def command(self) -> list[str]:
        speed = str(harness() / "test_speed.py")
        alone = ("--override-ini=addopts=--import-mode=importlib", "-pno:terminal", "-pno:cacheprovider")
        return ["pytest", speed, *alone, "-pthreefold.measure.engine", *self.chosen, "--orders"]


@dataclass
class Row:
    """What there is of a puzzle by now: times by kind, language and turn, and what is found but once."""

    puzzle: Puzzle
    languages: list[str]
    times: dict[str, dict[str, list[list[float]]]] = field(default_factory=dict)
    found: dict[str, dict[str, Any]] = field(default_factory=dict)
    turns: int = 0
    seconds: float = 0.0  # of the last turn

    def add(self, answers: dict[str, dict[str, Any]]) -> None:
        """One turn's answers."""
        self.turns += 1
        for name, measured in answers.items():
            for kind in ("whole", *PHASES):
                self.times.setdefault(kind, {}).setdefault(name, []).append(spread(measured[kind]))
            found = self.found.setdefault(name, {})
            if cold := measured.get("cold"):
                found["cold"] = digits(cold[0] / max(cold[1], 1), 3)
            # On a busy machine it has fewer.
            if (processors := max(measured["processors"], found.get("processors", 0))) > SHARED_OUT:
                found["processors"] = digits(processors, 2)
            if memory := measured.get("memory"):
                found["memory"] = [digits(one) for one in memory]
        self.__dict__.pop("figures", None)

    def drop(self, language: str) -> None:
        """As it failed, it is in no table."""
        self.languages.remove(language)
        self.found.pop(language, None)
        for times in self.times.values():
            times.pop(language, None)
        self.__dict__.pop("figures", None)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Whole calls, by language."""
        return bootstrap.figures(self.times["whole"])

    @property
    def gain(self) -> float:
        """How much one more turn narrows the widest interval, or so: that falls by the root of the turns."""
        return max(one.width for one in self.figures.values()) / self.turns

    def saved(self, run: str, abouts: dict[str, dict[str, Any]]) -> dict[str, Any]:
        kinds = {kind: bootstrap.figures(times) for kind, times in self.times.items() if kind != "whole"}
        kinds = {"whole": self.figures, **kinds}
        cells = {
            name: {"digest": digest(self.puzzle, name, abouts[name])}
            | {kind: figures[name].saved for kind, figures in kinds.items()}
            | found
            for name, found in self.found.items()
        }
        return {"run": run, "turns": self.turns, "languages": cells}


@dataclass
class Measurement:
    """Of puzzles in languages, into a comparison; ``seen`` is told of each turn."""

    comparison: Comparison
    puzzles: list[Puzzle]
    languages: list[Language]
    plan: Plan
    seen: Callable[[Row], None] = lambda row: None
    rows: dict[str, Row] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    left: int = 0  # puzzles that the time was not enough for
    _started: float = field(default_factory=monotonic)

    def run(self, path: Path, whole: bool = False) -> None:
        """Measures, and writes what there is as it goes on.

        On Ctrl-C what was measured is kept, too, unless only the ``whole`` of a puzzle's turns will do.
        Raises `Unusable` where the harness can't be started or the results can't be written.
        """
        abouts = {one.name: one.about for one in self.languages}
        begun = runs.begun(abouts)
        self.comparison.saved["runs"] |= begun
        names = [one.name for one in self.puzzles]
        together = TOGETHER if self.plan.time is None else len(names)
        with Engine(names, abouts) as engine, Meter() as meter:
            try:
                engine.ask("", [], 0.0, False)
            except SolverFailed as error:
                raise Unusable(f"the harness does not start: {error}") from None
            for first in range(0, len(names), together):
                now = [Row(puzzle, list(abouts)) for puzzle in self.puzzles[first : first + together]]
                self.rows |= {row.puzzle.name: row for row in now}
                done = False
                try:
                    for row, seconds in self._by_turns(now) if self.plan.time is None else self._by_time(now):
                        self._turn(engine, meter, row, seconds)
                        self.seen(row)
                    done = True
                finally:
                    if done or not whole:
                        self._keep(now, max(begun), abouts, path)

    def _by_turns(self, rows: Sequence[Row]) -> Iterator[tuple[Row, float]]:
        for _ in range(self.plan.turns):
            yield from ((row, self.plan.budget / self.plan.turns) for row in rows if row.languages)

    def _by_time(self, rows: Sequence[Row]) -> Iterator[tuple[Row, float]]:
        """Each once, in a fixed share of the time; then whichever gains most, of those that fit in."""
        assert self.plan.time
        cells = max(1, len(self.languages))
        for number, row in enumerate(rows, 1):
            ahead = self._started + FIRST * self.plan.time * number / len(rows) - monotonic()
            if (
                self.remaining <= 0
            ):  # to promise a time, and take more, would be worse than to name who is left
                self.left = len(rows) - number + 1
                return
            yield row, min(max(ahead / cells, SHORT), LONG)
        seconds = max(LONG, self.plan.time / MOST / cells / len(rows))
        while self.remaining > 0:
            fitting = [row for row in rows if row.languages and row.seconds < self.remaining]
            if not fitting:
                return
            few = [row for row in fitting if row.turns < FEWEST]
            yield (
                min(few, key=lambda row: row.turns) if few else max(fitting, key=lambda row: row.gain),
                seconds,
            )

    @property
    def remaining(self) -> float:
        """Seconds that are left; endless where turns are counted."""
        return self._started + self.plan.time - monotonic() if self.plan.time else inf

    def _turn(self, engine: Engine, meter: Meter, row: Row, seconds: float) -> None:
        """One turn of a puzzle; with the second, or the only one, what is taken but once."""
        started = monotonic()
        once = row.turns == (1 if self.plan.time or self.plan.turns > 1 else 0)
        answers = self._asked(engine, row.puzzle.name, row.languages, seconds, once)
        for name, answer in answers.items():
            if isinstance(answer, str):
                self.failures.append(f"{row.puzzle.name}-{name}: {answer}")
        for name in list(row.languages):
            if not isinstance(answers.get(name), dict):
                row.drop(name)
        measured = {name: answer for name, answer in answers.items() if isinstance(answer, dict)}
        if once:
            for name, answer in measured.items():
                if found := meter.measure(row.puzzle, name):
                    answer["memory"] = found
        if measured:
            row.add(measured)
        row.seconds = monotonic() - started

    def _asked(self, engine: Engine, puzzle: str, chosen: list[str], *how: object) -> dict[str, Any]:
        """What each has recorded, or why it failed; where one ended the process, each is asked alone."""
        try:
            answers = engine.ask(puzzle, chosen, *how)
        except SolverFailed as error:
            if len(chosen) == 1:
                return {chosen[0]: str(error)}
            alone = (self._asked(engine, puzzle, [name], *how) for name in chosen)
            return {name: answer for answers in alone for name, answer in answers.items()}
        if not isinstance(answers, dict):
            raise Unusable(f"the harness failed: {answers}")
        return answers

    def _keep(self, rows: Iterable[Row], run: str, abouts: dict[str, dict[str, Any]], path: Path) -> None:
        if found := {row.puzzle.name: row.saved(run, abouts) for row in rows if row.found}:
            self.comparison.saved["puzzles"] |= found
            self.comparison.write(path)


def harness() -> Path:
    """The folder ``tests/`` of the checkout. Raises `Unusable` where there is none, or nothing to run it."""
    tests = catalogue.root().parent / "tests"
    if not (tests / "test_speed.py").is_file():
        raise Unusable("measuring needs a checkout of threefold: its tests/ hold the engine")
    return tests


def results_path(save: Path | None) -> Path:
    """Where results go; raises `Unusable` where nothing can be written there."""
    path = save or harness().parent / "results" / "latest.json"
    provide(path.parent)
    spare(path, "file of `threefold compare`", is_ours)
    return path


def is_ours(data: bytes) -> bool:
    """Is that what `compare` saves, or saved up to format 2?"""
    saved = json.loads(data)
    return "kind" not in saved and bool(saved.keys() & {"puzzles", "benchmarks"})


def spread(values: Sequence[float]) -> list[float]:
    """At most a number of the values, evenly spread from the least to the greatest."""
    ordered = sorted(values)
    if len(ordered) > KEPT:
        ordered = [ordered[(2 * at + 1) * len(ordered) // (2 * KEPT)] for at in range(KEPT)]
    return ordered
