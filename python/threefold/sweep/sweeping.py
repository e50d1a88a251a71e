"""A sweep: which units are tried next, until when, and what is to be said of it in the end."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..core.catalogue import Puzzle
from .engines import Engine, Gone, Lost
from .holding import COLUMNS
from .journal import Journal
from .trying import Tally, Unit

UNIT, LONGEST = 2.0, 5.0  # seconds that a unit should take, and after which it begins no other input
MOST = 5000  # inputs of a unit
HOPELESS = 20  # units that are given up: then something is wrong with all of them
FIRST = 4  # inputs of a puzzle's first unit, when nobody knows how long they take


@dataclass
class Lane:
    """A puzzle's way through the numbers of its inputs."""

    puzzle: Puzzle
    languages: tuple[str, ...]
    gaps: list[tuple[int, int | None]]  # numbers that nobody has tried, the last without an end
    rate: float = 0.0  # inputs a second
    seconds: float = 0.0  # what has been spent on it
    expected: dict[Unit, float] = field(default_factory=dict)  # seconds of what is under way

    def next(self) -> Unit | None:
        if not self.gaps:
            return None
        first, end = self.gaps[0]
        count = min(MOST, max(1, round(UNIT * self.rate))) if self.rate else FIRST
        if end is not None and first + count >= end:
            count = end - first
            del self.gaps[0]
        else:
            self.gaps[0] = first + count, end
        unit = Unit(self.puzzle.name, first, count, self.languages, LONGEST)
        self.expected[unit] = count / self.rate if self.rate else UNIT
        return unit

    @property
    def share(self) -> float:
        """What it will have had when all that is under way is over, in seconds."""
        return self.seconds + sum(self.expected.values())


def gaps(done: list[tuple[int, int]], inputs: int | None) -> list[tuple[int, int | None]]:
    """The numbers to a last one that are still to be tried."""
    found: list[tuple[int, int | None]] = []
    at = 0
    for first, end in sorted(done):
        if first > at:
            found.append((at, first))
        at = max(at, end)
    if inputs is None or at < inputs:
        found.append((at, inputs))
    return found


@dataclass
class Sweep:
    """Gives an engine units of whichever puzzle has had the least time, and keeps what comes of them.

    ``inputs`` of a puzzle, or ``seconds`` in all, or whichever comes first.
    """

    journal: Journal
    engine: Engine
    lanes: list[Lane]
    seconds: float | None
    said: Callable[[str], None]
    lost: list[str]  # what is given up, as it comes
    given: int = 0
    inputs: int = 0  # in this run
    began: float = field(default_factory=time.monotonic)

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.began

    def run(self, shown: Callable[[Sweep], None]) -> None:
        """Goes on until all is tried, or the time is over. Raises `Gone`."""
        by_name = {lane.puzzle.name: lane for lane in self.lanes}
        while True:
            unit: Unit | None = None
            while (room := self.engine.room) > 0 and (unit := self._next()):
                self.given += 1
                self.engine.give(unit)
            for line in self.engine.news():
                self.said(line)
            if not self.given and (self.is_late or (room > 0 and not unit)):
                return
            for unit, result in self.engine.over(0.5):
                self._take(by_name[unit.puzzle], unit, result)
                shown(self)
            shown(self)

    @property
    def is_late(self) -> bool:
        return self.seconds is not None and self.elapsed >= self.seconds

    def _next(self) -> Unit | None:
        if self.is_late:
            return None
        for lane in sorted(self.lanes, key=lambda lane: lane.share):
            if unit := lane.next():
                return unit
        return None

    def _take(self, lane: Lane, unit: Unit, result: Tally | Lost) -> None:
        self.given -= 1
        del lane.expected[unit]
        if isinstance(result, Lost):
            words = f"{unit.puzzle}, inputs {unit.first} to {unit.first + unit.count - 1}: {result.why}"
            self.lost.append(words)
            self.said(f"given up: {words}")
            if len(self.lost) == HOPELESS:
                raise Gone(f"{HOPELESS} units had to be given up")
            return
        self.inputs += result.inputs
        if result.inputs < unit.count:
            lane.gaps.insert(0, (unit.first + result.inputs, unit.first + unit.count))
        lane.seconds += result.seconds
        lane.rate = result.inputs / max(result.seconds, 1e-6)
        for path in self.journal.finish(unit, result, self.elapsed):
            self.said(f"found {path}")


def as_json(journal: Journal, plan: dict[str, Any], lost: list[str]) -> dict[str, Any]:
    """The report: by puzzle what was tried, by language what was wrong, and each finding."""
    tallies = journal.tallies
    tried = sum(one.inputs for one in tallies.values())
    return {
        "folder": str(journal.folder),
        "plan": plan,
        "seconds": journal.spent,
        "inputs": tried,
        "puzzles": {name: _told(tallies[name], plan["lanes"].get(name, [])) for name in sorted(tallies)},
        "found": [
            {key: one[key] for key in one if key not in ("text", "expected")} for one in journal.found()
        ],
        "lost": lost,
    }


def _told(tally: Tally, languages: list[str]) -> dict[str, Any]:
    names = [*languages, *(tally.wrong.keys() - {*languages})]
    return {
        "inputs": tally.inputs,
        "spoiled": tally.spoiled,
        "different": tally.distinct,  # of those that are not spoiled
        "seconds": tally.seconds,  # of all workers
        "sizes": {
            f"{1 << size - 1}": tally.sizes[size] for size in sorted(tally.sizes)
        },  # from each, to the next
        "verdicts": dict(tally.verdicts),
        "languages": {
            name: {column: tally.wrong.get(name, Counter())[column] for column in COLUMNS}
            | ({"left out": tally.left_out[name]} if tally.left_out[name] else {})
            for name in names
        },
        "seen": dict(tally.keys),
    }


def lines(report: dict[str, Any]) -> Iterator[str]:
    """What was found, and the commands that show it again and keep it."""
    for one in report["found"]:
        once = "" if one["comes_again"] else " (it did not come again)"
        yield f"{one['puzzle']}: {', '.join(one['languages'])}: {one['kind']}{once}"
        yield from (f"    {name}: {words}" for name, words in one["said"].items())
        yield f"    in {Path(one['folder'])}"
        for command in one["again"].values():
            yield f"    {command}"
    yield from (f"given up: {words}" for words in report["lost"])
