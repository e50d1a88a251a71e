"""What one sees while it is measured: a table that grows on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from time import monotonic
from types import TracebackType
from typing import Any, Self

from ..core.units import duration
from .measuring import Measurement, Row

OVERHEAD = 0.3  # seconds of a turn in which nothing is timed, or so
REFRESH = 2  # times a second: a screen that is drawn more often takes time from who measures


def minutes(seconds: float) -> str:
    """``1 min 40 s``."""
    whole = round(max(0.0, seconds))
    return f"{whole // 60} min {whole % 60} s" if whole >= 60 else f"{whole} s"


class Shown:
    """To be used as a context, and told of each turn."""

    def __init__(self, measurement: Measurement):
        from rich.console import Console
        from rich.live import Live

        self.measurement = measurement
        self.titles = {one.name: one.title for one in measurement.languages}
        self.console = Console(stderr=True)
        self.terminal = self.console.is_terminal
        self.done = 0
        self._begun = monotonic()
        self._recent: dict[str, Row] = {}
        how: Any = {"console": self.console, "refresh_per_second": REFRESH, "transient": True}
        self._live = Live(self, **how) if self.terminal else nullcontext()

    def __enter__(self) -> Self:
        self.say(f"measures {self._counted(len(self.measurement.puzzles))}, which takes {minutes(self.left)}")
        self._live.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.__exit__(kind, error, trace)

    def say(self, line: str) -> None:
        print(f"threefold: {line}", file=sys.stderr, flush=True)

    def _counted(self, puzzles: int) -> str:
        languages = len(self.titles)
        return f"{puzzles} puzzle{'s' * (puzzles > 1)} in {languages} language{'s' * (languages > 1)}"

    def __call__(self, row: Row) -> None:
        """A turn is over."""
        self.done += 1
        self._recent.pop(row.puzzle.name, None)
        self._recent[row.puzzle.name] = row
        if self.terminal or row.turns != 1:
            return
        print(f"{row.puzzle.name}: {', '.join(self._cells(row, ' '))}", file=sys.stderr, flush=True)
        if self.measurement.plan.time and self.done == len(self.measurement.puzzles):
            took = minutes(monotonic() - self._begun)
            self.say(f"all of it once in {took}; {minutes(self.left)} more go where intervals are widest")

    @property
    def total(self) -> int:
        """Turns, where they are counted."""
        return max(1, len(self.measurement.puzzles) * self.measurement.plan.turns)

    @property
    def left(self) -> float:
        """Seconds that it will still take; by what the turns took, where they are counted."""
        plan = self.measurement.plan
        if plan.time:
            return self.measurement.remaining
        if self.done:
            return (monotonic() - self._begun) / self.done * (self.total - self.done)
        turns = plan.turns * OVERHEAD + 1.3 * plan.budget * len(self.titles)
        return len(self.measurement.puzzles) * turns

    def _cells(self, row: Row, between: str) -> list[str]:
        found = row.figures if row.languages else {}
        return [
            f"{self.titles[name]}{between}{'~' * found[name].noisy}{duration(found[name].median)}"
            for name in self.titles
            if name in found
        ]

    def __rich__(self) -> Any:
        """The rows that there is room for, those measured last at the end, and the bar."""
        from rich.console import Group
        from rich.progress_bar import ProgressBar
        from rich.table import Table

        table = Table()
        for name in ("puzzle", *self.titles.values(), "±", "turns"):
            table.add_column(name, justify="left" if name == "puzzle" else "right", no_wrap=True)
        room = max(3, self.console.height - 8)
        rows = list(self._recent.values())[-room:]
        for row in sorted(rows, key=lambda row: row.puzzle.name) if len(self._recent) <= room else rows:
            found = row.figures if row.languages else {}
            times = [duration(found[name].median) if name in found else "–" for name in self.titles]
            width = max((one.width for one in found.values()), default=0)
            table.add_row(
                row.puzzle.name, *times, f"{100 * width:.0f}%" if width < 10 else "?", str(row.turns)
            )
        plan, left = self.measurement.plan, self.left
        share = 1 - left / plan.time if plan.time else self.done / self.total
        bar = Table.grid(padding=(0, 1))
        bar.add_row(ProgressBar(total=1, completed=min(1, share), width=40), f"{minutes(left)} left")
        return Group(table, bar)
