"""Every puzzle is whole, and present in every language."""

from random import Random

from threefold import catalogue, languages
from threefold.catalogue import Puzzle
from threefold.languages import Language

THREE = {"python", "rust", "haskell"}


def test_the_languages_list_what_puzzles_holds() -> None:
    """A language's list of modules and ``puzzles/`` name the same."""
    known = set(catalogue.puzzles())
    assert known
    found = {
        language.name: set(language.puzzles) for language in languages.installed() if language.name in THREE
    }
    assert found == dict.fromkeys(THREE, known)


def test_the_page_is_whole(puzzle: Puzzle) -> None:
    meta = puzzle.meta
    assert meta["title"] and meta["tags"] and puzzle.size > 0 and meta["parts"] in (1, 2)
    assert set(meta["ideas"]) == set(meta["growth"]) == THREE
    if puzzle.name.startswith("aoc"):
        year, day = int(puzzle.name[3:7]), int(puzzle.name[-2:])
        assert meta["link"] == f"https://adventofcode.com/{year}/day/{day}"
    body = puzzle.body
    for heading in ("## What is asked", "## Input", "## Notes", "### Python", "### Rust", "### Haskell"):
        assert f"\n{heading}\n" in f"\n{body}\n", heading


def test_the_generator_is_a_function_of_its_arguments(puzzle: Puzzle) -> None:
    for size in (1, 2, 10, puzzle.size):
        first, second = (puzzle.generate(Random(size), size) for _ in range(2))
        assert first == second
        assert first != puzzle.generate(Random(size + 1), size) or size < 10


def test_an_order_asked_for_by_a_language_is_its_own() -> None:
    found: list[Language] = languages.installed()
    assert len({language.about["order"] for language in found}) == len(found)
