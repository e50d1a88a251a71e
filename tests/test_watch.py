"""`threefold watch`: what a saved file asks for, what is built and run, and what is shown."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from checkouts import FREE, ROOT, copied, environment, threefold
from threefold.core import catalogue
from threefold.core.catalogue import Case, Puzzle
from threefold.core.contract import UNWRITTEN, InvalidInput, NoAnswer, Solved
from threefold.core.languages import OverLimit, SolverFailed, named
from threefold.core.worker import Worker
from threefold.workshop import rebuilding
from threefold.workshop.judging import State, judge
from threefold.workshop.scaffold import Place
from threefold.workshop.watch import CASES, Column, Sources, Watch, changed_names

DAY6 = Sources(Place.of("2021/6"), ROOT)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("puzzles/aoc2021/day06/cases.toml", CASES),
        ("puzzles/aoc2021/day06/generate.py", None),
        ("puzzles/aoc2021/day07/cases.toml", None),
        ("python/threefold_python/aoc2021/day06.py", "python"),
        ("python/threefold_python/aoc2021/day07.py", None),
        ("python/threefold_python/teaching/hello.py", None),
        ("python/threefold_python/reading.py", "python"),
        ("python/threefold_python/aoc2021/__pycache__/day06.cpython-311.pyc", None),
        ("python/threefold/core/contract.py", None),
        ("rust/aoc2021/src/day06.rs", "rust"),
        ("rust/aoc2021/src/day06/table.rs", "rust"),
        ("rust/aoc2021/src/day07.rs", None),
        ("rust/aoc2021/src/day07/table.rs", None),
        ("rust/aoc2021/src/lib.rs", "rust"),
        ("rust/aoc2021/Cargo.toml", "rust"),
        ("rust/teaching/src/hello.rs", None),
        ("rust/contract/src/reading.rs", "rust"),
        ("haskell/aoc2021/Aoc2021/Day06.hs", "haskell"),
        ("haskell/aoc2021/Aoc2021/Day07.hs", None),
        ("haskell/aoc2021/laws/Laws/Day06.hs", None),
        ("haskell/foreign/threefold.c", "haskell"),
        ("python/threefold_python/aoc2021/.#day06.py", None),
        ("python/threefold_python/aoc2021/.day06.py.swp", None),
        ("python/threefold_python/aoc2021/day06.py~", None),
        ("python/threefold_python/aoc2021/4913", None),
        ("README.md", None),
    ],
)
def test_what_a_file_asks_for(path: str, wanted: str | None) -> None:
    assert DAY6.concerns(ROOT / path) == wanted


def test_a_file_from_elsewhere_asks_for_nothing(tmp_path: Path) -> None:
    assert DAY6.concerns(tmp_path / "puzzles/aoc2021/day06/cases.toml") is None


def solved(part1: str, part2: str | None = None) -> Solved:
    return Solved(part1, part2, 1, 2, 3)


EC = "\n".join(["####..##.", "#....#..#", "###..#...", "#....#...", "#....#..#", "####..##."])


@pytest.mark.parametrize(
    ("case", "result", "state", "words"),
    [
        ({"part1": "1", "part2": "2"}, solved("1", "2"), State.RIGHT, ""),
        ({"part2": "2"}, solved("7", "2"), State.RIGHT, ""),
        ({"part1": "1", "part2": "2"}, solved("1", "3"), State.WRONG, "part 2: 3, wanted 2"),
        ({"part1": "1"}, solved("1", UNWRITTEN), State.RIGHT, ""),
        ({"part1": "1", "part2": "2"}, solved("1", UNWRITTEN), State.UNWRITTEN, "part 2 to be written"),
        ({"part1": "1"}, solved(UNWRITTEN), State.UNWRITTEN, "part 1 to be written"),
        ({"part1": "1", "part2": "2"}, solved("0", UNWRITTEN), State.WRONG, "part 1: 0, wanted 1; part 2 to"),
        ({"part1": "1", "part2": "2"}, solved("1"), State.WRONG, "part 2: None, wanted 2"),
        ({"part1": "1", "part2": "EC"}, solved("1", EC), State.RIGHT, ""),
        ({"part1": "1", "part2": "EG"}, solved("1", EC), State.WRONG, "part 2: EC, wanted EG"),
        ({"part1": "EC", "part2": EC}, solved(EC, EC), State.RIGHT, ""),
        ({"part2": EC}, solved("1", "." + EC), State.WRONG, "part 2: .####"),
        (
            {"part2": "EC"},
            solved("1", "." + EC),
            State.UNREADABLE,
            "part 2: it is drawn, and letter 1 of 2 is unknown; wanted EC",
        ),
        (
            {"part1": "EC", "part2": "2"},
            solved("." + EC, "3"),
            State.WRONG,
            "part 2: 3, wanted 2; part 1: it",
        ),
        ({"part1": "1"}, InvalidInput(3, "no"), State.WRONG, "line 3: no; wanted 1"),
        ({"part1": "1"}, SolverFailed("died"), State.FAILED, "died"),
        ({"invalid_line": 2}, InvalidInput(2, "no"), State.RIGHT, ""),
        ({"invalid_line": 2}, InvalidInput(3, "no"), State.WRONG, "line 3: no; wanted bad input in line 2"),
        ({"invalid_line": 2}, solved("1", "2"), State.WRONG, "answered; wanted bad input in line 2"),
        ({"no_answer_part": 1}, NoAnswer("none", 1), State.RIGHT, ""),
        ({"no_answer_part": 1}, NoAnswer("none", 2), State.WRONG, "part 2 has no answer: none; wanted no"),
        ({"no_answer_part": 1}, InvalidInput(1, "no"), State.WRONG, "line 1: no; wanted no answer to part 1"),
        ({}, solved("1", "2"), State.UNKNOWN, "1 and 2"),
    ],
)
def test_judgements(case: dict[str, object], result: object, state: State, words: str) -> None:
    found = judge(Case("a case", "", **case), result)
    assert found.state is state
    assert found.words.startswith(words) and bool(found.words) == bool(words)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A checkout with as much as a watcher of files has to see."""
    for name in ("puzzles/aoc2021/day06", "python/threefold_python/aoc2021"):
        (tmp_path / name).mkdir(parents=True)
        for path in (ROOT / name).glob("*.*"):
            shutil.copy(path, tmp_path / name)
    return tmp_path.resolve()


@pytest.fixture
def seen(small: Path) -> Iterator[Queue[set[str]]]:
    """What changes in the small checkout ask for, as it comes."""
    found: Queue[set[str]] = Queue()
    stop = threading.Event()
    sources = Sources(Place.of("2021/6"), small)

    def listen() -> None:
        for names in changed_names(sources, stop):
            found.put(names)

    thread = threading.Thread(target=listen)
    thread.start()
    ready = small / "puzzles/aoc2021/day06/cases.toml"
    while found.empty():  # the thread needs a moment to begin
        ready.touch()
        time.sleep(0.05)
    while True:
        try:
            found.get(timeout=1)
        except Empty:
            break
    yield found
    stop.set()
    thread.join()


def in_place(path: Path, text: str) -> None:
    path.write_text(text)


def by_renaming(path: Path, text: str) -> None:
    new = path.with_name(path.name + ".tmp.4711")
    new.write_text(text)
    new.replace(path)


def with_a_backup(path: Path, text: str) -> None:
    path.rename(path.with_name(path.name + "~"))
    path.write_text(text)
    path.with_name(path.name + "~").unlink()


def emptied_first(path: Path, text: str) -> None:
    path.write_text("")
    path.with_name(f".{path.name}.swp").write_text("x")
    path.write_text(text)
    path.with_name("4913").write_text("x")


@pytest.mark.parametrize("save", [in_place, by_renaming, with_a_backup, emptied_first])
def test_however_an_editor_saves_it_is_seen_once(
    small: Path, seen: Queue[set[str]], save: Callable[[Path, str], None]
) -> None:
    save(small / "python/threefold_python/aoc2021/day06.py", "x = 1\n")
    assert seen.get(timeout=20) == {"python"}
    with pytest.raises(Empty):
        seen.get(timeout=0.5)


def test_files_and_folders_that_are_new_are_seen(small: Path, seen: Queue[set[str]]) -> None:
    (small / "python/threefold_python/aoc2021/helper.py").write_text("x = 1\n")
    assert seen.get(timeout=20) == {"python"}
    (small / "rust/aoc2021/src").mkdir(parents=True)
    assert "rust" in seen.get(timeout=20)
    (small / "rust/aoc2021/src/day06.rs").write_text("x")
    while "rust" not in seen.get(timeout=20):
        pass


def text(watch: Watch, capsys: pytest.CaptureFixture[str]) -> str:
    watch.show()
    return capsys.readouterr().out


def python_alone(puzzle: Puzzle) -> Watch:
    watch = Watch(puzzle, ROOT)
    watch.note(CASES)
    watch.note("python")
    return watch


def test_cases_are_run_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    watch = python_alone(catalogue.find("2021/6"))
    watch.catch_up()
    shown = capsys.readouterr().out
    assert "Lanternfish (aoc2021/day06)" in shown and "Python" in shown and "Rust" not in shown
    assert re.search(r"│ one fish +│ right  \d[\d.]* .?s +│", shown)
    assert f"{len(watch.cases)} of {len(watch.cases)} right, " in shown
    watch.columns["python"].worker.close()


def test_broken_cases_are_said_and_the_last_ones_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in catalogue.find("hello").folder.iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    watch = python_alone(Puzzle("teaching/hello", tmp_path))
    watch.catch_up()
    cases = list(watch.cases)
    assert cases
    for broken, said in [
        ("[[case]]\nname = ", "cases.toml: "),
        ("[[case]]\nnome = 'x'\n", "cases.toml: a [[case]] has a name"),
        ("case = 3\n", "cases.toml: a [[case]] has a name"),
        ("", "cases.toml: a [[case]] has a name"),
        (None, "cases.toml: No such file"),
    ]:
        if broken is None:
            (tmp_path / "cases.toml").unlink()
        else:
            (tmp_path / "cases.toml").write_text(broken)
        watch.note(CASES)
        watch.catch_up()
        assert said in capsys.readouterr().out.splitlines()[-2]
        assert watch.cases == cases
    (tmp_path / "cases.toml").write_text("[[case]]\nname = 'new'\ninput = 'A'\npart2 = 'Hello, B!'\n")
    watch.note(CASES)
    watch.catch_up()
    shown = capsys.readouterr().out
    assert "part 2: Hello, A!, wanted Hello, B!" in shown and "cases.toml" not in shown
    assert "0 of 1 right" in shown
    watch.columns["python"].worker.close()


def test_what_does_not_compile_is_shown_and_the_last_results_stay(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    watch = python_alone(catalogue.find("hello"))
    watch.catch_up()
    capsys.readouterr()
    long = "error: " + "very " * 60 + "long"
    monkeypatch.setitem(rebuilding.BUILDERS, "python", lambda root, place: rebuilding.Built(f"{long}\nat 3"))
    watch.note("python")
    watch.note(CASES)
    watch.catch_up()
    shown = capsys.readouterr().out
    assert "Python (as it was)" in shown and f"\nPython:\n{long}\nat 3\n" in shown
    assert f"{len(watch.cases)} of {len(watch.cases)} right" in shown


def test_python_that_does_not_parse(tmp_path: Path) -> None:
    place = Place.of(f"{FREE}/1")
    path = tmp_path / place.files("python")[0]
    path.parent.mkdir(parents=True)
    path.write_text("def part1(:\n")
    assert re.search(
        r'day01.py", line 1\n.*\n.*\nSyntaxError: ', rebuilding.rebuild("python", tmp_path, place).complaint
    )
    path.write_text("def part1(): pass\n")
    assert not rebuilding.rebuild("python", tmp_path, place).complaint
    path.unlink()
    assert "day01.py is not there" in rebuilding.rebuild("python", tmp_path, place).complaint


def test_a_missing_compiler_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert rebuilding.rebuild("rust", ROOT, Place.of("2021/6")).complaint == "rust: rustc is not there"


def test_who_takes_too_long_once_is_asked_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Slow(Worker):
        def solve(self, puzzle: str, text: str) -> Solved:
            asked.append(text)
            raise OverLimit("timed out after 15 s")

    watch = Watch(catalogue.find("hello"), ROOT)
    watch.note(CASES)
    watch.columns["python"] = Column(named("python"), Slow("python"))
    watch.to_run = {"python"}
    watch.catch_up()
    assert len(asked) == 1 < len(watch.cases)


def test_a_list_that_lacks_the_puzzle_is_told_from_a_key_that_is_missing() -> None:
    class Lacking(Worker):
        key = "aoc2021/day06"

        def solve(self, puzzle: str, text: str) -> Solved:
            raise SolverFailed(f"KeyError: {self.key!r}")

    column, case = Column(named("rust"), Lacking("rust")), Case("a", "1", "2")
    column.solve(case, "aoc2021/day06")
    assert "does not list it" in column.cell(case).plain
    Lacking.key = "x"
    column.solve(case, "aoc2021/day06")
    assert column.cell(case).plain == "KeyError: 'x'"


def test_a_worker_is_ended_from_another_thread() -> None:
    broken = str(Path(__file__).parent / "broken")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", broken)
        worker = Worker("hangs", time_limit=60)
        timer = threading.Timer(1.0, worker.abort)
        timer.start()
        with worker, pytest.raises(SolverFailed, match="SIGKILL"):
            worker.solve("teaching/hello", "Ada")
        timer.join()


class Session:
    """A running `threefold watch`, and what it prints."""

    def __init__(self, checkout: Path, *arguments: str):
        self.checkout = checkout
        self.process = subprocess.Popen(
            [sys.executable, "-m", "threefold.cli", "watch", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment(
                checkout,
                PYTHONPATH=os.pathsep.join(str(checkout / name) for name in ("python", "rust", "haskell")),
                CARGO_TARGET_DIR=str(ROOT / "rust" / "target"),  # what is not ours is compiled there already
            ),
        )
        self.lines: Queue[str | None] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def until(self, pattern: str) -> str:
        """What it prints in one go, as soon as that has the pattern."""
        shown = ""
        everything = ""
        while True:
            line = self.lines.get(timeout=600)
            assert line is not None, everything
            shown += line
            if "Ctrl-C ends" in line:
                if re.search(pattern, shown):
                    return shown
                everything, shown = everything + shown, ""

    def save(self, path: str, old: str, new: str) -> None:
        """As editors do."""
        file = self.checkout / path
        text = file.read_text()
        assert old in text
        by_renaming(file, text.replace(old, new))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """`threefold watch` on a day that `threefold new` has made, in a copy of this checkout."""
    for tool in ("cargo", "ghc", "cabal"):
        if not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")
    checkout = copied(tmp_path_factory.mktemp("watch") / "checkout").resolve()
    cabal = checkout / "haskell/threefold-haskell.cabal"
    cabal.write_text(cabal.read_text().replace("-O2", "-O0"))  # for the test's sake, all of it is built
    threefold(checkout, "new", f"{FREE}/1", "--title=Sums")
    (checkout / f"puzzles/aoc{FREE}/day01/cases.toml").write_text(
        '[[case]]\nname = "two numbers"\ninput = "40\\n2"\npart1 = "42"\n'
    )
    running = Session(checkout, f"{FREE}/1")
    try:
        shown = running.until("")
        assert shown.count("part 1 to be written") == 3, shown
        yield running
    finally:
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(timeout=60) == 130
        while (line := running.lines.get(timeout=10)) is not None:
            assert "Traceback" not in line
        running.process.stdout.close()


def row(shown: str) -> list[str]:
    """What stands beside the case: Python, Rust, Haskell."""
    return [cell.strip() for cell in re.findall(r"│ two numbers.*", shown)[0].strip("│").split("│")[1:]]


@pytest.mark.first
def test_python_is_saved(session: Session) -> None:
    path = f"python/threefold_python/aoc{FREE}/day01.py"
    session.save(path, '    return "to be written"', "    return sum(map(int, lines)")
    assert "SyntaxError" in session.until(r"Python \(as it was\)")
    session.save(path, "return sum(map(int, lines)", "return sum(map(int, lines))")
    assert row(session.until("right  "))[0].startswith("right")


@pytest.mark.first
def test_rust_is_saved(session: Session) -> None:
    path = f"rust/aoc{FREE}/src/day01.rs"
    session.save(
        path,
        '(_lines: &[&str]) -> &\'static str {\n    "to be written"',
        "(lines: &[&str]) -> usize {\n    let unused = lines.lenn();\n    43",
    )
    shown = session.until(r"Rust \(as it was\)")
    assert "no method named `lenn`" in shown and "to be written" in row(shown)[1]
    session.save(path, "lenn", "len")  # what is unused is the linter's business
    assert row(session.until("part 1: 43, wanted 42"))[1].startswith("part 1: 43, wanted 42")


@pytest.mark.first
def test_haskell_is_saved(session: Session) -> None:
    path = f"haskell/aoc{FREE}/Aoc{FREE}/Day01.hs"
    session.save(path, ':: Text -> String\npart1 _ = "to be written"', ":: Text -> Int\npart1 _ = 6 * sevn")
    shown = session.until(r"Haskell \(as it was\)")
    assert "Variable not in scope: sevn" in shown and "to be written" in row(shown)[2]
    session.save(path, "sevn", "7")
    assert row(session.until(r"│ right[^│]*│\n"))[2].startswith("right")
