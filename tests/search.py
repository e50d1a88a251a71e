"""A puzzle's inputs, tried one after another in all languages until their share of processor time is spent.

A search tries the same inputs in the same order every time; only how many of them fit differs. What it may
take is processor time, that of this process and of the languages' own, so that a busy machine tries as many
inputs as an idle one; and most searches come to the end of their inputs first, so that nothing differs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import seed as seeded
from hypothesis.strategies import SearchStrategy

from failing import Disagreement, report
from threefold.core.catalogue import Puzzle
from threefold.core.contract import normalise
from threefold.core.languages import Language

if TYPE_CHECKING:
    from conftest import Bench

MOST = 3  # times its seconds a search may take in order to reach its floor


class Limits(NamedTuple):
    """Of a search: its seconds of processor time, and how many inputs each language tries in any case.

    A language that has taken half of the seconds is asked no more, unless it is below the floor. What is
    still below it after three times the seconds is said in the summary: a timing fails no test.
    """

    seconds: float
    floor: int


# Two seconds a puzzle, and six where the floors take longer than that.
LIMITS = {"small": Limits(0.4, 3), "large": Limits(0.6, 2), "bad": Limits(0.4, 24), "oracle": Limits(0.6, 2)}


class Spent(BaseException):
    """There is no time for another input. No `Exception`, so that Hypothesis lets it through."""


class Search:
    """Tries inputs of a puzzle, and goes on with fresh seeds for ``fuzz`` seconds after that."""

    def __init__(self, puzzle: Puzzle, bench: Bench, fuzz: float = 0):
        self.puzzle, self.bench, self.fuzz = puzzle, bench, fuzz
        self.solvers = bench.solvers(puzzle)
        self.failed = False  # something is wrong, and is being shrunk: no time is spared
        self.inputs = 0
        self.short = ""  # what is below the floor

    def examples(self, limits: Limits, most: int, body: Callable[..., None], *chosen: SearchStrategy) -> None:
        """Runs a test on what Hypothesis chooses."""

        def once(seed: int | None) -> None:
            fixed = {"deadline": None, "database": None, "report_multiple_bugs": False, "print_blob": False}
            how: Any = fixed | {"max_examples": most, "suppress_health_check": list(HealthCheck)}
            test = given(*chosen)(body)
            (
                settings(derandomize=True, **how)(test)
                if seed is None
                else seeded(seed)(settings(**how)(test))
            )()

        self._passes(limits, once)

    def each(self, limits: Limits, inputs: Iterable[Any], body: Callable[[Random, Any], None]) -> None:
        """Runs a test on inputs in their order, each with chance of its own."""

        def once(seed: int | None) -> None:
            for number, one in enumerate(inputs):
                body(Random(number if seed is None else f"{seed} {number}"), one)

        self._passes(limits, once)

    def _passes(self, limits: Limits, once: Callable[[int | None], None]) -> None:
        try:
            self._pass(limits, lambda: once(None))
            short = [f"{one.title} {self.tried[one.name]}" for one in self.solvers]
            if self.stopped and min(self.tried.values(), default=0) < limits.floor:
                self.short = f"{', '.join(short)} of at least {limits.floor} inputs"
            end = time.monotonic() + self.fuzz
            while self.fuzz and time.monotonic() < end:
                seed = SystemRandom().getrandbits(64)
                self._pass(limits, lambda seed=seed: once(seed))
        except Disagreement as found:
            pytest.fail(report(self.puzzle, self.bench, found), pytrace=False)

    def _pass(self, limits: Limits, once: Callable[[], None]) -> None:
        self.limits = limits
        self.tried = {one.name: 0 for one in self.solvers}
        self.stopped, self.asked = False, self.solvers
        self.began = self.before = self.bench.clocks(self.solvers)
        self.last = dict.fromkeys(self.began, 0.0)
        try:
            once()
        except Spent:
            self.stopped = True

    def tries(self, make: Callable[[], bytes], complaint: Callable[[str, object], str] | None = None) -> None:
        """Holds the languages to each other on one more input, and to what is said of text and verdict.

        Raises `Spent` after the last one: in the midst of one, Hypothesis would miss what is drawn later.
        """
        asked = self.solvers if self.failed else self.asked
        data = make()
        try:
            verdict = self.bench.agreed(self.puzzle, data, asked)
            if complaint and (words := complaint(normalise(data), verdict)):
                raise Disagreement(data, words, shrinks=False)
        except Disagreement:
            self.failed = True
            raise
        self.inputs += 1
        for one in asked:
            self.tried[one.name] += 1
        if not self.failed:
            self.asked = self._next()

    def _next(self) -> list[Language]:
        """Who tries the next input. Raises `Spent` where there is no time for what the last one took."""
        now = self.bench.clocks(self.solvers)
        for name in now:
            self.last[name] = now[name] - self.before[name] or self.last[name]
        self.before = now
        used = {name: now[name] - self.began[name] for name in now}
        seconds, floor = self.limits
        below = min(self.tried.values()) < floor
        if sum(used.values()) > MOST * seconds or (
            not below and sum(used.values()) + sum(self.last.values()) > seconds
        ):
            raise Spent
        asked = [
            one
            for one in self.solvers
            if self.tried[one.name] < floor or used[one.name] + self.last[one.name] < seconds / 2
        ]
        if len(asked) < min(2, len(self.solvers)):
            raise Spent
        return asked
