"""``aoc``, the runner of advent-of-code-data, runs our entry points on a cache that we make."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from threefold.core import catalogue
from threefold.core.contract import normalise
from threefold.core.languages import named

SOLVERS = {f"threefold-{name}": name for name in ("python", "rust", "haskell")}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder of aocd with one user, who has an input of day 1 and its answers."""
    puzzle = catalogue.find("2021/1")
    text = puzzle.generate(Random(1))
    answers = named("python").solve(puzzle.name, normalise(text.encode())).answers
    user = tmp_path / "us"
    user.mkdir()
    token = "a" * 96
    (tmp_path / "tokens.json").write_text(json.dumps({"us": token}))
    (tmp_path / "token2id.json").write_text(json.dumps({token: "us"}))
    (user / "2021_01_input.txt").write_text(text + "\n")
    for part, answer in zip("ab", answers, strict=True):
        assert answer
        (user / f"2021_01{part}_answer.txt").write_text(answer)
    (tmp_path / "prose").mkdir()
    (tmp_path / "prose" / "2021_01_prose.2.html").write_text(
        "<article><h2>--- Day 1: Sonar Sweep ---</h2></article>"
    )
    (tmp_path / "prose" / "2021_01_prose.0.html").write_text(
        "<article><h2>--- Day 1: Sonar Sweep ---</h2></article>"
    )
    return tmp_path


def aoc(cache: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = "from aocd.runner import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, "--years", "2021", "--days", "1", "--no-submit", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"AOCD_DIR": str(cache), "AOCD_CONFIG_DIR": str(cache), "AOC_SESSION": "a" * 96},
    )


@pytest.mark.parametrize("solver", SOLVERS)
def test_the_runner_runs_us(cache: Path, solver: str) -> None:
    done = aoc(cache, "--plugins", solver)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("✔") == 2, done.stdout


def test_the_runner_sees_a_wrong_answer(cache: Path) -> None:
    (cache / "us" / "2021_01a_answer.txt").write_text("0")
    done = aoc(cache, "--plugins", *SOLVERS)
    assert done.returncode == 3
    assert done.stdout.count("✖") == 3


def test_a_day_that_we_lack_is_skipped() -> None:
    from threefold.advent import runner as entry

    assert entry.rust(1999, 1, "1") == ("", "")
