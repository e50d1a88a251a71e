"""Every puzzle is whole, and each language's list names what its folder holds."""

from functools import cache
from random import Random

import pytest

from threefold.core import catalogue, languages
from threefold.core.catalogue import Puzzle
from threefold.core.languages import Language
from threefold.workshop import scaffold


@cache  # they are asked in processes of their own
def ours() -> list[Language]:
    """The languages whose files we know."""
    return [one for one in languages.installed() if one.name in scaffold.languages()]


def solvers(puzzle: Puzzle) -> set[str]:
    """Those that list a puzzle."""
    return {one.name for one in ours() if puzzle.name in one.puzzles}


def test_every_puzzle_that_a_language_lists_is_there() -> None:
    known = set(catalogue.puzzles())
    assert known
    for language in ours():
        assert set(language.puzzles) <= known, language.name


@pytest.mark.unwritten_too
def test_a_language_lists_what_it_has_a_file_for(puzzle: Puzzle) -> None:
    """A day may be missing in a language; a file that no list names, or that is not built, may not be."""
    root, place = scaffold.checkout(), scaffold.Place.of(puzzle.name)
    assert root
    files = {one for one in scaffold.languages() if (path := place.solution(one)) and (root / path).is_file()}
    assert files, "no language has it"
    listed = solvers(puzzle)
    assert listed == files, f"listed by {sorted(listed)}, with a file in {sorted(files)}: is all of it built?"


@pytest.mark.unwritten_too
def test_the_page_is_whole(puzzle: Puzzle) -> None:
    meta = puzzle.meta
    assert meta["title"] and meta["tags"] and puzzle.size > 0 and meta["parts"] in (1, 2)
    present = solvers(puzzle)
    assert set(meta["ideas"]) == set(meta["growth"]) == present
    if puzzle.name.startswith("aoc"):
        day = catalogue.dated(puzzle.name)
        assert day and meta["parts"] == day.parts
        assert meta["link"] == f"https://adventofcode.com/{day.year}/day/{day.day}"
    headings = ["## What is asked", "## Input", "## Notes", *(f"### {one.capitalize()}" for one in present)]
    for heading in headings:
        assert f"\n{heading}\n" in f"\n{puzzle.body}\n", heading


def test_one_case_is_the_example(puzzle: Puzzle) -> None:
    """It has answers to all parts, and perhaps a sentence of how."""
    [example] = [case for case in puzzle.cases if case.example]
    assert example.part1 and (example.part2 or puzzle.meta["parts"] == 1)
    assert "\n" not in example.walk


@pytest.mark.unwritten_too
def test_nothing_is_left_to_be_written(puzzle: Puzzle) -> None:
    if places := scaffold.left(puzzle.name):
        pytest.fail("to be written:\n" + "\n".join(places), pytrace=False)


def test_the_generator_is_a_function_of_its_arguments(puzzle: Puzzle) -> None:
    for size in (1, 2, 10, puzzle.size):
        first, second = (puzzle.generate(Random(size), size) for _ in range(2))
        assert first == second
        assert first != puzzle.generate(Random(size + 1), size) or size < 10


def test_an_order_asked_for_by_a_language_is_its_own() -> None:
    found: list[Language] = languages.installed()
    assert len({language.about["order"] for language in found}) == len(found)
