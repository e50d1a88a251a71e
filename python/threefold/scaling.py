"""How what a puzzle costs grows with its input: measured size after size, fitted, held against the notes.

Times are those that the languages take inside themselves (parse, part 1 and part 2): making inputs, and
carrying them into the worker processes, do not count.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, chdir, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from math import log
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, Self

from . import catalogue
from .catalogue import Puzzle
from .comparison import PHASES, Figure, Unusable, measured_on
from .contract import InvalidInput, NoAnswer, Solved
from .growth import Fit, Order, fit
from .languages import Language, SolverFailed
from .measuring import spread
from .saving import load, reading, write_whole
from .tables import rendered
from .units import duration
from .worker import MEMORY_LIMIT, TIME_LIMIT, Worker

KIND = "threefold scale"  # what a file of ours calls itself
SEEDS = 3  # inputs of each size, in turn, so that nothing which is kept between calls can help
PASSES = 10  # over the inputs of a size, where they are cheap
SHARE = 1 / 16  # of the budget, for repeating a size that has been solved once
START = 4  # halvings of the official size to begin with
LARGEST = 64 << 20  # characters of a text
PATIENCE = 300.0  # seconds for making the inputs of a size that was asked for


@dataclass(frozen=True)
class Point:
    """What one size costs, in nanoseconds: the whole of it, and its phases' medians."""

    size: int
    whole: Figure
    phases: dict[str, float]
    solves: int


@dataclass(frozen=True)
class Stop:
    """Why a language went no farther. ``failed`` where it broke, a limit or the contract, at that size."""

    size: int
    reason: str
    failed: bool

    def words(self, unit: str) -> str:
        return f"stopped {'at' if self.failed else 'before'} {counted(self.size)} {unit}: {self.reason}"


@dataclass(frozen=True)
class Curve:
    """One language on one puzzle."""

    title: str
    points: list[Point]
    stop: Stop | None
    declared: str

    @cached_property
    def fit(self) -> Fit | None:
        return fit([(point.size, point.whole.median) for point in self.points])

    @property
    def order(self) -> str | None:
        """The order of growth in words; None where there are too few sizes to tell."""
        return self.fit.order(Order.read(self.declared)) if self.fit else None

    @property
    def mismatch(self) -> bool:
        """Is the declared order refuted?"""
        return self.verdict.startswith("MISMATCH")

    @property
    def verdict(self) -> str:
        """What the times say of the declared order."""
        if not self.declared:
            return "none declared"
        if (order := Order.read(self.declared)) is None:
            return f"{self.declared} can't be checked"
        if self.fit is None:
            return f"{order}: too few sizes to check"
        match self.fit.fits(order):
            case None:
                return f"{order}: too near the floor to check"
            case False:
                return f"MISMATCH: {order} would have {order.slope(self.fit.sizes):.2f}"
        return f"{order}: as declared" if self.order == str(order) else f"{order}: within the tolerance"


@dataclass(frozen=True)
class Scaling:
    """The results of one run, as they are saved."""

    saved: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Raises `Unusable` where the file holds no results of ours."""
        with reading(path, "file of `threefold scale`"):
            scaling = cls(load(path))
            if scaling.saved["kind"] != KIND:
                raise ValueError
            if not any(curve.points for curves in scaling.curves.values() for curve in curves.values()):
                raise Unusable(f"{path} holds no measurement")
        return scaling

    def write(self, path: Path) -> None:
        """Whole or not at all. Raises `Unusable` where the file can't be written."""
        write_whole(path, self.saved, indent=1)

    @property
    def languages(self) -> dict[str, dict[str, Any]]:
        """What each language says of itself, by name, in the order of a table."""
        return dict(self.saved["machine_info"]["threefold"]["languages"])

    @property
    def curves(self) -> dict[str, dict[str, Curve]]:
        """By puzzle, then by language."""
        return {
            puzzle: {name: self._curve(name, one) for name, one in about["languages"].items()}
            for puzzle, about in self.saved["puzzles"].items()
        }

    def _curve(self, name: str, saved: dict[str, Any]) -> Curve:
        points = [
            Point(one["size"], Figure.of(one["times_ns"]), one["phases_ns"], one["solves"])
            for one in saved["points"]
        ]
        stop = Stop(**saved["stop"]) if saved["stop"] else None
        return Curve(self.languages[name]["title"], points, stop, saved["declared"])

    def title(self, puzzle: str) -> str:
        return str(self.saved["puzzles"][puzzle]["title"])

    def unit(self, puzzle: str) -> str:
        """What sizes count: ``fish``."""
        return str(self.saved["puzzles"][puzzle]["unit"])

    def machine(self) -> Iterator[str]:
        """What the figures were measured on, a line each."""
        return measured_on(self.saved, self.languages.values())

    def sentence(self, puzzle: str) -> str:
        """The orders in words: ``Python n², Rust n, Haskell n log n``."""
        return ", ".join(f"{one.title} {one.order or '?'}" for one in self.curves[puzzle].values())

    def stops(self) -> Iterator[str]:
        """Who went no farther, where and why; a line for those of a puzzle that share both."""
        for puzzle, curves in self.curves.items():
            together: dict[str, list[str]] = {}
            for curve in curves.values():
                if curve.stop:
                    together.setdefault(curve.stop.words(self.unit(puzzle)), []).append(curve.title)
            yield from (f"{puzzle}: {', '.join(names)} {words}" for words, names in together.items())

    def complaints(self) -> Iterator[str]:
        """Declared orders that the times refute, and languages that broke or disagree; a line each."""
        for puzzle, curves in self.curves.items():
            for curve in curves.values():
                if curve.mismatch and (found := curve.fit):
                    yield (
                        f"{puzzle}: {curve.title} declares {curve.declared}, and grows like {curve.order} "
                        f"(slope {found} over {counted(found.sizes[0])} to {counted(found.sizes[-1])}; "
                        f"tolerated ± {found.tolerance:.2f} more)"
                    )
            if size := self.disagreement(puzzle):
                yield f"{puzzle}: the languages disagree at {counted(size)} {self.unit(puzzle)}"

    def disagreement(self, puzzle: str) -> int | None:
        """The first size at which the answers differ, if there is one."""
        size: int | None = self.saved["puzzles"][puzzle]["disagreement"]
        return size

    def as_text(self) -> str:
        """The table for a terminal, the orders in words, and what they were measured on."""
        from rich.table import Table

        table = Table()
        for name in ("puzzle", "language", "sizes", "time there", "order", "slope", "declared"):
            right = name in ("sizes", "time there", "slope")
            table.add_column(name, justify="right" if right else "left", no_wrap=True)
        for puzzle, curves in self.curves.items():
            for index, curve in enumerate(curves.values()):
                first, last = (curve.points[0], curve.points[-1]) if curve.points else (None, None)
                table.add_row(
                    puzzle if index == 0 else "",
                    curve.title,
                    f"{counted(first.size)} to {counted(last.size)}" if first and last else "–",
                    duration(last.whole.median) if last else "–",
                    curve.order or "?",
                    str(curve.fit or "–"),
                    curve.verdict,
                    end_section=index == len(curves) - 1,
                )
        sentences = [
            f"{self.title(puzzle)}, by {self.unit(puzzle)}: {self.sentence(puzzle)}" for puzzle in self.curves
        ]
        broken = ["broken off: this is what was measured by then"] if self.saved["broken_off"] else []
        lines = [*sentences, *self.stops(), *broken, *LEGEND, *self.machine()]
        return rendered(table) + "\n".join(lines)

    def as_json(self) -> str:
        """All that was measured, and what follows from it."""
        found = {
            puzzle: {name: self._conclusion(curve) for name, curve in curves.items()}
            for puzzle, curves in self.curves.items()
        }
        return json.dumps(self.saved | {"orders": found}, indent=2, ensure_ascii=False)

    @staticmethod
    def _conclusion(curve: Curve) -> dict[str, Any]:
        found = curve.fit
        return {
            "order": curve.order,
            "slope": found and found.slope,
            "margin": found and found.margin,
            "tolerance": found and found.tolerance,
            "fitted_sizes": found and list(found.sizes),
            "clear_of_floor": found and found.clear,
            "declared": curve.declared,
            "verdict": curve.verdict,
            "mismatch": curve.mismatch,
        }


LEGEND = (
    "Slope of log time over log size with its 95% interval, over those of the largest two decades of sizes",
    "that stand clear of the floor. An order is a mismatch where its own slope lies farther outside of the",
    "interval than a drift of two in an item's cost explains. Times are medians of parse and both parts.",
)


def counted(number: int) -> str:
    """A whole number with its digits in threes: ``1 280 000``."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def ladder(official: int) -> Iterator[int]:
    """Sizes from a sixteenth of the official one (1 at least) on, each about twice the one before."""
    previous = 0
    for step in range(-START, 60):
        size = int(official * 2.0**step)
        if size > previous:
            yield (previous := size)


def provenance(chosen: Iterable[Language]) -> dict[str, Any]:
    """Machine, versions, commit and time, as the comparison's engine writes them. May raise `Unusable`."""
    try:
        from pytest_benchmark.plugin import pytest_benchmark_generate_machine_info
        from pytest_benchmark.utils import get_commit_info
    except ImportError:
        raise Unusable("measuring needs pytest-benchmark: `nox -s dev` installs it") from None
    machine = dict(pytest_benchmark_generate_machine_info())  # type: ignore[no-untyped-call]
    machine.pop("node", None)  # the machine's name is nobody's business
    machine["threefold"] = {"languages": {one.name: one.about for one in chosen}}
    with chdir(catalogue.root()):
        commit = get_commit_info()  # type: ignore[no-untyped-call]
    now = datetime.now(UTC).isoformat()
    return {"kind": KIND, "machine_info": machine, "commit_info": commit, "datetime": now}


@dataclass
class Runner:
    """Measures growth, and saves now and then what there is.

    ``sizes`` is None for the ladder from the official size; ``budget`` is in seconds a puzzle and language,
    ``time_limit`` in seconds a text, ``memory_limit`` in bytes.
    """

    languages: Sequence[Language]
    path: Path
    sizes: Sequence[int] | None = None
    budget: float = 5.0
    time_limit: float = TIME_LIMIT
    memory_limit: int = MEMORY_LIMIT
    said: Callable[[str], None] = lambda line: None
    _written: float = 0.0

    def run(self, puzzles: Iterable[Puzzle]) -> Scaling:
        """Every puzzle, size by size; on Ctrl-C what there is by then, with ``broken_off`` set.

        Raises `Unusable` where the results can't be written.
        """
        scaling = Scaling(
            provenance(self.languages)
            | {"budget_s": self.budget, "seeds": SEEDS, "broken_off": False, "puzzles": {}}
        )
        scaling.write(self.path)  # before anything is measured in vain
        try:
            for puzzle in puzzles:
                self._climb(puzzle, scaling)
        except KeyboardInterrupt:
            scaling.saved["broken_off"] = True
        scaling.write(self.path)
        return scaling

    def _save(self, scaling: Scaling) -> None:
        """Against what Ctrl-C is not; seldom enough to cost nothing, however many puzzles there are."""
        if time.monotonic() - self._written > 2:
            scaling.write(self.path)
            self._written = time.monotonic()

    def _climb(self, puzzle: Puzzle, scaling: Scaling) -> None:
        declared = puzzle.meta.get("growth", {})
        climbers = [
            Climber(one, puzzle.name, str(declared.get(one.name, "")), self)
            for one in self.languages
            if puzzle.name in one.puzzles
        ]
        saved = {
            "title": puzzle.title,
            "unit": str(puzzle.meta.get("unit", "")),
            "official": puzzle.size,
            "disagreement": None,
            "languages": {one.language.name: one.saved for one in climbers},
        }
        scaling.saved["puzzles"][puzzle.name] = saved
        # Who asks for sizes by number waits for them, yet does not mean to fill the memory by a slip.
        limits = (self.budget, LARGEST) if self.sizes is None else (PATIENCE, 16 * LARGEST)
        inputs = Inputs(puzzle, *limits)
        with ExitStack() as stack:
            for climber in climbers:
                stack.enter_context(climber.worker)
            for size in ladder(puzzle.size) if self.sizes is None else self.sizes:
                ready = [one for one in climbers if one.wants(size)]
                if not ready:
                    return
                self.said(f"{puzzle.name}: making {counted(size)} {saved['unit']}")
                texts = inputs.make(size)
                if isinstance(texts, str):
                    for climber in ready:
                        climber.end(size, texts, failed=False)
                    return
                answers = set()
                for climber in ready:
                    self.said(f"{puzzle.name}: {climber.language.name} with {counted(size)} {saved['unit']}")
                    answers |= climber.climb(size, texts)
                    self._save(scaling)
                if len(answers) > 1 and saved["disagreement"] is None:
                    saved["disagreement"] = size


@dataclass
class Inputs:
    """A puzzle's inputs of growing sizes; each is made once, for all languages.

    What would take longer than ``patience`` seconds, or be longer than ``largest`` characters, is not made.
    """

    puzzle: Puzzle
    patience: float
    largest: int
    _size: int = 0
    _seconds: float = 0.0
    _length: int = 0

    def make(self, size: int) -> list[str] | str:
        """A text for each seed, or why there are none."""
        if (
            not self._size
            and size > self.puzzle.size
            and isinstance(said := self.make(self.puzzle.size), str)
        ):
            return said
        if self._size:
            times = size / self._size
            if self._seconds * times > self.patience:
                return f"making such inputs takes more than {self.patience:g} s"
            if self._length * times > self.largest:
                return f"such inputs have more than {self.largest >> 20} MiB"
        started = time.perf_counter()
        try:
            texts = [self.puzzle.generate(Random(seed), size) for seed in range(SEEDS)]
        except Exception as error:
            return f"the generator makes no such input ({type(error).__name__}: {error})"
        self._size, self._seconds = size, time.perf_counter() - started
        self._length = max(map(len, texts))
        return texts


class Climber:
    """One language on its way up one puzzle's sizes."""

    def __init__(self, language: Language, puzzle: str, declared: str, runner: Runner):
        self.language = language
        self.puzzle = puzzle
        self.worker = Worker(language.name, runner.time_limit, runner.memory_limit)
        self.budget = runner.budget
        self.spent = 0.0
        self.points: list[dict[str, Any]] = []
        self.saved: dict[str, Any] = {"declared": declared, "points": self.points, "stop": None}

    def end(self, size: int, reason: str, failed: bool) -> None:
        self.saved["stop"] = {"size": size, "reason": reason, "failed": failed}

    def wants(self, size: int) -> bool:
        """Is it still on its way, and can it pay for one more size?"""
        if self.saved["stop"]:
            return False
        cost = SEEDS * self._expected(size)
        if self.points and self.spent + cost > self.budget:
            reason = f"that takes about {duration(1e9 * cost)} more, past the budget of {self.budget:g} s"
            self.end(size, reason, failed=False)
            return False
        return True

    def _expected(self, size: int) -> float:
        """Seconds for one input of that size, if it goes on as it went between the last two sizes."""
        if not self.points:
            return 0.0
        last = self.points[-1]
        times = size / last["size"]
        if len(self.points) > 1:
            before = self.points[-2]
            steps = log(times) / log(last["size"] / before["size"])
            times = max(1.0, median(last["times_ns"]) / max(1.0, median(before["times_ns"]))) ** steps
        return float(median(last["times_ns"]) / 1e9 * times)

    def climb(self, size: int, texts: list[str]) -> set[int]:
        """Measures one size; hashes of all answers, one element where it solved and none where it broke."""
        solved: list[Solved] = []
        try:
            if not self.points:
                self.worker.solve(
                    self.puzzle, texts[0]
                )  # what the first call of all costs is not this size's
            share, before = self.budget * SHARE, self.spent
            for _ in range(PASSES):
                for text in texts:
                    solved.append(self.worker.solve(self.puzzle, text))
                    self.spent += sum(solved[-1][2:]) / 1e9
                if self.spent - before > share:
                    break
        except SolverFailed as error:
            self.end(size, str(error), failed=True)
        except (InvalidInput, NoAnswer) as error:
            self.end(size, f"it says of a generated input: {error}", failed=True)
        if len(solved) < len(texts):
            return set()
        self.points.append(
            {
                "size": size,
                "times_ns": spread([float(sum(one[2:])) for one in solved]),
                "phases_ns": {
                    phase: median([getattr(one, f"{phase}_ns") for one in solved]) for phase in PHASES
                },
                "solves": len(solved),
            }
        )
        return {hash(tuple(one.answers for one in solved[: len(texts)]))}


def spoken(runner: Runner, puzzles: Iterable[Puzzle]) -> Scaling:
    """`Runner.run` with a word on standard error of what is going on, where that is a terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    status = console.status("…") if console.is_terminal else None
    with status or nullcontext():
        if status:
            runner.said = status.update
        return runner.run(puzzles)
