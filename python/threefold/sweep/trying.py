"""A unit of a sweep: some inputs of one puzzle, made from numbers and tried in all languages.

Nothing but numbers goes to who tries them, and nothing but counts and what was found comes back.
"""

from __future__ import annotations

import math
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from random import Random
from typing import Any, NamedTuple

from ..core import catalogue
from ..core.catalogue import Puzzle
from ..core.contract import InvalidInput, NoAnswer, Solved, normalise
from ..core.languages import OverLimit, SolverFailed, named, said
from ..core.solving import Outcome, outcome, together
from ..core.worker import Worker
from .holding import OVER, Complaint, complaints, expected, right_outcome, told
from .mutations import spoiled
from .shrinking import shrunk

SMALL = 12  # the largest size of small inputs
TIMES = 3  # times that a language may take too long, and after that only
SHARE = 0.2  # so much of the time
AT_ONCE = 64  # inputs that a language is told at once, and fewer where they would
TOGETHER = 0.1  # take longer than that many seconds in all languages
PATIENCE = 50  # times as long until they are asked one by one
MARKS = 1 << 12  # to so many different inputs they are counted, beyond that estimated


@dataclass(frozen=True)
class How:
    """What all of a sweep's units share; limits are in seconds and bytes, of a solver."""

    run: str  # one beginning or taking up of the sweep
    seed: int
    spoiled: float  # their share of the inputs
    large: float  # the share of those that may have the official size
    time_limit: float
    memory_limit: int
    trusted: tuple[str, ...] = ()
    any_words: bool = False


@dataclass(frozen=True)
class Unit:
    """The inputs ``first`` to ``first + count - 1`` of a puzzle, for these languages.

    Who tries it stops after so many seconds, and counts what has been tried by then.
    """

    puzzle: str
    first: int
    count: int
    languages: tuple[str, ...]
    seconds: float = math.inf


class Made(NamedTuple):
    """An input; the size that its generator was asked for."""

    size: int
    is_spoiled: bool
    data: bytes


@dataclass
class Found:
    """An input that shows something, as short as it got, and what each language says of it."""

    puzzle: str
    key: str
    kind: str
    languages: tuple[str, ...]
    number: int
    size: int
    is_spoiled: bool
    text: str
    said: dict[str, str]
    expected: list[str]
    comes_again: bool = True  # did it, when it was asked once more?


@dataclass
class Tally:
    """What came of a unit; ``sizes`` by their number of binary digits."""

    inputs: int = 0
    spoiled: int = 0
    seconds: float = 0.0
    sizes: Counter[int] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, Counter[str]] = field(default_factory=dict)  # by language, by column
    left_out: Counter[str] = field(default_factory=Counter)  # inputs by language
    keys: Counter[str] = field(default_factory=Counter)  # how often each was seen
    marks: list[int] = field(default_factory=list)  # of inputs that are not spoiled
    found: list[Found] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Counts another one's, and leaves out what it found."""
        self.inputs += other.inputs
        self.spoiled += other.spoiled
        self.seconds += other.seconds
        for ours, theirs in (
            (self.sizes, other.sizes),
            (self.verdicts, other.verdicts),
            (self.left_out, other.left_out),
            (self.keys, other.keys),
        ):
            ours.update(theirs)  # type: ignore[arg-type]
        for language, columns in other.wrong.items():
            self.wrong.setdefault(language, Counter()).update(columns)
        self.marks = sorted({*self.marks, *other.marks})[:MARKS]

    @property
    def distinct(self) -> int:
        """How many different inputs there were that are not spoiled, within 2% from `MARKS` on.

        By the smallest of their digests (Bar-Yossef et al., 2002).
        """
        return len(self.marks) if len(self.marks) < MARKS else round((MARKS - 1) * 2.0**64 / self.marks[-1])

    def as_json(self) -> dict[str, Any]:
        return {key: value for key, value in vars(self).items() if key != "found"}

    @classmethod
    def read(cls, saved: dict[str, Any]) -> Tally:
        made = cls(**saved)
        made.sizes = Counter({int(size): count for size, count in saved["sizes"].items()})
        made.verdicts, made.left_out, made.keys = (
            Counter(saved[name]) for name in ("verdicts", "left_out", "keys")
        )
        made.wrong = {language: Counter(columns) for language, columns in saved["wrong"].items()}
        return made


def made(puzzle: Puzzle, how: How, number: int) -> Made:
    """An input, the same wherever it is made: of a size to the official one, and maybe spoiled."""
    rng = Random(f"{how.seed} {number}")
    is_spoiled = rng.random() < how.spoiled
    top = puzzle.size if rng.random() < how.large else min(SMALL, puzzle.size)
    size = min(top, int((top + 1) ** rng.random()))
    text = puzzle.generate(rng, size)
    return Made(size, is_spoiled, spoiled(rng, text) if is_spoiled else text.encode())


class Bench:
    """Languages, each solving in a process of its own that lasts; and what has been found here."""

    def __init__(self, how: How):
        self.how = how
        self.found: set[tuple[str, str]] = set()  # puzzle and key
        self.spent: dict[str, float] = defaultdict(float)  # seconds by puzzle
        self.inputs: Counter[str] = Counter()  # tried by puzzle
        self.over: dict[tuple[str, str], float] = defaultdict(
            float
        )  # seconds over the limit, by puzzle and language
        self.language = cache(named)
        self.worker = cache(lambda name: Worker(name, how.time_limit, how.memory_limit))
        self._asked: set[str] = set()

    def outcomes(self, puzzle: str, data: bytes, languages: Sequence[str]) -> list[Outcome]:
        self._asked.update(languages)
        return [outcome(self.language(name), self.worker(name), puzzle, data) for name in languages]

    def complaints(self, outcomes: list[Outcome]) -> list[Complaint]:
        return list(complaints(outcomes, self.how.trusted, self.how.any_words))

    def close(self) -> None:
        for name in self._asked:
            self.worker(name).close()

    def tried(self, unit: Unit) -> Tally:
        """Tries a unit's inputs. Whatever goes wrong in a solution or a generator is found, not raised."""
        tally, puzzle = Tally(), catalogue.find(unit.puzzle)
        marks, end = set[int](), unit.first + unit.count
        while (number := unit.first + tally.inputs) < end:
            begun = time.monotonic()
            count = min(self._at_once(unit.puzzle), end - number)
            marks |= self._try(unit, puzzle, range(number, number + count), tally)
            seconds = time.monotonic() - begun
            self.spent[unit.puzzle] += seconds
            self.inputs[unit.puzzle] += count
            tally.seconds += seconds
            if tally.seconds > unit.seconds:
                break
        tally.marks = sorted(marks)[:MARKS]
        return tally

    def _at_once(self, puzzle: str) -> int:
        """Of how many inputs a language is told at once."""
        inputs = self.inputs[puzzle]
        return max(1, min(AT_ONCE, int(inputs * TOGETHER / self.spent[puzzle]))) if inputs else 1

    def _try(self, unit: Unit, puzzle: Puzzle, numbers: range, tally: Tally) -> set[int]:
        """Tries some inputs, and returns the digests of those that are not spoiled."""
        marks, inputs = set(), []
        for number in numbers:
            tally.inputs += 1
            try:
                inputs.append((number, made(puzzle, self.how, number)))
            except Exception as error:
                self._generator(unit, number, f"generator raises {said(error)}", "", tally)
        asked = self._asked_of(unit)
        rows = self._together(puzzle.name, [one.data for _, one in inputs], asked)
        for place, (number, one) in enumerate(inputs):
            tally.spoiled += one.is_spoiled
            tally.sizes[one.size.bit_length()] += 1
            if not one.is_spoiled:
                marks.add(int.from_bytes(blake2b(one.data, digest_size=8).digest()))
            if not rows:  # what breaks a process costs its own input alone
                asked = self._asked_of(unit)
            tally.left_out.update(set(unit.languages) - set(asked))
            outcomes = rows[place] if rows else self.outcomes(unit.puzzle, one.data, asked)
            if outcomes:
                self._judge(unit, number, one, outcomes, tally)
        return marks

    def _asked_of(self, unit: Unit) -> list[str]:
        """The languages that have not taken too long too often."""
        patience = max(TIMES * self.how.time_limit, SHARE * self.spent[unit.puzzle])
        return [name for name in unit.languages if self.over[unit.puzzle, name] < patience]

    def _together(self, puzzle: str, inputs: list[bytes], asked: list[str]) -> list[list[Outcome]] | None:
        """What comes of inputs that are told at once; none where they are to be told one by one."""
        if len(inputs) < 2:
            return None
        self._asked.update(asked)
        limit = min(self.how.time_limit, PATIENCE * TOGETHER)
        try:
            return together(
                [(self.language(name), self.worker(name)) for name in asked], puzzle, inputs, limit
            )
        except SolverFailed:
            return None

    def _judge(self, unit: Unit, number: int, one: Made, outcomes: list[Outcome], tally: Tally) -> None:
        tally.verdicts[_verdict(outcomes)] += 1
        for each in outcomes:
            if isinstance(each.result, OverLimit):
                self.over[unit.puzzle, each.language.name] += self.how.time_limit
        for complaint in self.complaints(outcomes):
            self._complain(unit, number, one, complaint, outcomes, tally)
        if not one.is_spoiled and not any(isinstance(each.result, Solved) for each in outcomes):
            words = f"generator's input: {outcomes[0].result}"
            self._generator(unit, number, words, normalise(one.data), tally)

    def _is_new(self, puzzle: str, key: str, tally: Tally) -> bool:
        tally.keys[key] += 1
        new = (puzzle, key) not in self.found
        self.found.add((puzzle, key))
        return new

    def _generator(self, unit: Unit, number: int, words: str, text: str, tally: Tally) -> None:
        """An input that a generator should not have made, or could not make."""
        complaint = Complaint(("generator",), words, "failed")
        tally.wrong.setdefault("generator", Counter())[complaint.column] += 1
        if self._is_new(unit.puzzle, complaint.key, tally):
            tally.found.append(
                Found(unit.puzzle, complaint.key, words, complaint.languages, number, 0, False, text, {}, [])
            )

    def _complain(
        self, unit: Unit, number: int, one: Made, complaint: Complaint, outcomes: list[Outcome], tally: Tally
    ) -> None:
        """Counts a complaint, and if it is the first of its kind here, shrinks its input."""
        for name in complaint.languages:
            tally.wrong.setdefault(name, Counter())[complaint.column] += 1
        if not self._is_new(unit.puzzle, complaint.key, tally):
            return
        asked = self._needed(complaint, outcomes)

        def shows(text: str) -> bool:
            again = self.outcomes(unit.puzzle, text.encode(), asked)
            return any(each.key == complaint.key for each in self.complaints(again))

        text = normalise(one.data)
        comes_again = shows(text)
        if not comes_again and complaint.column == OVER:  # the machine was busy; counted it is
            self.found.discard((unit.puzzle, complaint.key))
            return
        if comes_again:
            text = shrunk(text, shows)
            outcomes = self.outcomes(unit.puzzle, text.encode(), asked)
        outcomes = [each for each in outcomes if each.language.name in asked]
        tally.found.append(
            Found(
                unit.puzzle,
                complaint.key,
                complaint.kind,
                complaint.languages,
                number,
                one.size,
                one.is_spoiled,
                text,
                told(outcomes),
                expected(right_outcome(outcomes, self.how.trusted)),
                comes_again,
            )
        )

    def _needed(self, complaint: Complaint, outcomes: list[Outcome]) -> list[str]:
        """Whom to ask while shrinking: those who are named, those who are trusted, and two who are right."""
        right = right_outcome(outcomes, self.how.trusted)
        agree = [each.language.name for each in outcomes if right and each.verdict == right.verdict]
        agree = [name for name in agree if name not in complaint.languages]
        needed = {*complaint.languages, *agree[:2], *self.how.trusted}
        return [each.language.name for each in outcomes if each.language.name in needed]


def _verdict(outcomes: list[Outcome]) -> str:
    """What most of an input's outcomes are."""
    kinds = {Solved: "answered", InvalidInput: "refused", NoAnswer: "no answer"}
    return Counter(kinds.get(type(one.result), "failed") for one in outcomes).most_common(1)[0][0]


_here = threading.local()  # a worker of a cluster may have several threads


def tried(how: How, unit: Unit) -> Tally:
    """Tries a unit in solvers of this thread, which last from one unit of a sweep to the next."""
    bench: Bench | None = getattr(_here, "bench", None)
    if bench is None or bench.how != how:
        close()
        _here.bench = bench = Bench(how)
    return bench.tried(unit)


def close() -> None:
    """Ends this thread's solvers."""
    if bench := getattr(_here, "bench", None):
        bench.close()
        _here.bench = None
