"""The command line: what it prints where, and how it exits."""

import inspect
import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from threefold.cli import MODULES, commands, options
from threefold.core import catalogue
from threefold.core.languages import installed, named
from threefold.workshop import rebuilding


def threefold(*arguments: str, given: str | bytes = "", status: int = 0) -> subprocess.CompletedProcess[str]:
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run(
        [sys.executable, "-m", "threefold.cli", *arguments], input=data, capture_output=True, timeout=120
    )
    text = subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert text.returncode == status, text
    assert "Traceback" not in text.stderr
    return text


def test_list_names_every_puzzle_with_its_languages() -> None:
    lines = threefold("list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(catalogue.puzzles())
    for line, puzzle in zip(lines, catalogue.puzzles(), strict=True):
        assert all((one.name in line) == (puzzle in one.puzzles) for one in installed())
    assert len(threefold("list", "2021").stdout.splitlines()) < len(lines)


@pytest.mark.parametrize("name", ["teaching/hello", "hello"])
def test_solve_shows_the_languages_side_by_side(name: str) -> None:
    done = threefold("solve", name, "-", given="Ada\r\nGrace\r\n\r\n")
    assert done.stdout.count("Hello, Grace!") == 3
    assert "all 3 languages agree" in done.stdout
    assert not done.stderr


def test_a_library_older_than_its_sources_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(rebuilding, "stale", lambda name, _, folders: folders if name == "rust" else [])
    options.tell_stale([named("python"), named("rust")], ["aoc2021/day01", "aoc2021/day02"])
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("threefold: rust of aoc2021 is not built of the sources that are there")
    assert line.endswith("`nox -s dev -- aoc2021` does that")


@pytest.mark.parametrize("name", ["aoc2021/day01", "2021/1", "2021/01"])
def test_a_puzzle_has_short_names(name: str) -> None:
    assert (
        threefold("generate", name, "--seed=1").stdout
        == threefold("generate", "aoc2021/day01", "--seed=1").stdout
    )


def test_solve_as_json_is_an_object_a_language() -> None:
    done = threefold("solve", "hello", "-", "--json", "-l", "haskell", "-l", "python", given="Ada")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["language"] for one in found] == ["haskell", "python"]
    for one in found:
        assert list(one) == ["puzzle", "language", "part1", "part2", "parse_ns", "part1_ns", "part2_ns"]
        assert (one["puzzle"], one["part2"]) == ("teaching/hello", "Hello, Ada!")


def test_solve_without_a_file_generates_an_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AOCD_DIR", str(tmp_path))  # who runs this may have an input of their own
    monkeypatch.setenv("AOCD_CONFIG_DIR", str(tmp_path))
    monkeypatch.delenv("AOC_SESSION", raising=False)
    done = threefold("solve", "2021/6")
    assert "all 3 languages agree" in done.stdout
    assert "a generated input, seed" in done.stderr


def test_solve_reads_a_file_and_its_known_answers(tmp_path: Path) -> None:
    puzzle = catalogue.find("2021/1")
    text = puzzle.generate(Random(1))
    path = tmp_path / "2021_01_input.txt"
    path.write_text(text)
    first, second = named("python").solve(puzzle.name, text).answers
    (tmp_path / "2021_01a_answer.txt").write_text(f"{first}\n")
    threefold("solve", "2021/1", str(path))
    (tmp_path / "2021_01b_answer.txt").write_text(f"not {second}")
    done = threefold("solve", "2021/1", str(path), "-l", "rust", status=1)
    assert f"rust: part 2 is {second}, known to be not {second}" in done.stderr


def test_bad_input_is_one_line_with_its_number() -> None:
    done = threefold("solve", "hello", "-", given="Ada\n\nGrace", status=2)
    assert done.stdout == ""
    assert done.stderr == "threefold: line 2: expected a name, without control characters\n"
    done = threefold("solve", "hello", "-", "--json", given="Ada\n\nGrace", status=2)
    assert {json.loads(line)["line"] for line in done.stdout.splitlines()} == {2}


def test_an_input_that_is_no_text() -> None:
    done = threefold("solve", "hello", "-", given=b"Ada\n\xff", status=2)
    assert done.stderr == "threefold: line 2: not UTF-8\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("solve", "nonsense"),
        ("solve", "2021/99"),
        ("solve", "hello", "/nowhere/at/all"),
        ("solve", "hello", "/"),
        ("solve", "hello", "-l", "cobol"),
        ("solve", "hello", "--time-limit", "0"),
        ("generate", "hello", "--size", "0"),
        ("generate", "2021"),
        ("generate", "2021/15", "--size", "99999999", "--seed", "1"),
        ("list", "1999"),
        ("compare", "nonsense"),
        ("compare", "--results", __file__),
        ("compare", "hello", "--save", "/proc/nowhere/results.json"),
        ("frobnicate",),
    ],
)
def test_bad_usage_is_said_and_exits_with_2(arguments: tuple[str, ...]) -> None:
    done = threefold(*arguments, status=2)
    assert done.stdout == ""
    assert done.stderr.strip()


def test_generate_depends_on_its_arguments_alone() -> None:
    same = {threefold("generate", "hello", "--seed=5", "--size=4").stdout for _ in range(2)}
    assert len(same) == 1
    assert same.pop().count("\n") == 4


def test_help_names_every_command_and_each_has_an_example() -> None:
    text = threefold("--help").stdout
    assert all(command in text for command in ("list", "solve", "generate", "compare", "peers", "doctor"))
    for module, names in MODULES.items():
        found = commands(module)
        assert sorted(found) == names
        for name, command in found.items():
            assert "Example" in (command.help or "") and f"threefold {name}" in (command.help or ""), name


def test_no_module_of_commands_is_forgotten() -> None:
    home = Path(inspect.getfile(commands)).parent
    others = {"__init__", "__main__", "options", "streams"}
    assert set(MODULES) == {path.stem for path in home.glob("*.py")} - others


def test_doctor_names_every_toolchain() -> None:
    done = subprocess.run([sys.executable, "-m", "threefold.cli", "doctor"], capture_output=True, text=True)
    assert all(tool in done.stdout for tool in ("cargo", "ghc", "cabal", "python", "rust", "haskell"))


def test_compare_measures_saves_and_shows(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    done = threefold(
        "compare", "hello", "2021/1", "--budget=0.02", "--turns=2", "--phases", "--save", str(path)
    )
    assert "geometric mean" in done.stdout and "part2" in done.stdout and "GHC" in done.stdout
    again = threefold("compare", "--results", str(path), "--json")
    figures = json.loads(again.stdout)
    assert set(figures["puzzles"]) == {"teaching/hello", "aoc2021/day01"}
    assert all(cost["median_ns"] > 0 for row in figures["puzzles"].values() for cost in row.values())
    markdown = threefold("compare", "--results", str(path), "--markdown").stdout
    assert markdown.startswith("| puzzle | Python | ratio | Rust | ratio | Haskell | ratio |\n| --- | ---: |")
    path.write_bytes(path.read_bytes()[:1000])
    assert "is cut short" in threefold("compare", "--results", str(path), status=2).stderr


def test_an_interrupt_ends_it_in_words() -> None:
    import os
    import signal

    broken = Path(__file__).parent / "broken"
    process = subprocess.Popen(
        [sys.executable, "-m", "threefold.cli", "solve", "hello", "-l", "hangs"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(broken)},
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode not in (0, 2)
    assert "Traceback" not in said
