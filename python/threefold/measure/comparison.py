"""What each language took, read from the harness's results and shown as tables.

The only engine is pytest-benchmark (see `threefold.measure.measuring`). What is kept of a puzzle and language
is a line: medians, deviations, and the ends of intervals, from which every table and picture is made.
"""

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from statistics import geometric_mean, median
from typing import Any, Self

from ..core import catalogue
from ..core.catalogue import FLOOR as FLOOR
from ..core.catalogue import Puzzle
from ..core.languages import Language
from ..core.saving import Unusable as Unusable
from ..core.saving import load, reading, replace_whole, write_whole
from ..core.tables import rendered
from ..core.units import MIB, duration, figures, scale
from . import digests, runs

PHASES = ("parse", "part1", "part2")
FORMAT = 3  # of the results file
NOISY = 0.10  # an interval wider than this to either side, as a share of the figure
ENOUGH = 10  # figures in both of two runs, to tell a slower machine from a slower program
SHARED_OUT = 1.2  # processors: one that has so many works in several threads
REMEMBERS = 5.0  # how much cheaper a second call on an input is, where something was kept


@dataclass(frozen=True)
class Ratio:
    """One median over another, and its 95% interval; an endless one where too few turns tell."""

    value: float
    low: float = 0.0
    high: float = math.inf

    def over(self, shift: float) -> Self:
        return type(self)(self.value / shift, self.low / shift, self.high / shift)

    @property
    def known(self) -> bool:
        """Is there an interval?"""
        return self.high < math.inf

    @property
    def tie(self) -> bool:
        """Can the two not be told apart?"""
        return self.known and self.low <= 1 <= self.high

    def __str__(self) -> str:
        limits = f" ({figures(self.low)}–{figures(self.high)})" if self.known else ""
        return "tie" if self.tie else f"×{figures(self.value)}{limits}"


@dataclass(frozen=True)
class Figure:
    """The median of times in nanoseconds, their median absolute deviation, and what turns tell of it.

    ``limits`` is the median's 95% interval, None where too few turns tell; ``ratio`` that to the fastest of
    its row, None for the fastest itself.
    """

    median: float
    deviation: float
    limits: tuple[float, float] | None = None
    ratio: Ratio | None = None

    @classmethod
    def of(cls, values: Sequence[float]) -> Self:
        """Of times that were all taken in one turn."""
        middle = median(values)
        return cls(middle, median(abs(value - middle) for value in values))

    @classmethod
    def row(cls, saved: dict[str, list[float]]) -> "dict[str, Figure]":
        """What `saved` made of each, by language."""
        fastest = min(numbers[0] for numbers in saved.values())

        def figure(middle: float, deviation: float, *more: float) -> Figure:
            limits = (more[0], more[1]) if more else None
            first = not more[2:] and (more or middle == fastest)
            ratio = None if first else Ratio(middle / max(fastest, 1e-9), *more[2:])
            return cls(middle, deviation, limits, ratio)

        return {name: figure(*numbers) for name, numbers in saved.items()}

    @property
    def saved(self) -> list[float]:
        """Median, deviation, the interval's ends, and those of the ratio's; to four digits."""
        numbers = [self.median, self.deviation, *(self.limits or ())]
        if self.limits and self.ratio:
            numbers += [self.ratio.low, self.ratio.high]
        return [digits(number) for number in numbers]

    @property
    def width(self) -> float:
        """How far the 95% interval reaches to its wider side, as a share of the median."""
        if self.limits is None:
            return math.inf
        return max(self.limits[1] - self.median, self.median - self.limits[0]) / max(self.median, 1e-9)

    @property
    def noisy(self) -> bool:
        """Is the interval wide, or unknown?"""
        return self.width > NOISY

    def ties(self, other: "Figure") -> bool:
        """Do the intervals of one deviation to each side overlap? For few times."""
        return abs(self.median - other.median) <= self.deviation + other.deviation

    def over(self, other: "Figure") -> Ratio:
        """The ratio of two that were measured apart, its interval made of theirs (Zou and Donner, 2008)."""
        value = self.median / max(other.median, 1e-9)
        if not self.limits or not other.limits:
            return Ratio(value)
        (down, up), (other_down, other_up) = self._reach(), other._reach()
        return Ratio(
            value, value / math.exp(math.hypot(down, other_up)), value * math.exp(math.hypot(up, other_down))
        )

    def _reach(self) -> tuple[float, float]:
        """How far the interval's ends are below and above the median, as logarithms."""
        assert self.limits
        low, middle, high = (
            math.log(max(one, 1e-9)) for one in (self.limits[0], self.median, self.limits[1])
        )
        return middle - low, high - middle

    def __str__(self) -> str:
        size, unit = scale(self.median)
        return f"{figures(self.median / size)} ± {figures(self.deviation / size)} {unit}"


def digits(number: float, count: int = 4) -> float:
    """So many significant digits."""
    short = float(f"{number:.{count}g}")
    return int(short) if short.is_integer() else short


@dataclass(frozen=True)
class Memory:
    """Peak resident bytes of a fresh process: before the first solution ran, and what that one added."""

    base: int
    increase: int

    @property
    def peak(self) -> int:
        return self.base + self.increase

    def __str__(self) -> str:
        return f"{figures(self.base / MIB)} + {figures(self.increase / MIB)} MiB"


@dataclass(frozen=True)
class Cost:
    """What one puzzle costs in one language: the whole call, and the phases inside it."""

    whole: Figure
    phases: dict[str, Figure]
    remembers: bool
    processors: float = 1.0  # how many were at work at once


@dataclass(frozen=True)
class Comparison:
    """The results of one run."""

    saved: dict[str, Any]

    @classmethod
    def empty(cls) -> Self:
        return cls({"format": FORMAT, "runs": {}, "puzzles": {}})

    @classmethod
    def read(cls, path: Path) -> Self:
        """Raises `Unusable` where the file holds no results of ours."""
        with reading(path, "results file of threefold"):
            comparison = cls(load(path))
            # Up to format 2 it stood elsewhere.
            found = comparison.saved.get("format") or comparison.saved["threefold"]["format"]
            if found != FORMAT:
                raise Unusable(f"{path} is in format {found} of another version; this one reads {FORMAT}")
            if not comparison.costs:
                raise Unusable(f"{path} holds no measurement")
            list(comparison.machine())
        return comparison

    def forget(self, puzzles: Collection[str]) -> None:
        """Leaves only these, and what can be measured again."""
        self.saved["puzzles"] = {name: row for name, row in self.saved["puzzles"].items() if name in puzzles}

    def stale(self, puzzle: Puzzle, languages: Iterable[Language]) -> str:
        """Why a puzzle is to be measured again; empty where all that its figures depend on is as it was."""
        cells = self.saved["puzzles"].get(puzzle.name, {}).get("languages", {})
        return digests.stale(puzzle, languages, {name: cell["digest"] for name, cell in cells.items()})

    def write(self, path: Path) -> None:
        """In the order of the names, a line for each puzzle and language. Raises `Unusable`."""
        puzzles = dict(sorted(self.saved["puzzles"].items()))
        used = {row["run"] for row in puzzles.values()}
        kept = {stamp: run for stamp, run in sorted(self.saved["runs"].items()) if stamp in used}
        write_whole(path, {"format": FORMAT, "runs": kept, "puzzles": puzzles}, depth=4)

    @cached_property
    def languages(self) -> dict[str, dict[str, Any]]:
        """What each language says of itself, by name, in the order of a table."""
        present = {name for costs in self.costs.values() for name in costs}
        abouts = runs.languages(self.saved["runs"])
        ordered = sorted(abouts.items(), key=lambda item: (item[1]["order"], item[0]))
        return {name: about for name, about in ordered if name in present}

    @property
    def titles(self) -> dict[str, str]:
        return {name: str(about["title"]) for name, about in self.languages.items()}

    @cached_property
    def costs(self) -> dict[str, dict[str, Cost]]:
        """By puzzle, then by language."""
        found = {}
        for puzzle, about in sorted(self.saved["puzzles"].items()):
            cells = about["languages"]
            kinds = {
                kind: Figure.row({name: one[kind] for name, one in cells.items()})
                for kind in ("whole", *PHASES)
            }
            found[puzzle] = {
                name: Cost(
                    kinds["whole"][name],
                    {phase: kinds[phase][name] for phase in PHASES},
                    one.get("cold", 0) > REMEMBERS,
                    one.get("processors", 1.0),
                )
                for name, one in cells.items()
            }
        return found

    @cached_property
    def memory(self) -> dict[str, dict[str, Memory]]:
        """By puzzle, then by language; empty where it was not measured."""
        found = {
            puzzle: {
                name: Memory(*one["memory"]) for name, one in about["languages"].items() if "memory" in one
            }
            for puzzle, about in sorted(self.saved["puzzles"].items())
        }
        return {puzzle: row for puzzle, row in found.items() if row}

    def geometric_means(self, folder: str = "") -> dict[str, float]:
        """Of the medians, over the puzzles (of a folder) that every language solves, the floor left out."""
        shared = [
            costs
            for puzzle, costs in self.costs.items()
            if puzzle != FLOOR and costs.keys() >= self.languages.keys() and puzzle.startswith(folder)
        ]
        if not shared:
            return {}
        return {
            name: geometric_mean([costs[name].whole.median for costs in shared]) for name in self.languages
        }

    def machine(self) -> Iterator[str]:
        """What the figures were measured on, a line each."""
        return runs.measured_on(self.saved["runs"])

    def warnings(self) -> Iterator[str]:
        """What a reader must know before believing a figure."""
        cells = [(puzzle, name, cost) for puzzle, row in self.costs.items() for name, cost in row.items()]
        if noisy := [(puzzle, name) for puzzle, name, cost in cells if cost.whole.noisy]:
            listed = ", ".join(f"{puzzle} in {name}" for puzzle, name in noisy[:5])
            more = f" and {len(noisy) - 5} more" if len(noisy) > 5 else ""
            yield f"noisy (~), the interval wider than ±{NOISY:.0%} or unknown: {listed}{more}; measure on"
        for puzzle, name, cost in cells:
            if cost.remembers:
                yield f"unfair: {name} keeps something of {puzzle} from one call to the next"
            if cost.processors > SHARED_OUT:
                work = f"{figures(cost.processors)} times that in processor time"
                yield f"threads: {name} shares {puzzle} out; a call takes {work}"

    def rows(self, phases: bool, memory: bool = True) -> Iterator[list[str]]:
        """A row a puzzle (and, on request, a row a phase), then the means; the floor stands first."""
        for puzzle, row in sorted(self.costs.items(), key=lambda item: (item[0] != FLOOR, item[0])):
            name = f"{puzzle}  {catalogue.title(puzzle)}" + (" (the floor)" if puzzle == FLOOR else "")
            yield [name, *self.cells({name: cost.whole for name, cost in row.items()})]
            if phases:
                for phase in PHASES:
                    cells = self.cells({name: cost.phases[phase] for name, cost in row.items()})
                    yield [f"    {phase}", *cells]
                if memory and (used := self.memory.get(puzzle)):
                    yield ["    memory", *self._memory_cells(used)]
        if means := self.geometric_means():
            yield ["geometric mean", *_mean_cells(means)]

    def folder_rows(self) -> Iterator[list[str]]:
        """A row a folder, of geometric means."""
        counts = Counter(puzzle.split("/")[0] + "/" for puzzle in self.costs if puzzle != FLOOR)
        for folder, count in counts.items():
            if means := self.geometric_means(folder):
                yield [f"{folder.rstrip('/')}  {count} puzzle{'s' if count > 1 else ''}", *_mean_cells(means)]
        if len(counts) > 1 and (means := self.geometric_means()):
            yield [f"all  {counts.total()} puzzles", *_mean_cells(means)]

    def cells(self, by_name: dict[str, Figure]) -> Iterator[str]:
        """A time and its ratio to the fastest, for each language."""
        tied = any(figure.ratio.tie for figure in by_name.values() if figure.ratio)
        for name in self.languages:
            if (figure := by_name.get(name)) is None:
                yield from ("–", "")
            else:
                yield f"~{figure}" if figure.noisy else str(figure)
                yield str(figure.ratio) if figure.ratio else "tie" if tied else "×1"

    def _memory_cells(self, used: dict[str, Memory]) -> Iterator[str]:
        for name in self.languages:
            yield from (str(used.get(name, "–")), "")

    def header(self) -> list[str]:
        return ["puzzle", *(cell for title in self.titles.values() for cell in (title, "ratio"))]

    def as_text(self, phases: bool = False, folders: bool = False) -> str:
        """The table for a terminal."""
        from rich.table import Table

        table = Table()
        for index, column in enumerate(self.header()):
            table.add_column(column, justify="right" if index else "left", no_wrap=True)
        rows = list(self.folder_rows() if folders else self.rows(phases))
        for index, row in enumerate(rows):
            table.add_row(*row, end_section=index == len(rows) - 2 or row[0].endswith("(the floor)"))
        return rendered(table) + "\n".join([*LEGEND[folders], *self.warnings(), *self.machine()])

    def as_markdown(self, phases: bool = False, folders: bool = False) -> str:
        """The table in Markdown."""
        header = self.header()
        rows = self.folder_rows() if folders else self.rows(phases)
        lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
        table = ("| " + " | ".join(cell.strip() for cell in line) + " |" for line in lines)
        return "\n".join(
            [*table, "", " ".join(LEGEND[folders]), "", *(f"- {line}" for line in self.machine())]
        )

    def as_json(self) -> str:
        """The table's figures, in nanoseconds and bytes."""

        def figure(one: Figure) -> dict[str, Any]:
            return {"median_ns": one.median, "deviation_ns": one.deviation}

        def cost(puzzle: str, name: str, one: Cost) -> dict[str, Any]:
            phases = {phase: figure(found) for phase, found in one.phases.items()}
            used = self.memory.get(puzzle, {}).get(name)
            memory = {"base_bytes": used.base, "increase_bytes": used.increase} if used else {}
            limits = {"interval_ns": one.whole.limits, "noisy": one.whole.noisy}
            rest = {"processors": one.processors, "phases": phases}
            return figure(one.whole) | limits | rest | memory

        puzzles = {
            puzzle: {name: cost(puzzle, name, one) for name, one in row.items()}
            for puzzle, row in self.costs.items()
        }
        everything = {
            "puzzles": puzzles,
            "geometric_means_ns": self.geometric_means(),
            "warnings": list(self.warnings()),
            "machine": list(self.machine()),
        }
        return json.dumps(everything, indent=2, ensure_ascii=False)


LEGEND = {
    False: (
        "Median ± median absolute deviation of whole calls (parse, parts, border), several inputs in turn;",
        "ratio to the fastest with its 95% interval, `tie` where that includes 1. The means leave out the",
        "floor, which does no work. MEASURING.md has the rules.",
    ),
    True: (
        "Geometric means of the medians of whole calls (parse, parts, border), the floor left out; ratio to",
        "the fastest. MEASURING.md has the rules.",
    ),
}


def _mean_cells(means: dict[str, float]) -> list[str]:
    fastest = min(means.values())
    return [cell for mean in means.values() for cell in (duration(mean), f"×{figures(mean / fastest)}")]


@dataclass(frozen=True)
class Change:
    """What became of one puzzle in one language, from one run to a later one."""

    puzzle: str
    language: str
    before: Figure
    after: Figure
    ratio: Ratio

    MARGIN = 0.05  # a change of less is no news, however sure it is

    @property
    def slower(self) -> bool:
        return self.ratio.low > 1 + self.MARGIN

    @property
    def faster(self) -> bool:
        return self.ratio.high < 1 - self.MARGIN

    def __str__(self) -> str:
        word = "slower" if self.slower else "faster" if self.faster else "same" if self.ratio.known else "?"
        limits = f" ({self.ratio.low:.2f}–{self.ratio.high:.2f})" if self.ratio.known else ""
        times = f"{self.before} → {self.after}, ×{self.ratio.value:.2f}{limits}"
        return f"{word:6}  {self.puzzle} in {self.language}: {times}"


def changes(before: Comparison, after: Comparison) -> tuple[float, list[Change]]:
    """What both runs measured, the greatest slowdown first, and the shift that is taken out of each ratio.

    Where all is slower, the machine is: so the median ratio is the shift, if there are enough to tell.
    """
    both = [
        Change(puzzle, name, old.whole, new.whole, new.whole.over(old.whole))
        for puzzle, row in after.costs.items()
        for name, new in row.items()
        if (old := before.costs.get(puzzle, {}).get(name))
    ]
    shift = median(one.ratio.value for one in both) if len(both) >= ENOUGH else 1.0
    found = [replace(one, ratio=one.ratio.over(shift)) for one in both]
    return shift, sorted(found, key=lambda change: -change.ratio.value)


def write_between(path: Path, name: str, text: str) -> None:
    """Replaces what stands between ``<!-- name -->`` and ``<!-- /name -->``. Raises `Unusable`."""
    try:
        page = path.read_text(encoding="utf-8")
        head, start, rest = page.partition(f"<!-- {name} -->")
        _, end, tail = rest.partition(f"<!-- /{name} -->")
        if not end:
            raise Unusable(f"{path} lacks the markers <!-- {name} --> and <!-- /{name} -->")
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    replace_whole(path, f"{head}{start}\n\n{text}\n\n{end}{tail}")
