"""What is written takes the place of nothing but its like, and only when it is whole."""

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from test_plots import PUZZLES, compared
from threefold.build.building import Environment
from threefold.build.toolchains import SetupFailed
from threefold.core.saving import Unusable, replace_whole

TOP = Path(__file__).resolve().parents[1]


def refused(*arguments: str) -> str:
    command = [sys.executable, "-m", "threefold.cli", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2, done
    assert done.stderr.count("\n") == 1
    return done.stderr


@pytest.mark.parametrize("command", ["compare", "scale", "peers"])
@pytest.mark.parametrize("there", ["# My notes", '{"kind": "threefold else"}'])
def test_results_take_the_place_of_results_alone(tmp_path: Path, command: str, there: str) -> None:
    (path := tmp_path / "notes.md").write_text(there)
    said = refused(command, "decimal-convolution", "--budget=0.01", f"--save={path}")
    assert said == f"threefold: {path} is no file of `threefold {command}`, and is not overwritten\n"
    assert path.read_text() == there


def test_a_picture_takes_the_place_of_a_picture_of_ours_alone(tmp_path: Path) -> None:
    (results := tmp_path / "results.json").write_text(json.dumps(compared(PUZZLES)))
    draw = ["plot", f"--results={results}", f"--into={tmp_path}", "--format=svg"]
    for _ in range(2):
        subprocess.run([sys.executable, "-m", "threefold.cli", *draw], check=True, capture_output=True)
    (mine := tmp_path / "ratios.svg").write_text("<svg/>")
    assert f"{mine} is no picture of threefold's, and is not overwritten" in refused(*draw)
    assert mine.read_text() == "<svg/>"


def test_a_file_keeps_its_permissions_and_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (file := tmp_path / "real" / "page.md").write_text("old")
    file.chmod(0o640)
    (link := tmp_path / "page.md").symlink_to(file)
    (tmp_path / "real" / "page.md.new").write_text("somebody's")
    replace_whole(link, "new")
    assert link.is_symlink() and file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in (tmp_path / "real").iterdir()) == ["page.md", "page.md.new"]
    replace_whole(tmp_path / "fresh", "text")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "fresh").stat().st_mode) == 0o666 & ~mask


def test_what_can_not_be_written_whole_is_not_written(tmp_path: Path) -> None:
    (path := tmp_path / "page.md").write_text("old")
    with pytest.raises(UnicodeEncodeError):
        replace_whole(path, "\udc80")
    (tmp_path / "folder").mkdir()
    with pytest.raises(Unusable, match="folder: "):
        replace_whole(tmp_path / "folder", "text")
    assert path.read_text() == "old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "page.md"]


FOREIGN: dict[str, Callable[[Path], object]] = {
    "a link": lambda venv: venv.symlink_to(venv.parent),
    "a folder of somebody's": lambda venv: (venv.mkdir(), (venv / "keep.txt").touch()),
    "that and a part": lambda venv: ((venv / "bin").mkdir(parents=True), (venv / "keep.txt").touch()),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_no_environment_is_not_cleared(tmp_path: Path, kind: str) -> None:
    (root := tmp_path / "checkout").mkdir()
    (root / "keep.txt").touch()
    FOREIGN[kind](root / ".venv")
    before = sorted(root.rglob("*"))
    with pytest.raises(SetupFailed, match="not cleared"):
        Environment(root).provide([])
    assert sorted(root.rglob("*")) == before


def test_the_reference_is_of_all_languages() -> None:
    before = (TOP / "reference" / "comparison.json").stat().st_mtime_ns
    if not (shutil.which("nox") or (TOP / ".nox" / "noxw" / "bin" / "nox").exists()):
        pytest.skip("nox is not installed here")
    command = [str(TOP / "noxw"), "-s", "reference", "--", "hello", "rust"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode and "the reference is of all languages" in done.stderr
    assert (TOP / "reference" / "comparison.json").stat().st_mtime_ns == before
