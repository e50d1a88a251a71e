"""Each puzzle's own cases, and the answers that its naive oracle finds."""

import importlib.util
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from conftest import Bench
from search import LIMITS, Search
from threefold.core.catalogue import Puzzle
from threefold.core.languages import Language
from threefold.workshop.judging import State, judge

SIZES = (*range(1, 13), 20, 30)  # of an oracle that names none which it answers at once


@pytest.mark.unwritten_too
def test_cases(puzzle: Puzzle, language: Language, bench: Bench, subtests: pytest.Subtests) -> None:
    assert puzzle.cases, "a puzzle needs cases"
    for case in puzzle.cases:
        with subtests.test(case.name):
            state, words = judge(case, bench.outcome(language, puzzle, case.input.encode()).result)
            if state is not State.RIGHT:
                pytest.fail(words, pytrace=False)


def test_oracle(puzzle: Puzzle, bench: Bench, search: Search) -> None:
    """At small sizes the obvious and slow way finds the same."""
    naive = oracle(puzzle)

    def differs(text: str, verdict: object) -> str:
        answers = tuple(naive.solve(text))
        return "" if verdict == answers else f"{verdict}, and the oracle finds {answers}"

    def check(rng: Random, size: int) -> None:
        search.tries(lambda: puzzle.generate(rng, size).encode(), differs)

    search.each(LIMITS["oracle"], getattr(naive, "SIZES", SIZES), check)


def oracle(puzzle: Puzzle) -> ModuleType:
    """The program that solves a puzzle the obvious way."""
    path = Path(__file__).parent / "oracles" / (puzzle.name.replace("-", "_") + ".py")
    spec = importlib.util.spec_from_file_location("oracle", path)
    assert spec and spec.loader, f"{puzzle.name} has no oracle"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
