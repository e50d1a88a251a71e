"""What each language took, read from the harness's results and shown as tables.

The only engine is pytest-benchmark (see `threefold.measure.measuring`); what it found is what every table and
picture is made from.
"""

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any, Self

from ..core import catalogue
from ..core.saving import Unusable as Unusable
from ..core.saving import load, reading, replace_whole
from ..core.tables import rendered
from ..core.units import MIB, duration, figures, scale

FLOOR = "teaching/hello"  # it does no work: its time is what crossing the border costs
PHASES = ("parse", "part1", "part2")
FORMAT = 2  # of the results file
NOISY = 0.10  # an interval wider than this to either side, as a share of the figure
ENOUGH = 10  # figures in both of two runs, to tell a slower machine from a slower program
REMEMBERS = 5.0  # how much cheaper a second call on an input is, where something was kept


@dataclass(frozen=True)
class Figure:
    """Times in nanoseconds, by the turn in which they were taken.

    A figure is their median with its median absolute deviation.
    """

    turns: tuple[tuple[float, ...], ...]

    @classmethod
    def of(cls, values: Iterable[float]) -> Self:
        """Times that were all taken in one turn."""
        return cls((tuple(values),))

    @cached_property
    def median(self) -> float:
        return median(value for turn in self.turns for value in turn)

    @cached_property
    def deviation(self) -> float:
        return median(abs(value - self.median) for turn in self.turns for value in turn)

    @cached_property
    def noisy(self) -> bool:
        """Is the 95% interval of the median wide?"""
        low, high = interval(self)
        return max(high - self.median, self.median - low) > NOISY * self.median

    def ties(self, other: "Figure") -> bool:
        """Do the intervals of one deviation to each side overlap? For few times."""
        return abs(self.median - other.median) <= self.deviation + other.deviation

    def __str__(self) -> str:
        size, unit = scale(self.median)
        return f"{figures(self.median / size)} ± {figures(self.deviation / size)} {unit}"


@dataclass(frozen=True)
class Ratio:
    """One median over another, and its 95% interval."""

    value: float
    low: float
    high: float

    def over(self, shift: float) -> Self:
        return type(self)(self.value / shift, self.low / shift, self.high / shift)

    @property
    def tie(self) -> bool:
        """Can the two not be told apart?"""
        return self.low <= 1 <= self.high

    def __str__(self) -> str:
        return "tie" if self.tie else f"×{figures(self.value)} ({figures(self.low)}–{figures(self.high)})"


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


def interval(top: Figure, bottom: Figure | None = None, paired: bool = True) -> tuple[float, float]:
    """The 95% interval of a median, or of one median over another, by bootstrap: turns, then times in them.

    The turns of one run are paired, for two languages are measured close to each other in each.
    """
    import numpy as np

    rng = np.random.default_rng(0)
    draws = 400

    def medians(figure: Figure, chosen: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        counts = np.array([len(turn) for turn in figure.turns])
        values = np.array([[*turn, *[0.0] * (counts.max() - len(turn))] for turn in figure.turns])
        # From all of a turn, however long: its times are saved in order, and its first ones are the least.
        picks = rng.integers(counts[chosen][..., None], size=(*chosen.shape, counts.min()))
        return np.asarray(np.median(values[chosen[..., None], picks].reshape(draws, -1), axis=1))

    def turns(figure: Figure) -> "np.ndarray[Any, Any]":
        return rng.integers(len(figure.turns), size=(draws, len(figure.turns)))

    chosen = turns(top)
    found = medians(top, chosen)
    if bottom is not None:
        together = paired and len(top.turns) == len(bottom.turns)
        found = found / np.maximum(medians(bottom, chosen if together else turns(bottom)), 1e-9)
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


def ratio(top: Figure, bottom: Figure, paired: bool = True) -> Ratio:
    """How many times ``bottom`` is ``top``?"""
    if top is bottom:
        return Ratio(1, 1, 1)
    value = top.median / max(bottom.median, 1e-9)
    low, high = interval(top, bottom, paired)
    return Ratio(value, min(low, value), max(high, value))


@dataclass(frozen=True)
class Comparison:
    """The results of one run."""

    saved: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Raises `Unusable` where the file holds no results of ours."""
        with reading(path, "results file of threefold"):
            comparison = cls(load(path))
            found = comparison.saved["threefold"]["format"]
            if found != FORMAT:
                raise Unusable(f"{path} is in format {found} of another version; this one reads {FORMAT}")
            if not comparison.costs or not comparison.languages:
                raise Unusable(f"{path} holds no measurement")
            list(comparison.machine())
        return comparison

    @cached_property
    def languages(self) -> dict[str, dict[str, Any]]:
        """What each language says of itself, by name, in the order of a table."""
        present = {name for costs in self.costs.values() for name in costs}
        abouts = self.saved["threefold"]["languages"]
        ordered = sorted(abouts.items(), key=lambda item: (item[1]["order"], item[0]))
        return {name: about for name, about in ordered if name in present}

    @property
    def titles(self) -> dict[str, str]:
        return {name: str(about["title"]) for name, about in self.languages.items()}

    @cached_property
    def costs(self) -> dict[str, dict[str, Cost]]:
        """By puzzle, then by language."""
        turns: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for one in self.saved["benchmarks"]:
            turns.setdefault((one["puzzle"], one["language"]), []).append(one)
        found: dict[str, dict[str, Cost]] = {}
        for (puzzle, language), several in sorted(turns.items()):
            found.setdefault(puzzle, {})[language] = Cost(
                Figure(tuple(tuple(one["whole"]) for one in several)),
                {phase: Figure(tuple(tuple(one[phase]) for one in several)) for phase in PHASES},
                any(one["first"] > REMEMBERS * one["again"] for one in several if "first" in one),
            )
        return found

    @cached_property
    def memory(self) -> dict[str, dict[str, Memory]]:
        """By puzzle, then by language; empty where it was not measured."""
        measured = self.saved["threefold"].get("memory", {})
        return {
            puzzle: {language: Memory(**one) for language, one in row.items()}
            for puzzle, row in measured.items()
            if row
        }

    def geometric_means(self) -> dict[str, float]:
        """Of the medians, over the puzzles that every language solves, the floor left out."""
        shared = [
            costs
            for puzzle, costs in self.costs.items()
            if puzzle != FLOOR and costs.keys() >= self.languages.keys()
        ]
        if not shared:
            return {}
        return {
            name: math.exp(sum(math.log(costs[name].whole.median) for costs in shared) / len(shared))
            for name in self.languages
        }

    def machine(self) -> Iterator[str]:
        """What the figures were measured on, a line each."""
        return measured_on(self.saved, self.languages.values())

    def warnings(self) -> Iterator[str]:
        """What a reader must know before believing a figure."""
        cells = [(puzzle, name, cost) for puzzle, row in self.costs.items() for name, cost in row.items()]
        if noisy := [(puzzle, name) for puzzle, name, cost in cells if cost.whole.noisy]:
            listed = ", ".join(f"{puzzle} in {name}" for puzzle, name in noisy[:5])
            more = f" and {len(noisy) - 5} more" if len(noisy) > 5 else ""
            yield f"noisy (~), the interval wider than ±{NOISY:.0%}: {listed}{more}; measure again, or longer"
        for puzzle, name, cost in cells:
            if cost.remembers:
                yield f"unfair: {name} keeps something of {puzzle} from one call to the next"

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
            fastest = min(means.values())
            pairs = [(duration(mean), f"×{figures(mean / fastest)}") for mean in means.values()]
            yield ["geometric mean", *(cell for pair in pairs for cell in pair)]

    def cells(self, by_name: dict[str, Figure]) -> Iterator[str]:
        """A time and its ratio to the fastest, for each language."""
        fastest = min(by_name.values(), key=lambda figure: figure.median)
        ratios = {name: ratio(figure, fastest) for name, figure in by_name.items()}
        tied = any(ratios[name].tie for name, figure in by_name.items() if figure is not fastest)
        for name in self.languages:
            if (figure := by_name.get(name)) is None:
                yield from ("–", "")
            else:
                yield f"~{figure}" if figure.noisy else str(figure)
                yield str(ratios[name]) if figure is not fastest else "tie" if tied else "×1"

    def _memory_cells(self, used: dict[str, Memory]) -> Iterator[str]:
        for name in self.languages:
            yield from (str(used.get(name, "–")), "")

    def header(self) -> list[str]:
        return ["puzzle", *(cell for title in self.titles.values() for cell in (title, "ratio"))]

    def as_text(self, phases: bool = False) -> str:
        """The table for a terminal."""
        from rich.table import Table

        table = Table()
        for index, column in enumerate(self.header()):
            table.add_column(column, justify="right" if index else "left", no_wrap=True)
        rows = list(self.rows(phases))
        for index, row in enumerate(rows):
            table.add_row(*row, end_section=index == len(rows) - 2 or row[0].endswith("(the floor)"))
        return rendered(table) + "\n".join([*LEGEND, *self.warnings(), *self.machine()])

    def as_markdown(self, phases: bool = False) -> str:
        """The table in Markdown."""
        header = self.header()
        lines = [header, ["---", *["---:"] * (len(header) - 1)], *self.rows(phases)]
        table = ("| " + " | ".join(cell.strip() for cell in line) + " |" for line in lines)
        return "\n".join([*table, "", " ".join(LEGEND), "", *(f"- {line}" for line in self.machine())])

    def as_json(self) -> str:
        """The table's figures, in nanoseconds and bytes."""

        def figure(one: Figure) -> dict[str, float]:
            return {"median_ns": one.median, "deviation_ns": one.deviation}

        def cost(puzzle: str, name: str, one: Cost) -> dict[str, Any]:
            phases = {phase: figure(found) for phase, found in one.phases.items()}
            used = self.memory.get(puzzle, {}).get(name)
            memory = {"base_bytes": used.base, "increase_bytes": used.increase} if used else {}
            return figure(one.whole) | {"noisy": one.whole.noisy, "phases": phases} | memory

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


LEGEND = (
    "Median ± median absolute deviation of whole calls (parse, parts, border), several inputs in turn;",
    "ratio to the fastest with its 95% interval, `tie` where that includes 1. The means leave out the floor,",
    "which does no work. MEASURING.md has the rules.",
)


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
        word = "slower" if self.slower else "faster" if self.faster else "same"
        limits = f"{self.ratio.low:.2f}–{self.ratio.high:.2f}"
        times = f"{self.before} → {self.after}, ×{self.ratio.value:.2f} ({limits})"
        return f"{word:6}  {self.puzzle} in {self.language}: {times}"


def changes(before: Comparison, after: Comparison) -> tuple[float, list[Change]]:
    """What both runs measured, the greatest slowdown first, and the shift that is taken out of each ratio.

    Where all is slower, the machine is: so the median ratio is the shift, if there are enough to tell.
    """
    both = [
        Change(puzzle, name, old.whole, new.whole, ratio(new.whole, old.whole, paired=False))
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


def hardware(machine_info: dict[str, Any]) -> str:
    """Processor, cores and system, as pytest-benchmark notes them."""
    cpu = machine_info.get("cpu", {})
    brand = cpu.get("brand_raw", machine_info["processor"] or machine_info["machine"])
    return f"{brand}, {cpu.get('count', '?')} cores, {machine_info['system']} {machine_info['release']}"


def measured_on(saved: dict[str, Any], abouts: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Machine, languages, time and commit of saved results, a line each."""
    yield hardware(saved["machine_info"])
    # A peer may run on what one of the languages does; who was not started has said nothing.
    lines = (
        ", ".join(str(about[key]) for key in ("version", "flags", "runtime") if about.get(key))
        for about in abouts
    )
    yield from filter(None, dict.fromkeys(lines))
    commit = str(saved["commit_info"].get("id"))[:10]
    yield f"{saved['datetime'][:16].replace('T', ' ')} UTC, commit {commit}"
