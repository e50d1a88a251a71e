"""`threefold new`: what it writes, that it fits, and that nothing is harmed."""

import re
import shutil
import subprocess
import sys
import tomllib
from errno import ENOSPC, EROFS
from pathlib import Path

import pytest

from checkouts import FREE, copied, environment, threefold
from threefold.core import catalogue, languages
from threefold.core.catalogue import Puzzle
from threefold.core.contract import UNWRITTEN, Solved
from threefold.core.solving import Outcome, Report
from threefold.workshop import scaffold
from threefold.workshop.scaffold import CannotWrite, Order, Place, with_block, with_line

DAY = Place.of(f"{FREE}/1")
ALL = ("python", "rust", "haskell")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return copied(tmp_path / "checkout")


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}


def order(name: str = f"{FREE}/1", parts: int = 2, chosen: tuple[str, ...] = ALL) -> Order:
    return Order(Place.of(name), "A Title: with a colon", parts, chosen)


@pytest.mark.parametrize(
    ("name", "parts"), [(f"{FREE}/1", 2), (f"{FREE}/12", 1), ("teaching/zebra-walks", 2), ("demo/abc", 1)]
)
def test_a_puzzle_is_whole_and_well_formed(checkout: Path, name: str, parts: int) -> None:
    """In a folder that is new, or that stands; the linters and cargo take it as it is."""
    before = files(checkout)
    plan = order(name, parts).plan(checkout)
    plan.write()
    assert not plan.by_hand
    place = Place.of(name)
    assert all((checkout / path).is_file() for path in place.files("puzzle", *ALL))
    after = files(checkout)
    assert {path for path in before if after[path] != before[path]} == {
        checkout / path for path in plan.listed
    }
    puzzle = Puzzle(place.name, checkout / "puzzles" / place.name)
    assert puzzle.title == "A Title: with a colon" and puzzle.meta["parts"] == parts
    assert list(puzzle.meta["ideas"]) == list(puzzle.meta["growth"]) == list(ALL)
    assert puzzle.body.endswith("### Haskell\n\nTo be written.") and "[" not in puzzle.body
    assert puzzle.cases[0].part1 == "?" and puzzle.cases[0].part2 == ("?" if parts == 2 else None)

    written = [str(checkout / path) for path in plan.texts]
    python = [path for path in written if path.endswith(".py")]
    ruff = Path(sys.executable).with_name("ruff")
    run(ruff, "check", *python, folder=checkout)
    run(ruff, "format", "--check", *python, folder=checkout)
    for path in (path for path in written if path.endswith(("toml", "lock"))):
        tomllib.loads(Path(path).read_text())
    if shutil.which("cargo"):
        run("cargo", "metadata", "--locked", "--offline", "--format-version=1", folder=checkout / "rust")
    if shutil.which("rustfmt"):
        run("rustfmt", "--check", "--edition=2024", *(path for path in written if path.endswith(".rs")))
    haskell = [path for path in written if path.endswith(".hs")]
    if shutil.which("ormolu"):
        run("ormolu", "--mode=check", "-o-XTypeApplications", *haskell)
    if shutil.which("hlint"):
        run("hlint", *haskell, folder=checkout / "haskell")


def run(*command: str | Path, folder: Path | None = None) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_second_call_changes_nothing(checkout: Path) -> None:
    order().plan(checkout).write()
    before = files(checkout)
    again = order().plan(checkout)
    assert not again.texts and not again.by_hand
    assert len(again.kept) == len(DAY.files("puzzle", *ALL))
    again.write()
    assert files(checkout) == before


def test_languages_may_come_later_and_make_the_same(checkout: Path, tmp_path: Path) -> None:
    other = copied(tmp_path / "other")
    order().plan(other).write()
    for language in ALL:
        order(chosen=(language,)).plan(checkout).write()
    assert {path.relative_to(checkout): text for path, text in files(checkout).items()} == {
        path.relative_to(other): text for path, text in files(other).items()
    }


def test_the_command_says_what_it_did(checkout: Path) -> None:
    done = threefold(checkout, "new", f"{FREE}/1", "--title=Abc", "-l", "python", "-l", "rust")
    assert f"new       rust/aoc{FREE}/src/day01.rs" in done.stdout
    assert "added to  rust/Cargo.toml" in done.stdout and "haskell" not in done.stdout
    (checkout / f"puzzles/aoc{FREE}/day01/cases.toml").write_text("mine")
    again = threefold(checkout, "new", f"{FREE}/01", "-l", "haskell")
    assert f"exists    puzzles/aoc{FREE}/day01/cases.toml" in again.stdout
    assert f"new       haskell/aoc{FREE}/Aoc{FREE}/Day01.hs" in again.stdout
    assert (checkout / f"puzzles/aoc{FREE}/day01/cases.toml").read_text() == "mine"


def test_a_years_last_day_has_one_part(checkout: Path) -> None:
    for name, parts in ((f"{FREE}/12", 1), ("2024/25", 1), (f"{FREE}/11", 2), ("2024/12", 2)):
        place = Place.of(name)
        for path in place.files("puzzle", "python"):  # a day of 2024 may stand
            (checkout / path).unlink(missing_ok=True)
        threefold(checkout, "new", name, "--title=Abc", "-l", "python")
        assert Puzzle(place.name, checkout / "puzzles" / place.name).meta["parts"] == parts
        assert ("def part2" in (checkout / place.files("python")[0]).read_text()) == (parts == 2)


def test_the_list_shows_what_is_missing_and_what_is_to_be_written(checkout: Path) -> None:
    threefold(checkout, "new", f"{FREE}/1", "--title=Abc", "-l", "python")
    listed = threefold(checkout, "list", f"{FREE}").stdout
    assert listed.split() == [f"aoc{FREE}/day01", "Abc", "python", "–", "–", "to", "be", "written:", "python"]
    said = threefold(checkout, "generate", f"{FREE}/1", status=2).stderr
    assert said.endswith(f"threefold: puzzles/aoc{FREE}/day01/generate.py is to be written\n")
    said = threefold(checkout, "compare", f"{FREE}/1", status=2).stderr
    assert said == (
        f"threefold: aoc{FREE}/day01 is left out: puzzles/aoc{FREE}/day01/generate.py:8 is to be written\n"
    )


def test_solve_lets_who_is_still_writing_say_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    def report(*answers: tuple[str, str | None]) -> Report:
        made = Report(catalogue.find("2021/6"), ("1", None))
        for name, (first, second) in zip(ALL, answers, strict=False):
            made.add(Outcome(languages.named(name), Solved(first, second, 0, 0, 0)))
        return made

    still = report(("1", "2"), ("1", UNWRITTEN), (UNWRITTEN, UNWRITTEN))
    assert still.agree and still.status == 0 and not list(still.complaints())
    still.show()
    assert "agree" not in capsys.readouterr().out
    report(("1", "2"), ("1", "2")).show()
    assert "all 2 languages agree" in capsys.readouterr().out
    assert not report(("1", "2"), ("3", UNWRITTEN)).agree
    assert not report(("1", UNWRITTEN), ("1", "2"), ("1", "3")).agree
    assert report(("3", UNWRITTEN)).status == 1


def test_the_harness_fails_only_in_what_is_to_be_written(checkout: Path) -> None:
    threefold(checkout, "new", f"{FREE}/1", "--title=Abc", "-l", "python")
    command = [sys.executable, "-m", "pytest", "tests", f"--select={FREE}/1", "-p", "no:cacheprovider", "-q"]
    names = ("catalogue", "cases", "agreement", "practice", "speed")
    command[3:4] = [f"tests/test_{name}.py" for name in names]
    done = subprocess.run(command, cwd=checkout, env=environment(checkout), capture_output=True, text=True)
    failed = set(re.findall(r"^FAILED tests/(\S+)", done.stdout, re.MULTILINE))
    assert failed == {
        f"test_cases.py::test_cases[aoc{FREE}/day01-python]",
        f"test_catalogue.py::test_nothing_is_left_to_be_written[aoc{FREE}/day01]",
    }, done.stdout
    assert "part 1 and part 2 to be written" in done.stdout
    assert f"python/threefold_python/aoc{FREE}/day01.py:11" in done.stdout


def test_a_list_of_another_form_is_left_alone_and_said(checkout: Path) -> None:
    library = checkout / "rust/teaching/src/lib.rs"
    library.write_text(library.read_text().replace("contract::puzzles! {", "contract::puzzles!{ // mine"))
    before = library.read_text()
    done = threefold(checkout, "new", "teaching/abc", "--title=Abc", status=1)
    assert done.stderr == (
        "threefold: add to rust/teaching/src/lib.rs, below `contract::puzzles! {`:\n"
        '    "teaching/abc" => abc,\n'
    )
    assert library.read_text() == before
    assert (checkout / "haskell/teaching/Teaching/Abc.hs").is_file()


def test_a_file_in_the_way_is_said(checkout: Path) -> None:
    (checkout / f"haskell/aoc{FREE}").write_text("where a folder has to be")
    before = files(checkout)
    with pytest.raises(CannotWrite, match="Not a directory"):
        order().plan(checkout).write()
    assert files(checkout) == before


def test_a_full_disk_leaves_all_as_it_was(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(checkout)
    folders = {path for path in checkout.rglob("*") if path.is_dir()}
    plan = order().plan(checkout)
    write_text = Path.write_text

    def full(self: Path, text: str, **options: str) -> int:
        if self.name == "Cargo.toml.new":
            write_text(self, text[:9], **options)
            raise OSError(ENOSPC, "No space left on device", str(self))
        return write_text(self, text, **options)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(CannotWrite, match="No space left on device; nothing was written"):
        plan.write()
    assert files(checkout) == before
    assert {path for path in checkout.rglob("*") if path.is_dir()} == folders


def test_a_checkout_that_cant_be_written_is_one_line(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(checkout)

    def refuse(self: Path, *arguments: object, **options: object) -> None:
        raise OSError(EROFS, "Read-only file system", str(self))

    for name in ("mkdir", "write_text", "write_bytes", "unlink", "replace", "rmdir"):
        monkeypatch.setattr(Path, name, refuse)
    for day in (f"{FREE}/1", "teaching/zebra-walks"):
        with pytest.raises(CannotWrite, match="Read-only file system; nothing was written"):
            order(day).plan(checkout).write()
    assert files(checkout) == before


def test_several_at_once_are_all_in_the_lists(checkout: Path) -> None:
    command = [sys.executable, "-P", "-m", "threefold.cli", "new", "--title=Abc"]
    several = [
        subprocess.Popen([*command, f"{FREE}/{day}"], stderr=subprocess.PIPE, env=environment(checkout))
        for day in (1, 2, 3, 4)
    ]
    assert [(process.communicate()[1], process.returncode) for process in several] == [(b"", 0)] * 4
    lists = [layout for kind in ALL for layout in scaffold.layout()[kind].get("lists", [])]
    named = {one["path"] for one in lists if "$module" in one["line"] or "$Module" in one["line"]}
    assert named
    for path in named:
        text = (checkout / path.replace("$folder", f"aoc{FREE}").replace("$Folder", f"Aoc{FREE}")).read_text()
        assert all(f"day{day:02}" in text.lower() for day in (1, 2, 3, 4)), path
    assert not list(checkout.rglob("*.new"))


def test_an_end_in_the_middle_of_renaming_is_undone(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(checkout)
    plan = order().plan(checkout)
    renamed = []
    replace = Path.replace

    def breaking(self: Path, target: Path) -> Path:
        renamed.append(target)
        if len(renamed) == len(plan.texts):
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", breaking)
    with pytest.raises(KeyboardInterrupt):
        plan.write()
    assert set(renamed) >= {checkout / path for path in plan.listed[:-1]}
    assert files(checkout) == before


@pytest.mark.parametrize(
    "name",
    [f"{FREE}/13", "2024/26", "2014/1", "a/b/c", "Demo/x", "demo/x y", "demo/match", "core/x", "aocx/y"],
)
def test_bad_names(name: str) -> None:
    with pytest.raises(CannotWrite, match=name):
        Place.of(name)


@pytest.mark.parametrize("title", ["", 'a"b', "a\nb", "a\\b", "x" * 61])
def test_bad_titles(title: str) -> None:
    with pytest.raises(CannotWrite, match="a title is"):
        Order(DAY, title, 2, ALL)


def test_bad_use_is_one_line(checkout: Path, tmp_path: Path) -> None:
    assert "needs --title" in threefold(checkout, "new", f"{FREE}/1", status=2).stderr
    for name, words in (("2025/13", "2025 has the days 1 to 12"), ("2014/1", "in the years from 2015 on")):
        said = threefold(checkout, "new", name, "--title=x", status=2).stderr
        fetched = threefold(checkout, "fetch", name, status=2).stderr
        assert words in said and said.removeprefix(f"threefold: {name}: ") in fetched, "in the same words"
    said = threefold(checkout, "new", f"{FREE}/12", "--title=x", "--parts=2", status=2).stderr
    assert said == f"threefold: aoc{FREE}/day12 has 1 part\n"
    (checkout / "noxfile.py").unlink()
    said = threefold(checkout, "new", f"{FREE}/1", "--title=x", status=2).stderr
    assert said.startswith("threefold: this needs a checkout") and said.count("\n") == 1


HASKELL = "puzzles =\n  [ a 1,\n    c 3\n  ]\n"
RUST = 'puzzles! {\n    "f/a" => a,\n    "f/c" => c,\n    "g/a" => a,\n}\n'


@pytest.mark.parametrize(
    ("text", "line", "below", "wanted"),
    [
        (HASKELL, "  [ b 2", ["puzzles ="], "puzzles =\n  [ a 1,\n    b 2,\n    c 3\n  ]\n"),
        (HASKELL, "  [ A 0", ["puzzles ="], "puzzles =\n  [ A 0,\n    a 1,\n    c 3\n  ]\n"),
        (HASKELL, "  [ d 4", ["puzzles ="], "puzzles =\n  [ a 1,\n    c 3,\n    d 4\n  ]\n"),
        ("puzzles =\n  [\n  ]\n", "  [ b 2", ["puzzles ="], "puzzles =\n  [ b 2\n  ]\n"),
        ("puzzles =\n  [ a 1,\n    c 3,\n  ]\n", "  [ b 2", ["puzzles ="], None),
        ("puzzles = [ a 1 ]\n", "  [ b 2", ["puzzles ="], None),
        ("puzzles =\n  a <> b\n", "  [ b 2", ["puzzles ="], None),
        (RUST, '    "f/b" => b,', ["puzzles! {"], RUST.replace('    "f/c"', '    "f/b" => b,\n    "f/c"')),
        (RUST, '    "f/d" => d,', ["puzzles! {"], RUST.replace('    "g/a"', '    "f/d" => d,\n    "g/a"')),
        (RUST, '    "f/a" => a,', ["puzzles! {"], RUST),
        (RUST.replace("c,", "c"), '    "f/b" => b,', ["puzzles! {"], None),
        ("puzzles! {\n}\n", '    "f/b" => b,', ["puzzles! {"], 'puzzles! {\n    "f/b" => b,\n}\n'),
        ("[x]\na = 1\n\n[y]\nb = 1\n", "c = 1", ["[y]"], "[x]\na = 1\n\n[y]\nb = 1\nc = 1\n"),
        ("[x]\na = 1\n", "c = 1", ["[y]"], None),
        ("a\n\nimport B\n", "import qualified A", ["a", ""], "a\n\nimport qualified A\nimport B\n"),
    ],
)  # fmt: skip
def test_lines_are_added_in_order(text: str, line: str, below: list[str], wanted: str | None) -> None:
    assert with_line(text, line, below, line.strip(" [,")) == wanted


def test_a_name_that_begins_like_another_is_another() -> None:
    text = "list {\n    a10,\n}\n"
    assert with_line(text, "    a1,", ["list {"], "a1") == "list {\n    a1,\n    a10,\n}\n"


def test_blocks_are_added_once() -> None:
    text = "[p]\nname = a\n\n[p]\nname = c\n"
    once = with_block(text, "[p]\nname = b\n", "name = b", r"^\[p\]\nname = (.)$", "b")
    assert once == "[p]\nname = a\n\n[p]\nname = b\n\n[p]\nname = c\n"
    assert with_block(once, "[p]\nname = b\n", "name = b", r"^\[p\]\nname = (.)$", "b") == once
    assert with_block(text, "[p]\nname = d\n", "name = d", r"^\[p\]\nname = (.)$", "d") is None


def test_what_is_to_be_written_is_found(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THREEFOLD_PUZZLES", str(checkout / "puzzles"))
    order(chosen=("rust",)).plan(checkout).write()
    assert scaffold.unwritten(DAY.name, "python", "cobol") == []
    assert scaffold.unwritten(DAY.name, "rust") == [
        f"rust/aoc{FREE}/src/day01.rs:{line}" for line in (10, 14)
    ]
    assert scaffold.ungenerated(DAY.name) == [f"puzzles/aoc{FREE}/day01/generate.py:8"]
    kinds = {place.partition(":")[0] for place in scaffold.left(DAY.name)}
    assert kinds == set(DAY.files("puzzle", "rust"))
    assert not scaffold.left("aoc2021/day06")
