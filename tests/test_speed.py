"""How long each puzzle takes in each language, on inputs of the official size, in this process."""

from itertools import cycle
from random import Random
from statistics import median
from time import perf_counter_ns

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from threefold.core.catalogue import Puzzle
from threefold.core.languages import Language
from threefold.measure.comparison import PHASES

pytestmark = pytest.mark.alone

INPUTS = 5


def test_speed(
    puzzle: Puzzle, language: Language, benchmark: BenchmarkFixture, request: pytest.FixtureRequest
) -> None:
    """Several inputs in turn, so that nothing which is kept between calls can help."""
    texts = [puzzle.generate(Random(seed)) for seed in range(INPUTS)]
    answers = {text: language.solve(puzzle.name, text).answers for text in texts}
    assert len(set(answers.values())) > 1 or INPUTS == 1, "inputs so alike that a remembered answer would do"

    turns = cycle(texts)
    solve = language.plugin.solve
    benchmark(lambda: solve(puzzle.name, next(turns)))

    if request.config.getoption("turn") == 0:
        benchmark.extra_info["first"], benchmark.extra_info["again"] = first_and_again(puzzle, language)
    budget = float(request.config.getoption("benchmark_max_time")) / 4
    seconds = median(sum(language.solve(puzzle.name, text)[2:]) for text in texts) / 1e9
    solved = [(text, language.solve(puzzle.name, text)) for text in texts * _rounds(budget, seconds)]
    assert all(one.answers == answers[text] for text, one in solved), "an answer changed from call to call"
    benchmark.extra_info |= {
        "puzzle": puzzle.name,
        "language": language.name,
        "phases": {phase: [getattr(one, f"{phase}_ns") for _, one in solved] for phase in PHASES},
    }


def _rounds(budget: float, seconds: float) -> int:
    """How often all inputs can be solved once more in that time: enough for a median, and not too often."""
    return min(200, max(2, int(budget / (seconds + 1e-6) / INPUTS)))


def first_and_again(puzzle: Puzzle, language: Language) -> tuple[float, float]:
    """Nanoseconds of first calls on inputs never seen, and of second calls on the same ones; medians.

    On inputs so large that it takes a millisecond, where there are such: a processor's own memory of a small
    one would tell the calls apart as well.
    """
    for size in (puzzle.size * factor for factor in (1, 4, 16, 64)):
        try:
            texts = [puzzle.generate(Random(seed), size) for seed in range(100, 105)]
        except ValueError:
            break  # there are no valid ones so large
        first, again = [], []
        for text in texts:
            for times in (first, again):
                start = perf_counter_ns()
                language.plugin.solve(puzzle.name, text)
                times.append(perf_counter_ns() - start)
        if median(first) > 1e6:
            break
    return median(first), median(again)
