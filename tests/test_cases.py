"""Each puzzle's own cases, and the answers that its naive oracle finds."""

import importlib.util
from pathlib import Path
from random import Random

import pytest

from conftest import Bench
from threefold.catalogue import Case, Puzzle
from threefold.contract import InvalidInput, NoAnswer, Solved, normalise
from threefold.languages import Language


def test_cases(puzzle: Puzzle, language: Language, bench: Bench, subtests: pytest.Subtests) -> None:
    assert puzzle.cases, "a puzzle needs cases"
    for case in puzzle.cases:
        with subtests.test(case.name):
            check(case, bench.outcome(language, puzzle, case.input.encode()).result)


def check(case: Case, result: object) -> None:
    match result:
        case Solved(part1=part1, part2=part2):
            assert case.part1 is not None or case.part2 is not None, (
                f"answers {part1!r} and {part2!r} of a bad input"
            )
            assert case.part1 in (None, part1)
            assert case.part2 in (None, part2)
        case InvalidInput(line=line):
            assert case.invalid_line == line, result
        case NoAnswer(part=part):
            assert case.no_answer_part == part, result
        case _:
            pytest.fail(str(result))


def test_oracle(puzzle: Puzzle, language: Language, bench: Bench) -> None:
    """At small sizes the obvious and slow way finds the same."""
    path = Path(__file__).parent / "oracles" / (puzzle.name.replace("-", "_") + ".py")
    spec = importlib.util.spec_from_file_location("oracle", path)
    assert spec and spec.loader, f"{puzzle.name} has no oracle"
    oracle = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(oracle)
    for size in [*range(1, 13), 20, 30]:
        text = normalise(puzzle.generate(Random(size), size).encode())
        result = bench.outcome(language, puzzle, text.encode()).result
        assert isinstance(result, Solved), f"{result} on {text!r}"
        assert result.answers == tuple(oracle.solve(text)), text
