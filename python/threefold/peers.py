"""Our solutions and what people reach for instead, on the same question: measured in one run, in turn.

A puzzle's folder may hold ``peers.py``, which says what else answers it; this module knows no puzzle:

``PART``
    the part (1 or 2) whose answer the peers give;
``SIZES``
    the sizes to measure unless told otherwise;
``generate(rng, size)``
    an input of exactly that size;
``PEERS``
    by name, classes with a ``title``. They are made in a process of their own, where a missing library
    raises `ImportError`, and have a ``version``, ``read(text)`` and ``answer(parsed)``, a text. Or they have
    a ``language`` and what that ``solves``, the name below ``peers/`` of a one-part solution.

What is compared is the whole trip from text to text: what reading (a solution's `parse`) and answering (the
part) took by the contestant's own clock.
"""

import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from importlib import import_module
from io import StringIO
from itertools import count, cycle, pairwise, product
from pathlib import Path
from random import Random
from tempfile import TemporaryFile
from time import monotonic, perf_counter_ns
from typing import Any, Self

import psutil
from rich.console import Console
from rich.table import Table

from . import catalogue, languages, worker
from .catalogue import Puzzle
from .comparison import Figure, Unusable, hardware, occasion
from .languages import OverLimit, SolverFailed, Unavailable
from .saving import load, reading, write_whole
from .units import figures

KIND = "threefold peers 1"  # what a results file says of itself
TURN = 0.02  # seconds that a contestant solves before it is the next one's turn
FEWEST, MOST = 3, 50  # turns a size
SMALL = 10_000  # characters: an input up to this length is one of several in a turn
TEXTS = 5

Trip = Callable[[str], tuple[str, int, int]]
"""From a text to the answer, and the nanoseconds that it took to read and to answer."""


def trip(puzzle: Puzzle, name: str) -> tuple[str, Trip]:
    """A contestant's version and its way to solve a text, in this process.

    Raises `ImportError`, `LookupError` or `SolverFailed` where something is missing.
    """
    module = puzzle.peers
    assert module
    peer = module.PEERS.get(name)
    if peer is None:
        return _solution(name, puzzle.name, module.PART)
    if hasattr(peer, "language"):
        return _solution(peer.language, peer.solves, 1)
    made = peer()

    def solve(text: str) -> tuple[str, int, int]:
        start = perf_counter_ns()
        parsed = made.read(text)
        middle = perf_counter_ns()
        answer = made.answer(parsed)
        end = perf_counter_ns()
        return answer, middle - start, end - middle

    return made.version, solve


def _solution(name: str, solves: str, part: int) -> tuple[str, Trip]:
    language = languages.named(name)
    if solves not in language.plugin.puzzles():
        raise LookupError(f"{name} does not solve {solves}")

    def solve(text: str) -> tuple[str, int, int]:
        solved = language.solve(solves, text)
        answer = solved.answers[part - 1]
        if answer is None:
            raise SolverFailed(f"{name} has no part {part}")
        return answer, solved.parse_ns, (solved.part1_ns, solved.part2_ns)[part - 1]

    version = (str(language.about[key]) for key in ("version", "flags", "runtime") if language.about.get(key))
    return ", ".join(version), solve


def main(puzzle: str, name: str, descriptor: int) -> None:
    """A contestant's process: solves texts in turn for a time, tells hashes and the median call's times."""

    def load() -> Callable[[list[str], float], object]:
        version, solve = trip(catalogue.find(puzzle), name)

        def turn(texts: list[str], seconds: float) -> object:
            answers: dict[str, str] = {}
            times: list[tuple[int, int]] = []
            end = monotonic() + seconds
            while len(answers) < len(texts) or monotonic() < end:
                text = texts[len(times) % len(texts)]
                answer, read_ns, answer_ns = solve(text)
                times.append((read_ns, answer_ns))
                if answers.setdefault(text, answer) != answer:
                    return "failed", "an answer changed from call to call"
            hashes = [sha256(answers[text].encode()).hexdigest() for text in texts]
            return "turn", version, hashes, *sorted(times, key=sum)[len(times) // 2]

        return turn

    worker.serve(load, descriptor)


class Contestant(worker.Worker):
    """A solution of ours or a peer, in a process of its own, and what came of it."""

    def __init__(
        self, puzzle: Puzzle, name: str, title: str, ours: bool, time_limit: float, memory_limit: int
    ):
        super().__init__(name, time_limit, memory_limit)
        self.puzzle = puzzle
        self.title = title
        self.ours = ours
        self.version = ""
        self.turns: dict[int, list[tuple[int, int]]] = {}
        self.stopped: dict[str, Any] | None = None

    def command(self) -> list[str]:
        return ["threefold.peers", self.puzzle.name, self.language]

    def turn(self, texts: list[str], seconds: float) -> tuple[list[str], tuple[int, int]]:
        """The answers' hashes, and the nanoseconds that the median call took to read and to answer.

        Raises `SolverFailed`.
        """
        match self.ask(texts, seconds):
            case ("turn", str(version), list(hashes), int(read), int(answer)):
                self.version = version
                return hashes, (read, answer)
            case ("failed", str(message)):
                raise SolverFailed(message)
        raise SolverFailed("its process answered something else than was asked")

    def as_json(self) -> dict[str, Any]:
        turns = {str(size): [list(turn) for turn in turns] for size, turns in self.turns.items()}
        return {
            "title": self.title,
            "ours": self.ours,
            "version": self.version,
            "turns_ns": turns,
            "stopped": self.stopped,
        }


@dataclass
class Race:
    """One run: what is to be measured, and what has been so far."""

    puzzle: Puzzle
    sizes: Sequence[int]
    only: Sequence[str]
    budget: float
    time_limit: float
    memory_limit: int | None  # MiB; half of the machine's where none is said
    progress: Callable[[str], None] = lambda words: None
    contestants: list[Contestant] = field(default_factory=list)
    skipped: dict[str, str] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if (module := self.puzzle.peers) is None:
            known = [name for name, one in catalogue.puzzles().items() if one.peers]
            raise Unusable(f"{self.puzzle.name} has no peers; {', '.join(known) or 'no puzzle'} has")
        self.module = module
        self.sizes = sorted(set(self.sizes or module.SIZES))
        ours = [one for one in languages.installed() if self.puzzle.name in one.puzzles]
        titles = {one.name: (one.title, True) for one in ours}
        titles |= {name: (peer.title, False) for name, peer in module.PEERS.items()}
        if unknown := [name for name in self.only if name not in titles]:
            raise Unusable(f"nothing here is called {unknown[0]!r}: there are {', '.join(titles)}")
        self.limit = self.memory_limit << 20 if self.memory_limit else psutil.virtual_memory().total // 2
        self.contestants = [
            Contestant(self.puzzle, name, title, our, self.time_limit, self.limit)
            for name, (title, our) in titles.items()
            if not self.only or name in self.only
        ]

    def run(self, keep: Callable[[], None]) -> None:
        """Measures size after size, from the smallest; ``keep`` is called after each."""
        with ExitStack() as stack:
            for one in self.contestants:
                stack.enter_context(one)
            self._warm_up()
            for size in self.sizes:
                self._measure(size)
                keep()

    def _warm_up(self) -> None:
        """Starts every contestant on a small input; those that don't start are left out."""
        text = self.module.generate(Random(0), min(10, self.sizes[0]))
        said = {}
        for one in list(self.contestants):
            try:
                said[one], _ = one.turn([text], 0)
            except Unavailable as error:
                self.skipped[one.title] = str(error)
                self.contestants.remove(one)
            except SolverFailed as error:
                self._stop(one, self.sizes[0], error)
        self._compare(self.sizes[0], said)

    def _measure(self, size: int) -> None:
        """All that still run, turn by turn, until each has had its budget."""
        spent = dict.fromkeys((one for one in self.contestants if not one.stopped), 0.0)
        texts: list[str] = []
        for turn in count():
            running = [
                one
                for one in spent
                if not one.stopped and turn < MOST and (turn < FEWEST or spent[one] < self.budget)
            ]
            if not running:
                return
            if not texts or len(texts[0]) > SMALL:
                texts = [
                    self.module.generate(Random(f"{size} {turn} {n}"), size)
                    for n in range(TEXTS if size <= SMALL else 1)
                ]
            said = {}
            # Another one is first every time, so that nobody always comes after the same.
            for one in running[turn % len(running) :] + running[: turn % len(running)]:
                self.progress(f"{size:_} {self.unit}: {one.title}".replace("_", " "))
                start = monotonic()
                try:
                    said[one], times = one.turn(texts, TURN)
                    one.turns.setdefault(size, []).append(times)
                except SolverFailed as error:
                    self._stop(one, size, error)
                spent[one] += monotonic() - start
            self._compare(size, said)

    @property
    def unit(self) -> str:
        return str(self.puzzle.meta["unit"])

    def _stop(self, one: Contestant, size: int, error: SolverFailed) -> None:
        """It broke a limit, or broke: larger sizes are not tried, and this one does not count."""
        one.turns.pop(size, None)
        one.stopped = {"size": size, "why": str(error)}
        if not isinstance(error, OverLimit):
            self.failures.append(f"{one.title} failed at {number(size)} {self.unit}: {error}")

    def _compare(self, size: int, said: dict[Contestant, list[str]]) -> None:
        """Notes, once a size, who says what where not all say the same."""
        groups: dict[tuple[str, ...], list[str]] = {}
        for one, hashes in said.items():
            groups.setdefault(tuple(hashes), []).append(one.title)
        where = f"the answers differ at {number(size)} {self.unit}: "
        if len(groups) > 1 and not any(known.startswith(where) for known in self.disagreements):
            self.disagreements.append(where + " | ".join(", ".join(titles) for titles in groups.values()))

    def results(self, finished: bool) -> "Results":
        """What has been measured."""
        return Results(
            {
                "kind": KIND,
                "puzzle": self.puzzle.name,
                "title": self.puzzle.title,
                "unit": self.unit,
                "part": self.module.PART,
                "sizes": list(self.sizes),
                "budget_s": self.budget,
                "time_limit_s": self.time_limit,
                "memory_limit_bytes": self.limit,
                "finished": finished,
                "contestants": {one.language: one.as_json() for one in self.contestants},
                "skipped": self.skipped,
                "failures": self.failures,
                "disagreements": self.disagreements,
            }
            | self._surroundings
        )

    @cached_property
    def _surroundings(self) -> dict[str, Any]:
        """When and where, in pytest-benchmark's words, but for the machine's name."""
        try:
            plugin, utils = map(import_module, ("pytest_benchmark.plugin", "pytest_benchmark.utils"))
        except ImportError:
            raise Unusable(
                "measuring needs pytest-benchmark: install threefold with its extra `test`"
            ) from None
        info = plugin.pytest_benchmark_generate_machine_info()
        info = {key: value for key, value in info.items() if key != "node"}
        commit = utils.get_commit_info()
        return {"datetime": datetime.now(UTC).isoformat(), "machine_info": info, "commit_info": commit}


def measure(race: Race, save: Path | None, plot: Path | None) -> tuple["Results", bool]:
    """Runs a race and saves it after each size; whether it came to its end. Raises `Unusable`.

    Ctrl-C ends it, and what was measured by then is kept.
    """
    path = save or Path("results") / f"peers-{race.puzzle.name.split('/')[-1]}.json"
    for folder in (path.parent, *([plot] if plot else [])):
        _writable(folder)  # before the time is spent, not after
    console = Console(stderr=True)
    finished = False
    with console.status("starting …") if console.is_terminal else nullcontext() as status:
        if status:
            race.progress = status.update
        try:
            race.run(keep=lambda: race.results(finished=False).write(path))
            finished = True
        except KeyboardInterrupt:
            console.print("threefold: interrupted", highlight=False)
    results = race.results(finished)
    if not results.trips:
        raise Unusable("nothing was measured" + "".join(f"; {line}" for line in results.complaints()))
    results.write(path)
    console.print(f"saved in {path}", highlight=False, soft_wrap=True)
    return results, finished


def _writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise Unusable(f"{folder}: {error.strerror}") from None


@dataclass(frozen=True)
class Crossing:
    """The size from which on one contestant is faster than another, and the measured ones around it."""

    size: float
    below: int
    above: int
    faster: bool  # above it: is the first one faster, or slower?

    @property
    def verb(self) -> str:
        return "passes" if self.faster else "falls behind"


@dataclass(frozen=True)
class Results:
    """What a run measured, as it is saved."""

    saved: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Raises `Unusable` where the file holds no results of ours."""
        with reading(path, "results file of `threefold peers`"):
            results = cls(load(path))
            if (kind := results.saved["kind"]) != KIND:
                raise Unusable(f"{path} is of another version: it says {kind!r}, not {KIND!r}")
            results.as_text()
        return results

    def write(self, path: Path) -> None:
        """Whole or not at all. Raises `Unusable` where the file can't be written."""
        write_whole(path, self.saved | {"summary": list(self.crossings_in_words())}, indent=1)

    @property
    def unit(self) -> str:
        return str(self.saved["unit"])

    @cached_property
    def contestants(self) -> dict[str, dict[str, Any]]:
        """By name, ours first."""
        found: dict[str, dict[str, Any]] = self.saved["contestants"]
        return dict(sorted(found.items(), key=lambda item: not item[1]["ours"]))

    @cached_property
    def trips(self) -> dict[str, dict[int, Figure]]:
        """The whole trip's time: by contestant, then by size."""
        return {
            name: self._figures(one, lambda read, answer: read + answer) for name, one in self._measured()
        }

    @cached_property
    def reading(self) -> dict[str, dict[int, Figure]]:
        """What of it went into reading."""
        return {name: self._figures(one, lambda read, answer: read) for name, one in self._measured()}

    def _measured(self) -> Iterable[tuple[str, dict[str, Any]]]:
        return ((name, one) for name, one in self.contestants.items() if one["turns_ns"])

    @staticmethod
    def _figures(one: dict[str, Any], value: Callable[[float, float], float]) -> dict[int, Figure]:
        return {
            int(size): Figure.of([value(*turn) for turn in turns]) for size, turns in one["turns_ns"].items()
        }

    def complaints(self) -> list[str]:
        """What is wrong, a line each: answers that differ, contestants that broke."""
        return [*self.saved["disagreements"], *self.saved["failures"]]

    @property
    def sizes(self) -> list[int]:
        """The sizes at which anybody was measured."""
        return sorted({size for trip in self.trips.values() for size in trip})

    def crossings(self, name: str, other: str) -> list[Crossing]:
        """Where one becomes faster or slower than another, interpolated on a log-log scale.

        A size at which they tie decides nothing.
        """
        mine, theirs = self.trips[name], self.trips[other]
        shared = sorted(mine.keys() & theirs.keys())
        lead = {size: math.log(max(theirs[size].median, 1) / max(mine[size].median, 1)) for size in shared}
        decided = [size for size in shared if not mine[size].ties(theirs[size])]
        found = []
        for below, above in pairwise(decided):
            if lead[below] * lead[above] < 0:
                inside = [size for size in shared if below <= size <= above]
                low, high = next(pair for pair in pairwise(inside) if lead[pair[0]] * lead[pair[1]] <= 0)
                share = lead[low] / (lead[low] - lead[high])
                size = math.exp(math.log(low) + share * math.log(high / low))
                found.append(Crossing(size, below, above, lead[above] > 0))
        return found

    def crossings_in_words(self) -> Iterator[str]:
        """For each of ours and each peer: from which size on it is faster."""
        for name, other in self._rivals():
            if words := self._rivalry(name, other):
                yield f"{self.title(name)} {words}"

    def _rivals(self) -> Iterable[tuple[str, str]]:
        """Each of ours with each peer."""
        ours = [name for name in self.trips if self.contestants[name]["ours"]]
        return product(ours, [name for name in self.trips if name not in ours])

    def _rivalry(self, name: str, other: str) -> str:
        mine, theirs = self.trips[name], self.trips[other]
        shared = sorted(mine.keys() & theirs.keys())
        if not shared:
            return ""
        if crossings := self.crossings(name, other):
            return ", ".join(
                f"{one.verb} {self.title(other)} at {rounded(one.size)} {self.unit}"
                f" (between {number(one.below)} and {number(one.above)})"
                for one in crossings
            )
        decided = [size for size in shared if not mine[size].ties(theirs[size])]
        if not decided:
            return f"ties with {self.title(other)} at every size"
        last = decided[-1]
        ratio = theirs[last].median / max(mine[last].median, 1)
        words = "ahead of" if ratio > 1 else "behind"
        tied = ", ".join(number(size) for size in shared if size not in decided)
        but = f" but those where they tie ({tied})" if tied else ""
        return f"is {words} {self.title(other)} at every size{but}"

    def title(self, name: str) -> str:
        return str(self.contestants[name]["title"])

    def as_text(self) -> str:
        """The table for a terminal, and below it what it says."""
        table = Table()
        table.add_column(self.unit, justify="right", no_wrap=True)
        for name in self.trips:
            table.add_column(self.title(name), justify="right", no_wrap=True)
        for size in self.sizes:
            table.add_row(number(size), *self._row(size))
        wide = Console(file=StringIO(), width=1000)
        shown = Console(
            file=StringIO(), width=wide.measure(table).maximum, force_terminal=sys.stdout.isatty()
        )
        shown.print(table)
        assert isinstance(shown.file, StringIO)
        return shown.file.getvalue() + "\n".join(self.notes())

    def _row(self, size: int) -> Iterator[str]:
        """Each contestant's time and how many times the fastest's that is."""
        measured = {name: trip[size] for name, trip in self.trips.items() if size in trip}
        fastest = min(measured.values(), key=lambda figure: figure.median)
        tied = [figure for figure in measured.values() if figure.ties(fastest)]
        for name in self.trips:
            if figure := measured.get(name):
                ratio = f"×{figures(figure.median / max(fastest.median, 1))}"
                yield f"{figure}  {'tie' if figure in tied and len(tied) > 1 else ratio:>5}"
            else:
                stopped = self.contestants[name]["stopped"]
                yield "stopped" if stopped and stopped["size"] <= size else "–"

    def notes(self) -> Iterator[str]:
        """What stands below the table, a line each."""
        yield from LEGEND
        if not self.saved["finished"]:
            yield "The run was broken off: larger sizes or more turns are missing."
        for one in self.contestants.values():
            if stopped := one["stopped"]:
                yield f"{one['title']} stopped at {number(stopped['size'])} {self.unit}: {stopped['why']}"
        for title, why in self.saved["skipped"].items():
            yield f"{title} was skipped: {why}"
        yield ""
        yield from self.crossings_in_words()
        yield ""
        yield hardware(self.saved["machine_info"])
        for one in self.contestants.values():
            if one["version"]:
                yield f"{one['title']}: {one['version']}"
        yield occasion(self.saved)

    def plot(self, folder: Path) -> list[Path]:
        """Draws the curves as SVG and PNG; the files. Raises `Unusable` where they can't be written."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure as Picture

        picture = Picture(figsize=(9, 10), layout="constrained")
        FigureCanvasAgg(picture)
        self._draw(picture)
        paths = [folder / f"peers-{self.saved['puzzle'].split('/')[-1]}.{form}" for form in ("svg", "png")]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for path in paths:
                picture.savefig(path, dpi=160)
        except OSError as error:
            raise Unusable(f"{error.filename or folder}: {error.strerror}") from None
        return paths

    @cached_property
    def reference(self) -> str:
        """Of ours the one that got farthest, the fastest there; one of the peers where none is ours."""
        ours = [name for name in self.trips if self.contestants[name]["ours"]] or list(self.trips)
        return min(
            ours, key=lambda name: (-max(self.trips[name]), self.trips[name][max(self.trips[name])].median)
        )

    def _draw(self, picture: Any) -> None:
        """Above, every trip's time over the size; below, as a multiple of the reference's."""
        from matplotlib.ticker import EngFormatter, FuncFormatter, LogLocator, NullFormatter

        above, below = picture.subplots(2, 1, sharex=True, height_ratios=(3, 2))
        part = f"part {self.saved['part']}"
        picture.suptitle(f"{self.saved['title']}, {part}, from text to text", fontsize=14, fontweight="bold")
        picture.supxlabel(hardware(self.saved["machine_info"]), fontsize=8, color="#555555")
        ends: dict[Any, list[tuple[float, float, str, str]]] = {above: [], below: []}
        against = self.trips[self.reference]
        for (name, trip), style in zip(self.trips.items(), self._styles(), strict=True):
            sizes = sorted(trip)
            curve = {size: trip[size].median / 1e9 for size in sizes}
            spread = [trip[size].deviation / 1e9 for size in sizes]
            ratios = {size: trip[size].median / against[size].median for size in sizes if size in against}
            above.errorbar(sizes, list(curve.values()), yerr=spread, **style)
            below.plot(list(ratios), list(ratios.values()), **style)
            for axes, points in ((above, curve), (below, ratios)):
                if points:
                    ends[axes].append((*list(points.items())[-1], self._label(name), style["color"]))
        above.set(
            xscale="log", yscale="log", ylabel="time of one trip (median, bars: median absolute deviation)"
        )
        below.set(xscale="log", yscale="log", ylabel=f"time, as a multiple of {self.title(self.reference)}'s")
        below.set_xlabel(f"size ({self.unit})")
        above.yaxis.set_major_formatter(EngFormatter(unit="s"))
        below.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"×{value:g}"))
        below.xaxis.set_major_locator(LogLocator(numticks=20))
        below.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(round(value))))
        for axes, labels in ends.items():
            axes.yaxis.set_major_locator(LogLocator(numticks=20))
            axes.yaxis.set_minor_formatter(NullFormatter())
            axes.grid(which="major", color="#e0e0e0", linewidth=0.8)
            axes.spines[["top", "right"]].set_visible(False)
            _label_ends(axes, labels)
        self._mark_crossings(above)

    def _styles(self) -> Iterator[dict[str, Any]]:
        """Ours are solid with full marks, peers dashed with hollow ones."""
        looks = {True: cycle(OURS), False: cycle(PEERS)}
        for name in self.trips:
            ours = bool(self.contestants[name]["ours"])
            colour, marker, dashes = next(looks[ours])
            yield {
                "color": colour,
                "marker": marker,
                "linestyle": dashes,
                "linewidth": 2.4 if ours else 1.5,
                "markersize": 6,
                "markerfacecolor": colour if ours else "white",
                "zorder": 3 if ours else 2,
            }

    def _label(self, name: str) -> str:
        """What stands at a curve's end: whose it is, and whether it was stopped there."""
        return self.title(name) + (" (stopped)" if self.contestants[name]["stopped"] else "")

    def _mark_crossings(self, axes: Any) -> None:
        """A ring where one of ours and a peer cross, and the words for it in an empty corner."""
        found = []
        for name, other in self._rivals():
            for crossing in self.crossings(name, other):
                words = f"{self.title(name)} {crossing.verb} {self.title(other)} at {rounded(crossing.size)}"
                found.append((self._height(name, crossing), crossing.size, words))
        for row, (height, size, words) in enumerate(sorted(found, reverse=True)):
            axes.plot(
                [size], [height], marker="o", markersize=13, color="#333333", fillstyle="none", zorder=5
            )
            axes.annotate(
                f"{words} {self.unit}",
                (size, height),
                xytext=(0.02, 0.97 - 0.035 * row),
                textcoords="axes fraction",
                va="top",
                fontsize=9,
                bbox={"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none"},
                arrowprops={
                    "arrowstyle": "-",
                    "color": "#999999",
                    "linewidth": 0.8,
                    "relpos": (1, 0.5),
                    "shrinkB": 7,
                },
            )

    def _height(self, name: str, crossing: Crossing) -> float:
        """The time in seconds at a crossing, interpolated as the curve is drawn."""
        trip = self.trips[name]
        low = max(size for size in trip if size <= crossing.size)
        high = min(size for size in trip if size >= crossing.size)
        share = math.log(crossing.size / low) / math.log(high / low) if high > low else 0.0
        logs = [math.log(trip[size].median / 1e9) for size in (low, high)]
        return math.exp(logs[0] + share * (logs[1] - logs[0]))


# Okabe and Ito's colours, which the colour-blind can tell apart; marks and dashes do without colours.
OURS: list[tuple[str, str, Any]] = [("#0072B2", "o", "-"), ("#D55E00", "s", "-"), ("#CC79A7", "^", "-")]
PEERS: list[tuple[str, str, Any]] = [
    ("#000000", "D", (0, (5, 2))),
    ("#009E73", "v", (0, (1, 1.5))),
    ("#56B4E9", "P", (0, (6, 2, 1, 2))),
    ("#E69F00", "X", (0, (3, 1.5))),
]


def _label_ends(axes: Any, labels: list[tuple[float, float, str, str]]) -> None:
    """Names curves at their ends, in their colours; names at the same place are moved apart."""
    low, high = axes.get_ylim()
    points = axes.get_figure().get_figheight() * 72 * axes.get_position().height / math.log(high / low)
    above: dict[float, float] = {}  # by size, where the next name may stand, in points
    largest = max(size for size, *_ in labels)
    for size, seconds, words, colour in sorted(labels):
        curve = math.log(seconds / low) * points
        name = max(curve, above.get(size, curve))
        above[size] = name + 13
        axes.annotate(
            words,
            (size, seconds),
            xytext=(10, name - curve) if size == largest else (0, name - curve + 14),
            ha="left" if size == largest else "center",  # right of it, others go on
            textcoords="offset points",
            color=colour,
            fontsize=10,
            fontweight="bold",
            va="center",
        )


LEGEND = (
    "From text to text: reading and answering. Median ± median absolute deviation of turns, all on the same",
    "inputs, in turn; ratio to the fastest, `tie` where intervals overlap. Below 1 µs the clock costs, too.",
)


def number(value: int) -> str:
    """A count with its thousands apart: ``23 000``."""
    return f"{value:_}".replace("_", " ")


def rounded(value: float) -> str:
    """A count to two significant digits."""
    return number(int(float(f"{value:.1e}")) if value >= 10 else round(value))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
