"""The languages agree: on generated inputs of all sizes, and on which spoiled ones are bad, and where."""

from random import Random

from hypothesis import strategies as st

from search import LIMITS, Search
from threefold.core.catalogue import Puzzle
from threefold.sweep.mutations import spoiled

SMALL = 12
LARGER = 4  # times the official size
VARIANTS = 8


def unanswered(text: str, verdict: object) -> str:
    """What is wrong with a verdict on what a generator made."""
    has_none = isinstance(verdict, tuple) and verdict[0] in ("invalid input", "no answer")
    return f"a generator makes inputs with an answer: {verdict}" if has_none else ""


def test_small_inputs(puzzle: Puzzle, search: Search) -> None:
    """Hypothesis chooses whatever the generator does by chance, and so finds a small counterexample."""

    def check(rng: Random, size: int) -> None:
        search.tries(lambda: puzzle.generate(rng, size).encode(), unanswered)

    search.examples(LIMITS["small"], 60, check, st.randoms(use_true_random=False), st.integers(1, SMALL))


def test_large_inputs(puzzle: Puzzle, search: Search) -> None:
    """Twice as large each time, past the official size, which every language reaches; then of any size."""

    def check(rng: Random, size: int) -> None:
        try:
            text = puzzle.generate(rng, size)
        except ValueError:  # there are none as large
            if size <= puzzle.size:
                raise
        else:
            search.tries(text.encode, unanswered)

    top = LARGER * puzzle.size
    up = [SMALL << step for step in range(64) if SMALL << step < puzzle.size]
    sizes = [*up, puzzle.size, 2 * puzzle.size, top]
    sizes += [Random(number).randint(1, top) for number in range(25 - len(sizes))]
    search.each(LIMITS["large"]._replace(floor=len(up) + 1), sizes, check)


def test_bad_input(puzzle: Puzzle, search: Search) -> None:
    """A spoiled input has the same answers in every language, or is refused by all on the same line."""

    def check(seed: int, size: int) -> None:
        rng = Random(seed)
        text = puzzle.generate(rng, size)
        for _ in range(VARIANTS):
            search.tries(lambda: spoiled(rng, text))

    search.examples(LIMITS["bad"], 400 // VARIANTS, check, st.integers(0, 2**32 - 1), st.integers(1, SMALL))
