"""Real inputs, wherever aocd keeps some on this machine: never in the repository."""

import pytest

from conftest import Bench
from threefold import catalogue, inputs
from threefold.contract import Solved
from threefold.languages import Language


def test_known_answers(puzzle: catalogue.Puzzle, language: Language, bench: Bench) -> None:
    kept = [one for one in inputs.cached() if one.puzzle == puzzle.name]
    if not kept:
        pytest.skip(f"aocd keeps no input of {puzzle.name} on this machine")
    for one in kept:
        result = bench.outcome(language, puzzle, one.read()).result
        assert isinstance(result, Solved), f"{one.whose}: {result}"
        for part, got, known in inputs.compared(result.answers, one.known):
            assert got == known, f"{one.whose}, part {part}"
