"""How long each puzzle takes in each language, on inputs of the official size, in this process."""

from collections.abc import Callable
from functools import lru_cache
from itertools import cycle
from random import Random
from statistics import median
from time import perf_counter, perf_counter_ns, process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from threefold.core.catalogue import Puzzle
from threefold.core.contract import Solved
from threefold.core.languages import Language, opened
from threefold.measure.comparison import PHASES, REMEMBERS

pytestmark = pytest.mark.alone

INPUTS = 5
ROUND = 1e-4  # seconds at least, in many calls where need be, so that the clock's own cost does not count
ROUNDS = 500
LONG = 1e-3  # seconds of a call beside which nothing that the processor remembers counts
PATIENCE = 0.1  # seconds: where making inputs takes more, no larger ones are made

text_of = lru_cache(maxsize=500)(lambda puzzle, seed, size: puzzle.generate(Random(seed), size))


def test_speed(
    puzzle: Puzzle,
    language: Language,
    benchmark: BenchmarkFixture,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    """Several inputs in turn, so that nothing which is kept between calls can help.

    Five, or fewer (two at least) where a call takes long, bound by the option ``--benchmark-max-time``.
    """
    seconds = float(request.config.getoption("benchmark_max_time"))
    known: dict[str, Solved] = {}
    cold = []
    end = perf_counter() + seconds
    for seed in range(INPUTS):
        text = text_of(puzzle, seed, puzzle.size)
        start = perf_counter()
        known[text] = language.solve(puzzle.name, text)
        cold.append(perf_counter() - start)
        if perf_counter() > end and len({one.answers for one in known.values()}) > 1:
            break
    different = {one.answers for one in known.values()}
    assert len(different) > 1, "inputs so alike that a remembered answer would do"

    turns, solve, outcomes = cycle(known), language.plugin.solve, []

    def keeping() -> None:
        text = next(turns)
        outcomes.append((text, solve(puzzle.name, text)))

    call = min(cold)
    calls = max(1, round(max(ROUND, seconds / ROUNDS) / call))
    rounds = max(len(known), int(seconds / calls / call))
    started, worked = perf_counter(), process_time()
    if calls == 1:
        benchmark.pedantic(keeping, rounds=rounds)
    else:
        benchmark.pedantic(lambda: solve(puzzle.name, next(turns)), rounds=rounds, iterations=calls)
        for _ in range(min(200, max(10, int(seconds / 4 / call)))):
            keeping()
    processors = (process_time() - worked) / (perf_counter() - started)
    solved = [(text, opened(outcome)) for text, outcome in outcomes]
    assert all(one.answers == known[text].answers for text, one in solved), "an answer changed between calls"

    data = benchmark.stats.stats.data if benchmark.stats else [call]  # none with --benchmark-disable
    times = [one * 1e9 for one in data]
    phases = {phase: [getattr(one, f"{phase}_ns") for _, one in solved] for phase in PHASES}
    measured: dict[str, object] = {"whole": times, **phases, "processors": processors}
    if request.config.getoption("check_caches") or call * 1e9 > REMEMBERS * median(times):
        for seed in (100, 200, 300):  # what a busy machine does once it does not do three times
            first, again = measured["cold"] = first_and_again(puzzle, language, seed)
            if first <= REMEMBERS * again:
                break
    record_property("measured", measured)


def first_and_again(puzzle: Puzzle, language: Language, seed: int) -> tuple[float, float]:
    """Nanoseconds of first calls on inputs never seen, and of second calls on the same ones; the least.

    On inputs so large that it takes a millisecond, where such are soon made: a processor's own memory of a
    small one would tell the calls apart as well.
    """
    first: list[int] = []
    again: list[int] = []
    for size in (puzzle.size * factor for factor in (1, 4, 16, 64)):
        started = perf_counter()
        try:
            texts = [text_of(puzzle, one, size) for one in range(seed, seed + 3)]
        except ValueError:
            break  # there are no valid ones so large
        made = perf_counter()
        first, again = [], []
        for text in texts:
            for times in (first, again):
                start = perf_counter_ns()
                language.plugin.solve(puzzle.name, text)
                times.append(perf_counter_ns() - start)
            if perf_counter() - made > PATIENCE:
                break
        if min(first) > LONG * 1e9 or made - started > PATIENCE:
            break
    return min(first), min(again)
