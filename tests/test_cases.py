"""Each puzzle's own cases, and the answers that its naive oracle finds."""

import importlib.util
from functools import cache
from pathlib import Path
from random import Random

import pytest

from conftest import Bench
from threefold.core.catalogue import Puzzle
from threefold.core.contract import Solved, normalise
from threefold.core.languages import Language
from threefold.workshop.judging import State, judge


@pytest.mark.unwritten_too
def test_cases(puzzle: Puzzle, language: Language, bench: Bench, subtests: pytest.Subtests) -> None:
    assert puzzle.cases, "a puzzle needs cases"
    for case in puzzle.cases:
        with subtests.test(case.name):
            state, words = judge(case, bench.outcome(language, puzzle, case.input.encode()).result)
            if state is not State.RIGHT:
                pytest.fail(words, pytrace=False)


def test_oracle(puzzle: Puzzle, language: Language, bench: Bench) -> None:
    """At small sizes the obvious and slow way finds the same."""
    for text, answers in oracle(puzzle):
        result = bench.outcome(language, puzzle, text.encode()).result
        assert isinstance(result, Solved), f"{result} on {text!r}"
        assert result.answers == answers, text


@cache
def oracle(puzzle: Puzzle) -> list[tuple[str, tuple[str, ...]]]:
    """Small inputs and their answers, worked out once for all languages."""
    path = Path(__file__).parent / "oracles" / (puzzle.name.replace("-", "_") + ".py")
    spec = importlib.util.spec_from_file_location("oracle", path)
    assert spec and spec.loader, f"{puzzle.name} has no oracle"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    texts = [normalise(puzzle.generate(Random(size), size).encode()) for size in [*range(1, 13), 20, 30]]
    return [(text, tuple(module.solve(text))) for text in texts]
