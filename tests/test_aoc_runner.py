"""``aoc``, the runner of advent-of-code-data, runs our entry points on a cache that we make.

It submits what they return, unasked; a server of our own in the site's place takes down what it was sent.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from kept import ANN, BOB
from sites import LOCAL, RIGHT, Site, install, page, said, serving, solved
from threefold.advent import runner
from threefold.core import catalogue
from threefold.core.contract import UNWRITTEN, normalise
from threefold.core.languages import named

SOLVERS = {f"threefold-{name}": name for name in ("python", "rust", "haskell")}

LIE = """\
#.....###.####
#......#..#...
#......#..###.
#......#..#...
#......#..#...
####..###.####"""


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder of aocd with one user, who has an input of day 1 and its answers."""
    puzzle = catalogue.find("2021/1")
    text = puzzle.generate(Random(1))
    answers = named("python").solve(puzzle.name, normalise(text.encode())).answers
    user = tmp_path / "us"
    user.mkdir()
    (tmp_path / "tokens.json").write_text(json.dumps({"us": ANN}))
    (tmp_path / "token2id.json").write_text(json.dumps({ANN: "us"}))
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


def aoc(cache: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The runner, on a site that nobody can reach unless ``SITE`` is another."""
    days = [] if "--days" in arguments else ["--years", "2021", "--days", "1", "--no-submit"]
    done = subprocess.run(
        [sys.executable, "-c", LOCAL + "from aocd.runner import main; main()", *days, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ
        | {
            "AOCD_DIR": str(cache),
            "AOCD_CONFIG_DIR": str(cache),
            "AOC_SESSION": ANN,
            "SITE": "http://127.0.0.1:9",
        }
        | environment,
    )
    done.stdout = re.sub(r"\x1b\[\d+m", "", done.stdout)
    return done


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


def test_a_day_that_we_lack_is_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.rust(1999, 1, "1") == ("", "")
    assert capsys.readouterr() == ("", "")


def test_what_fails_is_empty_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.haskell(2021, 1, "1\n\udc80") == ("", "")
    assert runner.python(2021, 6, "1,2\nx") == ("", "")
    said = capsys.readouterr().err
    assert "threefold: haskell: " in said and "threefold: python: line 2: " in said


def test_known_letters_are_right_in_every_language(cache: Path) -> None:
    """A sheet with the word on it, and below it two folds of the margin."""
    dots = [f"{x},{y}" for y, row in enumerate(LIE.split("\n")) for x, dot in enumerate(row) if dot == "#"]
    folds = [f"fold along x={LIE.index(chr(10))}", "fold along y=6"]
    (cache / "us" / "2021_13_input.txt").write_text("\n".join([*dots, "", *folds]) + "\n")
    (cache / "us" / "2021_13a_answer.txt").write_text(str(len(dots)))
    (cache / "us" / "2021_13b_answer.txt").write_text("LIE")
    (cache / "prose" / "2021_13_prose.2.html").write_text("<h2>--- Day 13: Invented ---</h2>")
    done = aoc(cache, "--years", "2021", "--days", "13", "--plugins", *SOLVERS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("part b: LIE") == done.stdout.count("✔") / 2 == 3


# With the runner's own way: all plug-ins, and whatever they say is submitted.


@dataclass
class Evening:
    """A day on a site, and users whose inputs say what the languages answer."""

    folder: Path
    site: Site
    users: dict[str, str] = field(default_factory=lambda: {"ann": ANN})

    def run(self, day: str = "2020/7", **inputs: str) -> subprocess.CompletedProcess[str]:
        """What comes of each user's input; the users are named."""
        year, number = day.split("/")
        given = {f"session={self.users[user]}": text for user, text in inputs.items()}
        address = f"/{year}/day/{number}"
        self.site.pages |= {
            address: page(day),
            f"{address}/input": lambda: given[self.site.requests[-1][2]],
            f"{address}/answer": RIGHT,
        }
        tokens = {user: self.users[user] for user in inputs}
        (self.folder / "tokens.json").write_text(json.dumps(tokens))
        (self.folder / "token2id.json").write_text(
            json.dumps({token: user for user, token in tokens.items()})
        )
        days = ["--years", year, "--days", number]
        return aoc(self.folder, *days, SITE=self.site.address, PYTHONPATH=str(self.folder / "languages"))


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    """Our plug-ins for Python and Rust meet languages there that say what they are told to."""
    install(tmp_path / "languages", alpha="python", beta="rust")
    with serving(Site()) as site:
        yield Evening(tmp_path, site)


def sent(part: int, answer: str) -> dict[str, str]:
    return {"level": str(part), "answer": answer}


def test_letters_are_sent_and_no_drawing(evening: Evening) -> None:
    done = evening.run(ann=said(solved("41", LIE)))
    assert evening.site.posted == [sent(1, "41"), sent(2, "LIE")], done.stdout + done.stderr
    assert done.stdout.count("✔ part b: LIE") == 2, "the second language has been told by then"


WITHHELD = {
    "unwritten": (solved(UNWRITTEN, UNWRITTEN), "to be written"),
    "unknown letters": (solved("#.#\n" * 6), "letter 1 of 1 is unknown"),
    "other rows": (solved("#.#\n" * 5), "drawn in 5 rows"),
    "two lines": (solved("4\n2"), "has several lines"),
    "long": (solved("1234567890" * 6 + "1"), "longer than the 60 characters"),
    "empty": (solved(""), "it is empty"),
    "invalid": (("invalid", 3, "no number"), "line 3: no number"),
    "no answer": (("no answer", 1, "nobody is home"), "nobody is home"),
    "failed": (("failed", "it broke"), "it broke"),
    "out of contract": (("solved", 42, None, 1, 1, 1), "the contract knows no such outcome"),
}


@pytest.mark.parametrize("kind", WITHHELD)
def test_what_is_no_answer_is_not_sent(evening: Evening, kind: str) -> None:
    outcome, why = WITHHELD[kind]
    done = evening.run(ann=said(outcome))
    assert evening.site.asked("GET") and not evening.site.posted
    assert why in done.stderr
    assert "Traceback" not in done.stderr
    assert "✔" not in done.stdout


def test_a_part_that_is_unwritten_holds_up_no_other(evening: Evening) -> None:
    done = evening.run(ann=said(solved("41", UNWRITTEN), solved(UNWRITTEN, UNWRITTEN)))
    assert evening.site.posted == [sent(1, "41")]
    assert "✔ part a: 41" in done.stdout


@pytest.mark.parametrize("day", ["2020/25", "2025/12"])
def test_a_last_day_has_one_part(evening: Evening, day: str) -> None:
    done = evening.run(day, ann=said(solved("41")))
    assert evening.site.posted == [sent(1, "41")]
    assert "✔ part a: 41" in done.stdout and "part b" not in done.stdout


def test_each_user_has_answers_of_their_own(evening: Evening) -> None:
    evening.users["bob"] = BOB
    (evening.folder / "bob").mkdir()
    (evening.folder / "bob" / "2020_07a_answer.txt").write_text("LIE")
    done = evening.run(ann=said(solved("41")), bob=said(solved(LIE, UNWRITTEN)))
    assert evening.site.posted == [sent(1, "41")], "bob's is known, and right"
    lines = [line for line in done.stdout.splitlines() if "threefold-python/" in line]
    assert ["✔ part a: 41" in line for line in lines] == [True, False]
    assert ["✔ part a: LIE" in line for line in lines] == [False, True]
