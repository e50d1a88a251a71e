"""The guide for who comes from elsewhere is done as it is written: files, commands, and what is shown."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kept import keep, threefold

GUIDE = (Path(__file__).parents[1] / "docs" / "elsewhere.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`([\w./]+)`:\n\n```\w+\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL))
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
COMMANDS = [shlex.split(line) for block in BLOCKS for line in block.splitlines()]


@pytest.fixture
def elsewhere(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's folder, with inputs of two days; it is the one we are in."""
    folder = tmp_path / "advent"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    for day in (1, 2):
        path = folder / f"input/2021/day{day:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(keep(cache / "made", f"2021/{day}"))
    monkeypatch.chdir(folder)
    return folder


def install(folder: Path) -> Path:
    """What ``pip install`` does, without a network and beside the environment that we are in."""
    target = folder.parent / "installed"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run(
        [*command, "--no-build-isolation", "--target", str(target), str(folder)], check=True, timeout=120
    )
    return target


def test_the_guide_as_it_is_written(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which("awk"):
        pytest.skip("there is no awk here")
    shown = {}
    for program, *arguments in COMMANDS:
        if program == "pip":
            monkeypatch.setenv("PYTHONPATH", str(install(elsewhere)))
        else:
            assert program == "threefold"
            shown[tuple(arguments)] = threefold(*arguments).stdout
    assert len(shown) == len(COMMANDS) - 1
    first, second = (line for line in shown["list", "2021"].splitlines()[:2])
    assert first.endswith("python rust haskell mine") and second.endswith("python rust haskell mine")
    assert "all 2 languages agree" in shown["solve", "2021/1", "-l", "mine", "-l", "rust"]
    [promised] = re.findall(r"^```text\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert shown["verify", "-l", "mine", "-l", "rust", "--inputs", "."] == promised


def test_a_solution_of_theirs_that_is_wrong_is_told(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = elsewhere / "mine" / "day01.py"
    path.write_text(path.read_text().replace("a < b", "a > b"))
    (elsewhere / "mine-1.dist-info").mkdir()
    (elsewhere / "mine-1.dist-info" / "entry_points.txt").write_text(
        "[threefold.languages]\nmine = mine.language\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(elsewhere))
    done = threefold("verify", "-l", "mine", "2021/1", status=1)  # the cache knows its answers
    assert "aoc2021/day01 (made): mine: part 1 is" in done.stdout
    done = threefold("verify", "2021/1", "--inputs=.", status=1)
    assert "the languages disagree (python, rust, haskell: " in done.stdout
