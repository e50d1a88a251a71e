"""Our solutions and what people reach for instead, on the same question: raced from text to text.

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

What is compared is the whole trip: what reading (a solution's `parse`) and answering (the part) took by the
contestant's own clock.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from pathlib import Path
from time import perf_counter_ns
from typing import Any

import psutil

from ..core import catalogue, languages
from ..core.catalogue import Puzzle
from ..core.languages import SolverFailed
from ..core.tables import rendered
from ..core.units import counted, figures, rounded
from .comparison import Figure, Unusable
from .curves import Curve, Results
from .racing import Contestant, Course, Race, Solve, serve, solution

TURN = 0.02  # seconds
MOST = 50  # turns at a size


def trip(puzzle: Puzzle, name: str) -> tuple[dict[str, Any], Solve]:
    """What a contestant says of itself and its way from a text to the answer, in this process.

    Raises `ImportError`, `LookupError` or `SolverFailed` where something is missing.
    """
    module = puzzle.peers
    assert module
    peer = module.PEERS.get(name)
    if peer is None:
        return _part(name, puzzle.name, module.PART)
    if hasattr(peer, "language"):
        return _part(peer.language, peer.solves, 1)
    made = peer()

    def solve(text: str) -> tuple[object, dict[str, int]]:
        start = perf_counter_ns()
        parsed = made.read(text)
        middle = perf_counter_ns()
        answer = made.answer(parsed)
        end = perf_counter_ns()
        return answer, {"read": middle - start, "answer": end - middle}

    return {"version": made.version}, solve


def _part(language: str, puzzle: str, part: int) -> tuple[dict[str, Any], Solve]:
    """Of a solution, reading and one part."""
    about, whole = solution(language, puzzle)

    def solve(text: str) -> tuple[object, dict[str, int]]:
        answers, phases = whole(text)
        assert isinstance(answers, tuple)
        if answers[part - 1] is None:
            raise SolverFailed(f"{language} has no part {part}")
        return answers[part - 1], {"read": phases["parse"], "answer": phases[f"part{part}"]}

    return about, solve


def measure(
    puzzle: Puzzle,
    sizes: Sequence[int],
    only: Sequence[str],
    budget: float,
    time_limit: float,
    memory_limit: int | None,
    path: Path,
) -> Peers:
    """Races solutions and peers, ``budget`` seconds each and size; saves it.

    The limits are in seconds a turn, and in MiB (None for half of the machine's). Raises `Unusable`.
    """
    if (module := puzzle.peers) is None:
        others = [name for name, one in catalogue.puzzles().items() if one.peers]
        raise Unusable(f"{puzzle.name} has no peers; {', '.join(others) or 'no puzzle'} has")
    ours = [one for one in languages.installed() if puzzle.name in one.puzzles]
    known = {one.name: {"title": one.title, "ours": True} for one in ours}
    known |= {name: {"title": peer.title, "ours": False} for name, peer in module.PEERS.items()}
    if unknown := [name for name in only if name not in known]:
        raise Unusable(f"nothing here is called {unknown[0]!r}: there are {', '.join(known)}")
    abouts = {name: about for name, about in known.items() if not only or name in only}
    limits = time_limit, memory_limit << 20 if memory_limit else psutil.virtual_memory().total // 2
    contestants = [
        Contestant(name, about, puzzle.name, limits, module="threefold.measure.peers")
        for name, about in abouts.items()
    ]
    found = Peers.empty(abouts, budget_s=budget, part=module.PART)
    course = Course(puzzle, module.generate, sorted(set(sizes or module.SIZES)), contestants)
    Race(found, path, TURN, budget, MOST).run([course])
    return found


@dataclass(frozen=True)
class Crossing:
    """The size from which on one contestant is faster than another, and the measured ones around it."""

    size: float
    nanoseconds: float  # that both take there
    below: int
    above: int
    faster: bool  # above it: is the first one faster, or slower?


class Peers(Results):
    """What a race against peers found."""

    KIND = "threefold peers"

    @cached_property
    def puzzle(self) -> str:
        return next(iter(self.curves))

    @cached_property
    def trips(self) -> dict[str, Curve]:
        """The curves of those that were measured, by name, ours first."""
        return {name: curve for name, curve in self.curves[self.puzzle].items() if curve.points}

    def ours(self, name: str) -> bool:
        return bool(self.languages[name]["ours"])

    def rivals(self) -> Iterator[tuple[str, str]]:
        """Each of ours with each peer."""
        return product(filter(self.ours, self.trips), [one for one in self.trips if not self.ours(one)])

    def crossings(self, name: str, other: str) -> list[Crossing]:
        """Where one becomes faster or slower than another, interpolated on a log-log scale.

        A size at which they tie decides nothing.
        """
        mine, theirs = self._shared(name, other)
        lead = {size: _log(theirs[size]) - _log(mine[size]) for size in mine}
        decided = [size for size in mine if not mine[size].ties(theirs[size])]
        found = []
        for below, above in pairwise(decided):
            if lead[below] * lead[above] < 0:
                inside = [size for size in mine if below <= size <= above]
                low, high = next(pair for pair in pairwise(inside) if lead[pair[0]] * lead[pair[1]] <= 0)
                share = lead[low] / (lead[low] - lead[high])
                size = low * (high / low) ** share
                time = math.exp((1 - share) * _log(mine[low]) + share * _log(mine[high]))
                found.append(Crossing(size, time, below, above, lead[above] > 0))
        return found

    def _shared(self, name: str, other: str) -> tuple[dict[int, Figure], dict[int, Figure]]:
        """The times of two at the sizes that both were measured at."""
        mine, theirs = self.trips[name].times, self.trips[other].times
        both = [size for size in mine if size in theirs]
        return {size: mine[size] for size in both}, {size: theirs[size] for size in both}

    def crossings_in_words(self) -> Iterator[str]:
        """For each of ours and each peer: from which size on it is faster."""
        for name, other in self.rivals():
            if words := self._rivalry(name, other):
                yield f"{self.trips[name].title} {words}"

    def _rivalry(self, name: str, other: str) -> str:
        mine, theirs = self._shared(name, other)
        title = self.trips[other].title
        if crossings := self.crossings(name, other):
            return ", ".join(
                f"{'passes' if one.faster else 'falls behind'} {title} at {rounded(one.size)}"
                f" {self.unit(self.puzzle)} (between {counted(one.below)} and {counted(one.above)})"
                for one in crossings
            )
        decided = [size for size in mine if not mine[size].ties(theirs[size])]
        if not decided:
            return f"ties with {title} at every size" if mine else ""
        ahead = mine[decided[-1]].median < theirs[decided[-1]].median
        tied = ", ".join(counted(size) for size in mine if size not in decided)
        but = f" but those where they tie ({tied})" if tied else ""
        return f"is {'ahead of' if ahead else 'behind'} {title} at every size{but}"

    def as_text(self) -> str:
        """The table for a terminal, and below it what it says."""
        from rich.table import Table

        table = Table()
        for column in (self.unit(self.puzzle), *(curve.title for curve in self.trips.values())):
            table.add_column(column, justify="right", no_wrap=True)
        for size in sorted({size for curve in self.trips.values() for size in curve.times}):
            table.add_row(counted(size), *self._row(size))
        lines = [*LEGEND, *self.notes(), "", *self.crossings_in_words(), "", *self.machine()]
        return rendered(table) + "\n".join(lines)

    def _row(self, size: int) -> Iterator[str]:
        """Each contestant's time and how many times the fastest's that is."""
        measured = {name: curve.times[size] for name, curve in self.trips.items() if size in curve.times}
        fastest = min(measured.values(), key=lambda figure: figure.median)
        tied = [figure for figure in measured.values() if figure.ties(fastest)]
        for name, curve in self.trips.items():
            if figure := measured.get(name):
                ratio = f"×{figures(figure.median / max(fastest.median, 1))}"
                yield f"{figure}  {'tie' if figure in tied and len(tied) > 1 else ratio:>5}"
            else:
                yield "stopped" if curve.stop and curve.stop.size <= size else "–"


LEGEND = (
    "From text to text: reading and answering. Median ± median absolute deviation of turns, all on the same",
    "inputs, in turn; ratio to the fastest, `tie` where intervals overlap. Below 1 µs the clock costs, too.",
)


def _log(time: Figure) -> float:
    return math.log(max(time.median, 1))


if __name__ == "__main__":
    chosen, contestant, descriptor = sys.argv[1:]
    serve(lambda: trip(catalogue.find(chosen), contestant), int(descriptor))
