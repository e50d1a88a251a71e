"""How what a puzzle costs grows with its input: raced size after size, fitted, held against the notes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ..core.catalogue import Puzzle
from ..core.languages import Language
from ..core.tables import rendered
from ..core.units import counted, duration
from ..workshop.scaffold import unwritten
from .curves import Curve, Results
from .digests import digest, stale
from .racing import LARGEST, Contestant, Course, Race

TURN = 1 / 2500  # of the budget
SHARE = 1 / 16  # of the budget, for turns at one size
MOST = 5  # of them, so that small sizes leave the budget to large ones
START = 4  # halvings of the official size to begin with


class Scaling(Results):
    """What a race of the languages over sizes tells of their growth."""

    KIND = "threefold scale"

    def sentence(self, puzzle: str) -> str:
        """The orders in words: ``Python n², Rust n, Haskell n log n``."""
        return ", ".join(f"{one.title} {one.order or '?'}" for one in self.curves[puzzle].values())

    def mismatches(self) -> Iterator[str]:
        """Declared orders that the times refute, a line each."""
        for puzzle, curves in self.curves.items():
            for curve in curves.values():
                if curve.mismatch and (found := curve.fit):
                    yield (
                        f"{puzzle}: {curve.title} declares {curve.declared}, and grows like {curve.order} "
                        f"(slope {found} over {counted(found.sizes[0])} to {counted(found.sizes[-1])}; "
                        f"tolerated ± {found.tolerance:.2f} more)"
                    )

    def stale(self, puzzle: Puzzle, languages: Iterable[Language]) -> str:
        """Why a puzzle is to be measured again; empty where all that its curves depend on is as it was."""
        curves = self.saved["puzzles"].get(puzzle.name, {}).get("languages", {})
        return stale(puzzle, languages, {name: one.get("digest", "") for name, one in curves.items()})

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
        return rendered(table) + "\n".join([*sentences, *self.notes(), *LEGEND, *self.machine()])

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


def ladder(official: int) -> Iterator[int]:
    """Sizes from a sixteenth of the official one (1 at least) on, each about twice the one before."""
    previous = 0
    for step in range(-START, 60):
        size = int(official * 2.0**step)
        if size > previous:
            yield (previous := size)


def measure(
    puzzles: Iterable[Puzzle],
    chosen: Sequence[Language],
    sizes: Sequence[int] | None,
    budget: float,
    limits: tuple[float, int],
    path: Path,
    known: Scaling | None = None,
) -> Scaling:
    """Races the languages over each puzzle's sizes (None: the ladder), ``budget`` seconds each; saves it.

    Limits are in seconds a turn and in bytes. What is ``known`` of other puzzles is kept. Raises `Unusable`.
    """
    scaling = Scaling.empty({one.name: dict(one.about) for one in chosen}, budget_s=budget)
    if known:
        for key in ("runs", "puzzles"):
            scaling.saved[key] |= known.saved[key]

    def course(puzzle: Puzzle) -> Course:
        growth = puzzle.meta.get("growth", {})
        contestants = [
            Contestant(
                one.name,
                dict(one.about),
                puzzle.name,
                limits,
                str(growth.get(one.name, "")),
                digest=digest(puzzle, one.name, one.about),
            )
            for one in chosen
            if puzzle.name in one.puzzles and not unwritten(puzzle.name, one.name)
        ]
        if sizes:
            return Course(puzzle, puzzle.generate, sizes, contestants)
        return Course(puzzle, puzzle.generate, ladder(puzzle.size), contestants, budget, LARGEST)

    Race(scaling, path, budget * TURN, budget * SHARE, MOST, budget).run(map(course, puzzles))
    return scaling
