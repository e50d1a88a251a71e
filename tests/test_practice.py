"""Real inputs, wherever aocd keeps some on this machine: never in the repository."""

import os
import re
from pathlib import Path

import pytest
from advent_of_code_ocr import convert_6

from conftest import Bench
from threefold import catalogue
from threefold.contract import Solved
from threefold.languages import Language

CACHE = Path(os.environ.get("AOCD_DIR", Path.home() / ".config" / "aocd")).expanduser()


def kept() -> list[tuple[Path, str]]:
    """Each cached input of each user, with the name of its puzzle."""
    found = []
    for path in sorted(CACHE.glob("*/*_input.txt")):
        if date := re.fullmatch(r"(\d{4})_(\d{2})_input\.txt", path.name):
            found.append((path, f"aoc{date[1]}/day{date[2]}"))
    return found


def test_known_answers(puzzle: catalogue.Puzzle, language: Language, bench: Bench) -> None:
    inputs = [path for path, name in kept() if name == puzzle.name]
    if not inputs:
        pytest.skip(f"aocd keeps no input of {puzzle.name} on this machine")
    for path in inputs:
        result = bench.outcome(language, puzzle, path.read_bytes()).result
        assert isinstance(result, Solved), f"{path.parent.name}: {result}"
        for part, got in zip("ab", result.answers, strict=True):
            known = path.with_name(path.name.replace("_input", f"{part}_answer"))
            if known.is_file():
                assert read(got) == known.read_text().strip(), f"{path.parent.name}, part {part}"


def read(answer: str | None) -> str | None:
    """An answer as the site takes it: one drawn in letters, six rows of ``#`` and ``.``, is read."""
    return convert_6(answer) if answer and answer.count("\n") == 5 else answer


def test_drawn_letters_are_read() -> None:
    drawn = "\n".join(["####..##.", "#....#..#", "###..#...", "#....#...", "#....#..#", "####..##."])
    assert read(drawn) == "EC"
