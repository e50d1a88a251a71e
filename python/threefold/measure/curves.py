"""What a race over sizes found: a curve for each contestant on each puzzle, as it is saved and read again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Self

from ..core.saving import load, reading, write_whole
from ..core.units import counted
from . import runs
from .comparison import Figure, Unusable, digits
from .growth import Fit, Order, fit

FORMAT = 2  # of the files


@dataclass(frozen=True)
class Point:
    """What one size costs, in a number of turns."""

    size: int
    whole: Figure
    turns: int

    @classmethod
    def read(cls, saved: list[float]) -> Self:
        size, middle, deviation, turns = saved
        return cls(int(size), Figure(middle, deviation), int(turns))

    @property
    def saved(self) -> list[float]:
        """Size, median, deviation, turns."""
        return [self.size, digits(self.whole.median), digits(self.whole.deviation, 2), self.turns]


@dataclass(frozen=True)
class Stop:
    """Why a contestant went no farther.

    ``failed`` where it broke at that size, and did not just leave it; ``crashed`` where no limit was the
    cause. ``size`` is 0 where it did not even start.
    """

    size: int
    reason: str
    failed: bool = False
    crashed: bool = False

    def words(self, unit: str) -> str:
        if not self.size:
            return f"was skipped: {self.reason}"
        return f"stopped {'at' if self.failed else 'before'} {counted(self.size)} {unit}: {self.reason}"


@dataclass(frozen=True)
class Curve:
    """One contestant on one puzzle, and how its time grows."""

    title: str
    points: list[Point]
    stop: Stop | None
    declared: str

    @cached_property
    def times(self) -> dict[int, Figure]:
        """The whole time by size."""
        return {point.size: point.whole for point in self.points}

    @property
    def broke(self) -> Stop | None:
        """Where it failed, if it did."""
        return self.stop if self.stop and self.stop.failed else None

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
class Results:
    """The results of one race, as they are saved."""

    KIND: ClassVar[str]  # what a file of them calls itself

    saved: dict[str, Any]

    @classmethod
    def empty(cls, abouts: Mapping[str, dict[str, Any]], **settings: Any) -> Self:
        """To be filled, of a run that begins now. Raises `Missing` where the engine is not installed."""
        begun = runs.begun(abouts)
        about = {"kind": cls.KIND, "format": FORMAT, "broken_off": False}
        return cls(about | settings | {"runs": begun, "puzzles": {}})

    @classmethod
    def read(cls, path: Path) -> Self:
        """Raises `Unusable` where the file holds no results of ours."""
        with reading(path, f"file of `{cls.KIND}`"):
            results = cls(load(path))
            if (kind := results.saved["kind"]) != cls.KIND:
                raise Unusable(f"{path} says that it is of {kind!r}, and not of {cls.KIND!r}")
            if not results.saved.get("puzzles"):
                raise Unusable(f"{path} is no file of `{cls.KIND}`, or is cut short")
            if (found := results.saved.get("format", 1)) != FORMAT:
                raise Unusable(f"{path} is in format {found} of another version; this one reads {FORMAT}")
            if not results.measured:
                raise Unusable(f"{path} holds no measurement")
            list(results.notes())
        return results

    def write(self, path: Path) -> None:
        """A line for each puzzle and contestant. Raises `Unusable` where the file can't be written."""
        self.saved["puzzles"] = dict(sorted(self.saved["puzzles"].items()))
        used = {about["run"] for about in self.saved["puzzles"].values()}
        kept = {stamp: run for stamp, run in sorted(self.saved["runs"].items()) if stamp in used}
        write_whole(path, self.saved | {"runs": kept}, depth=4)

    def forget(self, puzzles: Collection[str]) -> None:
        """Leaves only these."""
        self.saved["puzzles"] = {name: one for name, one in self.saved["puzzles"].items() if name in puzzles}

    @property
    def languages(self) -> dict[str, dict[str, Any]]:
        """What each contestant says of itself, by name, in the order of a table."""
        return runs.languages(self.saved["runs"])

    @cached_property
    def curves(self) -> dict[str, dict[str, Curve]]:
        """By puzzle, then by contestant. For finished results: they are read but once."""
        return {
            puzzle: {name: self._curve(name, one) for name, one in about["languages"].items()}
            for puzzle, about in self.saved["puzzles"].items()
        }

    def _curve(self, name: str, saved: dict[str, Any]) -> Curve:
        points = [Point.read(one) for one in saved["points"]]
        stop = Stop(**saved["stop"]) if saved["stop"] else None
        return Curve(self.languages[name]["title"], points, stop, saved["declared"])

    @property
    def measured(self) -> bool:
        """Is there anything at all?"""
        everybody = (one for about in self.saved["puzzles"].values() for one in about["languages"].values())
        return any(one["points"] for one in everybody)

    def title(self, puzzle: str) -> str:
        return str(self.saved["puzzles"][puzzle]["title"])

    def unit(self, puzzle: str) -> str:
        """What sizes count: ``fish``."""
        return str(self.saved["puzzles"][puzzle]["unit"])

    def notes(self) -> Iterator[str]:
        """Who went no farther, where and why, a line for those of a puzzle that share both."""
        for puzzle, curves in self.curves.items():
            together: dict[str, list[str]] = {}
            for curve in curves.values():
                if curve.stop:
                    together.setdefault(curve.stop.words(self.unit(puzzle)), []).append(curve.title)
            yield from (f"{puzzle}: {', '.join(names)} {words}" for words, names in together.items())
        if self.saved["broken_off"]:
            yield "broken off: this is what was measured by then"

    def machine(self) -> Iterator[str]:
        """What the figures were measured on, a line each."""
        return runs.measured_on(self.saved["runs"])

    def failures(self) -> Iterator[str]:
        """Answers that differ, and contestants that broke where no limit was the cause; a line each."""
        for puzzle, curves in self.curves.items():
            unit = self.unit(puzzle)
            for size, groups in self.saved["puzzles"][puzzle].get("disagreements", {}).items():
                who = " | ".join(", ".join(titles) for titles in groups)
                yield f"{puzzle}: the answers differ at {counted(int(size))} {unit}: {who}"
            for curve in curves.values():
                if (stop := curve.stop) and stop.crashed:
                    yield f"{puzzle}: {curve.title} failed at {counted(stop.size)} {unit}: {stop.reason}"
