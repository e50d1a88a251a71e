"""Caches as aocd keeps them, made for a test, and the command line run on them."""

import subprocess
import sys
from pathlib import Path
from random import Random

from threefold.core import catalogue
from threefold.core.contract import normalise
from threefold.core.languages import named

ANN, BOB = "a" * 96, "b" * 96  # tokens


def keep(folder: Path, name: str, seed: int = 1, answers: bool = True) -> str:
    """An input of that puzzle, with its answers unless told otherwise, as aocd keeps them."""
    puzzle = catalogue.find(name)
    text = puzzle.generate(Random(seed))
    folder.mkdir(exist_ok=True)
    stem = "{}_{:02}".format(*catalogue.dated(puzzle.name) or ())
    (folder / f"{stem}_input.txt").write_text(text + "\n")
    for part, answer in zip("ab", solved(name, text), strict=True):
        if answers and answer:
            (folder / f"{stem}{part}_answer.txt").write_text(answer)
    return text


def solved(name: str, text: str) -> tuple[str, str | None]:
    return named("python").solve(catalogue.find(name).name, normalise(text.encode())).answers


def threefold(*arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "threefold.cli", *arguments], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == status, done
    assert "Traceback" not in done.stderr
    assert not any(token[:4] in done.stdout + done.stderr for token in (ANN, BOB))
    return done
