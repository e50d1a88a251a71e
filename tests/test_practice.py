"""Real inputs, wherever aocd keeps some on this machine: never in the repository."""

import pytest

from conftest import Bench
from threefold.advent import cache
from threefold.core import catalogue
from threefold.core.answers import compared
from threefold.core.contract import Solved
from threefold.core.languages import Language


def test_known_answers(puzzle: catalogue.Puzzle, language: Language, bench: Bench) -> None:
    kept = [one for one in cache.cached() if one.puzzle == puzzle.name]
    if not kept:
        pytest.skip(f"aocd keeps no input of {puzzle.name} on this machine")
    for one in kept:
        result = bench.outcome(language, puzzle, one.read()).result
        assert isinstance(result, Solved), f"{one.whose}: {result}"
        for answer in compared(result.answers, one.known):
            assert answer.is_right, f"{one.whose}: {answer}"
