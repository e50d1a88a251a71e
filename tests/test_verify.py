"""All inputs that people have, in every language, held against the known answers."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from checkouts import FREE
from kept import keep, solved, threefold

THREE = ("Python", "Rust", "Haskell")
BROKEN = str(Path(__file__).parent / "broken")


def counts(shown: str) -> dict[str, list[int]]:
    """The table: right, wrong, failed, unknown and not here, by language."""
    rows = [re.findall(r"[^│\s][^│]*", line) for line in shown.splitlines() if line.startswith("│")]
    return {row[0].strip(): [int(cell) for cell in row[1:]] for row in rows}


@pytest.fixture
def two_users(cache: Path) -> Path:
    keep(cache / "ann", "2021/6", seed=1)
    keep(cache / "ann", "2021/7", seed=1, answers=False)
    keep(cache / "bob", "2021/6", seed=2)
    keep(cache / "bob", "2021/8", seed=2)
    (cache / "bob" / "2021_08b_answer.txt").unlink()
    (cache / "bob" / "1999_01_input.txt").write_text("1\n")
    return cache


def test_every_language_on_every_input_of_every_user(two_users: Path) -> None:
    done = threefold("verify")
    assert counts(done.stdout) == {name: [3, 0, 0, 1, 1] for name in THREE}
    assert done.stdout.startswith("5 inputs")
    assert done.stdout.rstrip().endswith("┘"), "nothing to complain of"
    assert not done.stderr


def test_a_selection_of_puzzles_languages_and_users(two_users: Path) -> None:
    assert counts(threefold("verify", "2021/6", "-l", "rust").stdout) == {"Rust": [2, 0, 0, 0, 0]}
    assert counts(threefold("verify", "-l", "rust", "--user", "ann").stdout) == {"Rust": [1, 0, 0, 1, 0]}
    assert "knows no user 'eve', but ann, bob" in threefold("verify", "--user=eve", status=2).stderr
    assert "nothing to verify" in threefold("verify", "2021/1", status=2).stderr
    assert "no puzzle is called" in threefold("verify", "2014", status=2).stderr


def test_a_wrong_answer_is_a_line(two_users: Path) -> None:
    (two_users / "bob" / "2021_06b_answer.txt").write_text("7")
    done = threefold("verify", "-l", "rust", "-l", "python", status=1)
    assert counts(done.stdout)["Rust"] == [2, 1, 0, 1, 1]
    right = solved("2021/6", (two_users / "bob" / "2021_06_input.txt").read_text())[1]
    said = done.stdout.splitlines()[-2:]
    assert said == [
        f"aoc2021/day06 (bob): {name}: part 2 is {right}, known to be 7" for name in ("rust", "python")
    ]


def test_one_that_breaks_is_told_and_the_next_input_is_tried(
    two_users: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", BROKEN)
    done = threefold("verify", "-l", "dawdles", "--time-limit=1", status=1)
    assert list(counts(done.stdout).values()) == [[0, 2, 1, 0, 2]]
    assert "aoc2021/day07 (ann): dawdles: timed out after 1 s" in done.stdout
    done = threefold("verify", "-l", "absent", status=2)
    assert done.stderr == "threefold: absent does not load: ImportError: its library is missing\n"


def test_disagreement_is_told_where_nothing_is_known(
    two_users: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", BROKEN)
    done = threefold("verify", "2021/7", "-l", "rust", "-l", "python", "-l", "lies", status=1)
    assert set(map(tuple, counts(done.stdout).values())) == {(0, 0, 0, 1, 0)}
    first, second = solved("2021/7", (two_users / "ann" / "2021_07_input.txt").read_text())
    said = f"the languages disagree (rust, python: {first} and {second}; lies: 0 and 0)"
    assert done.stdout.splitlines()[-1] == f"aoc2021/day07 (ann): {said}"


def test_a_folder_that_cant_be_read_is_told_and_the_other_users_are_verified(two_users: Path) -> None:
    """By a process that has no more rights than others, as root has."""
    (two_users / "eve").mkdir(mode=0)
    less = [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if less and not shutil.which("setpriv"):
        pytest.skip("root reads everything, and there is no setpriv")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*less, sys.executable, "-P", "-m", "threefold.cli", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)

    done = run("verify", "-l", "rust")
    assert done.returncode == 1 and not done.stderr
    assert counts(done.stdout) == {"Rust": [3, 0, 0, 1, 1]}
    assert done.stdout.splitlines()[-1] == f"{two_users / 'eve'}: Permission denied"
    assert run("verify", "-l", "rust", "--user=ann").returncode == 0
    done = run("verify", "--user=eve")
    assert (done.returncode, done.stderr) == (2, f"threefold: {two_users / 'eve'}: Permission denied\n")


def test_an_input_that_all_refuse_is_one_line(cache: Path) -> None:
    (cache / "ann").mkdir()
    (cache / "ann" / "2021_06_input.txt").write_text("1,2\n<html>\n")
    done = threefold("verify", status=1)
    assert set(map(tuple, counts(done.stdout).values())) == {(0, 0, 1, 0, 0)}
    assert len([line for line in done.stdout.splitlines() if "(ann): line 2" in line]) == 1


def test_plain_files_as_others_keep_them(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    for day in (1, 6):
        text = keep(tmp_path / "made", f"2021/{day}")
        (folder / f"input/year2021/day{day:02}.txt").parent.mkdir(parents=True, exist_ok=True)
        (folder / f"input/year2021/day{day:02}.txt").write_bytes(text.replace("\n", "\r\n").encode())
    done = threefold("verify", "--inputs", str(folder))
    assert counts(done.stdout) == {name: [0, 0, 0, 2, 0] for name in THREE}
    narrower = "--pattern=input/year{year}/day{day:02}.txt"
    assert threefold("verify", f"--inputs={folder}", narrower).stdout == done.stdout
    threefold("verify", f"--inputs={folder}", "--pattern={year}/{day}.txt", status=2)
    assert "a pattern is like" in threefold("verify", f"--inputs={folder}", "--pattern=x", status=2).stderr


def test_every_file_is_explained_and_what_is_stray_is_not_reported(cache: Path, tmp_path: Path) -> None:
    text = keep(tmp_path / "made", "2021/6")
    files = {
        "2021/2/input.txt": (b"\n", "not an input: it is empty"),
        "2021/day06/copy/input.txt": (text, "not an input: it is the same as 2021/day06/input.txt"),
        "2021/day06/day06.txt": ("my notes", "not an input: line 1: "),
        "2021/day06/input.txt": (text, "an input of aoc2021/day06"),
        "2021/day07.txt": ("my notes", "refused as an input of aoc2021/day07: line 1: "),
        "2021/day08/input.txt": ("a b", "refused as an input of aoc2021/day08: line 1: "),
        "2021/day09.txt": (
            "\0GITCRYPT\0",
            "refused as an input of aoc2021/day09: .* is encrypted by git-crypt",
        ),
        "2021/day10/input3.txt": ("<html>", "not an input: .* is a web page"),
        "2021/notes/day11.txt": ("why?", "not an input: line 1: "),
        "2021/notes2.txt": ("why?", "not an input: its name has none of the usual forms"),
        f"1999-{FREE}/day12.txt": ("(((", f"an input of aoc{FREE}/day12, which is not solved here"),
        f"aoc{FREE}/notes/day11.txt": ("1", "not an input: no language here can tell"),
    }
    folder = tmp_path / "theirs"
    for name, (content, _) in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    done = threefold("verify", f"--inputs={folder}", "--explain", status=1)
    lines = done.stdout.splitlines()
    explained = dict(line.split(": ", 1) for line in lines[: len(files)])
    assert explained.keys() == files.keys()
    for name, (_, words) in files.items():
        assert re.match(words, explained[name]), (name, explained[name])
    assert counts(done.stdout) == {name: [0, 0, 2, 1, 1] for name in THREE}
    assert lines[-3].startswith(f"{folder}/2021/day09.txt is encrypted")
    assert [line.split(" (")[0] for line in lines[-2:]] == ["aoc2021/day07", "aoc2021/day08"]
    done = threefold("verify", "2021/6", f"--inputs={folder}")
    assert done.stderr == "threefold: 2 files are passed over: --explain says why\n"
    assert "--explain goes with --inputs" in threefold("verify", "--explain", status=2).stderr


def test_an_empty_file_is_no_failure(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "2021").mkdir()
    (tmp_path / "2021/day06.txt").touch()
    done = threefold("verify", f"--inputs={tmp_path}")
    assert done.stdout.startswith("0 inputs") and "1 file is passed over" in done.stderr


def test_as_json(two_users: Path) -> None:
    done = threefold("verify", "2021/6", "-l", "rust", "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["input"], one["language"], one["verdict"]) for one in found] == [
        ("ann", "rust", "right"),
        ("bob", "rust", "right"),
    ]
    assert found[0]["part1"] == solved("2021/6", (two_users / "ann" / "2021_06_input.txt").read_text())[0]


def test_an_interrupt_shows_what_was_verified_by_then(two_users: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "threefold.cli", "verify", "--user=ann", "-l", "rust", "-l", "dawdles"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": BROKEN},
    )
    assert process.stderr
    assert process.stderr.readline() == "dawdling\n"
    process.send_signal(signal.SIGINT)
    shown, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert not said
    assert shown.startswith("2 inputs, broken off after 1 of 2")
    assert counts(shown)["Rust"] == [1, 0, 0, 0, 0]
