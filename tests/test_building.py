"""What is made anew: an environment of another checkout, a library that is older than its sources."""

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from checkouts import ROOT
from threefold.build.building import Environment


def test_an_environment_is_the_checkouts_that_it_was_made_for(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    python = Environment(first).python
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\n")
    python.chmod(0o755)
    assert not Environment(first).works(), "nothing says whose it is"
    Environment(first).owner.write_text(str(first))
    assert Environment(first).works()
    shutil.copytree(first, second)
    assert not Environment(second).works(), "a copy's Python runs what it was copied from"
    shutil.rmtree(second)
    first.rename(second)
    assert not Environment(second).works(), "a moved one's programs are not where they say"


@pytest.fixture(params=["rust/cargo_build.py", "haskell/cabal_build.py"])
def builder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A builder in a copy of its sources, which compiles nothing; what is `broken` fails."""
    language, name = request.param.split("/")
    here = tmp_path / language
    built = shutil.ignore_patterns("target", "dist-*", "lib", "lib-checked", "__pycache__")
    shutil.copytree(ROOT / language, here, ignore=built)
    spec = importlib.util.spec_from_file_location(name.removesuffix(".py"), here / name)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.broken, module.asked = set(), []

    def compiled(names: list[str], *_: str) -> object:
        module.asked.append(names)
        if language == "haskell":
            return [one for one in names if one in module.broken]
        return {one: made(one) for one in names if one not in module.broken}

    def made(name: str, *_: str) -> Path:
        path = tmp_path / f"{name}.made"
        path.write_text("compiled")
        return path

    monkeypatch.setattr(module, "compiled", compiled)
    monkeypatch.setattr(module, "compiler", lambda: ("rustc 1", "here"), raising=False)
    monkeypatch.setattr(module, "output", lambda *_: "9.0.2\n", raising=False)
    monkeypatch.setattr(module, "made", made, raising=False)
    return module


def library(builder: ModuleType, folder: str) -> Path:
    return builder.LIB / f"lib{folder}{builder.SUFFIX}"


def touch(builder: ModuleType, *folders: str) -> None:
    """Changes a source of each folder."""
    for folder in folders:
        source = next(
            path for path in sorted((builder.HERE / folder).rglob("*")) if path.suffix in (".rs", ".hs")
        )
        source.write_text(source.read_text() + "\n")


def test_only_what_is_asked_for_and_has_changed_is_compiled(builder: ModuleType) -> None:
    assert builder.build(["teaching"]) == []
    assert library(builder, "teaching").exists() and not library(builder, "aoc2021").exists()
    assert not any("aoc2021" in names for names in builder.asked)
    listed = json.loads(builder.BUILT.read_text())["folders"]
    assert {"aoc2021/day06", "teaching/hello"} <= {
        one for folder in listed.values() for one in folder["puzzles"]
    }
    builder.build(["aoc2021"])
    builder.asked.clear()
    builder.build()
    assert not {"aoc2021", "teaching"} & {name for names in builder.asked for name in names}
    builder.asked.clear()
    touch(builder, "teaching")
    builder.build(["aoc2021", "teaching"])
    assert builder.asked == [["teaching"]]


def test_a_library_older_than_its_sources_is_removed(builder: ModuleType) -> None:
    builder.build(["teaching", "aoc2021"])
    touch(builder, "teaching")
    builder.build(["aoc2021"])
    assert library(builder, "aoc2021").exists() and not library(builder, "teaching").exists()
    builder.build(["teaching"])
    touch(builder, "contract")
    builder.build(["teaching"])
    assert library(builder, "teaching").exists() and not library(builder, "aoc2021").exists()


def test_what_is_not_built_of_its_sources_is_named(builder: ModuleType) -> None:
    assert builder.stale(["teaching"]) == ["teaching"], "nothing is built"
    builder.build(["teaching", "aoc2021"])
    assert builder.stale(["teaching", "aoc2021"]) == [] and "aoc2015" in builder.stale()
    touch(builder, "teaching")
    assert builder.stale(["teaching", "aoc2021"]) == ["teaching"]
    library(builder, "aoc2021").unlink()
    assert builder.stale(["aoc2021"]) == ["aoc2021"]


def test_what_does_not_compile_hurts_only_itself(builder: ModuleType) -> None:
    builder.build(["teaching", "aoc2021"])
    touch(builder, "teaching", "aoc2021")
    builder.broken = {"teaching"}
    assert builder.build(["teaching", "aoc2021"]) == ["teaching"]
    assert library(builder, "aoc2021").exists() and not library(builder, "teaching").exists()
    builder.broken = set()
    assert builder.build(["teaching"]) == [] and library(builder, "teaching").exists()
