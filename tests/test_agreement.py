"""The languages agree: on generated inputs of all sizes, and on which spoiled ones are bad, and where."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Bench
from mutations import spoiled
from threefold.core.catalogue import Puzzle

SHARED = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)


def test_small_inputs(puzzle: Puzzle, bench: Bench) -> None:
    """Hypothesis chooses whatever the generator does by chance, and so finds a small counterexample."""

    @settings(SHARED, max_examples=60)
    @given(st.randoms(use_true_random=False), st.integers(1, 12))
    def check(rng: Random, size: int) -> None:
        verdict = bench.agreed(puzzle, puzzle.generate(rng, size).encode())
        assert "invalid input" not in verdict and "no answer" not in verdict, (
            "a generator makes inputs with an answer"
        )

    check()


def test_large_inputs(puzzle: Puzzle, bench: Bench) -> None:
    """Up to several times the official size, from a seed."""

    @settings(SHARED, max_examples=25)
    @given(st.integers(0, 2**32 - 1), st.integers(1, 4 * puzzle.size))
    def check(seed: int, size: int) -> None:
        verdict = bench.agreed(puzzle, puzzle.generate(Random(seed), size).encode())
        assert "invalid input" not in verdict and "no answer" not in verdict, (
            "a generator makes inputs with an answer"
        )

    check()


def test_bad_input(puzzle: Puzzle, bench: Bench) -> None:
    """A spoiled input has the same answers in every language, or is refused by all on the same line."""

    @settings(SHARED, max_examples=400)
    @given(st.data(), st.integers(0, 2**32 - 1), st.integers(1, 12))
    def check(data: st.DataObject, seed: int, size: int) -> None:
        bench.agreed(puzzle, data.draw(spoiled(puzzle.generate(Random(seed), size))))

    check()
