"""Sweeps: the same inputs wherever they are made, what differs found once and kept, and workers that die."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import psutil
import pytest

from threefold.cli.sweeping import refuse_stale
from threefold.core import catalogue
from threefold.core.contract import InvalidInput, NoAnswer, Solved
from threefold.core.languages import OverLimit, SolverFailed
from threefold.core.solving import Outcome
from threefold.sweep import cluster, versions
from threefold.sweep.cluster import Cluster
from threefold.sweep.engines import Gone, Loop, Lost
from threefold.sweep.holding import complaints, expected, right_outcome
from threefold.sweep.journal import Journal
from threefold.sweep.sweeping import Lane, Sweep, gaps
from threefold.sweep.trying import MARKS, Bench, How, Tally, Unit, made

BROKEN = Path(__file__).parent / "broken"
HELLO = catalogue.find("hello")


def how(**changed: Any) -> How:
    return How(
        **{"run": "", "seed": 1, "spoiled": 0.5, "large": 0.25, "time_limit": 5.0, "memory_limit": 1 << 30}
        | changed
    )


def said(**results: object) -> list[Outcome]:
    """Outcomes by language; a text stands for an answer to part 1."""
    return [
        Outcome(SimpleNamespace(name=name), Solved(one, "2", 0, 0, 0) if isinstance(one, str) else one)  # type: ignore[arg-type]
        for name, one in results.items()
    ]


def test_an_input_depends_on_its_number_alone() -> None:
    puzzle = catalogue.find("2021/6")
    found = [made(puzzle, how(), number) for number in range(400)]
    assert found[399] == made(puzzle, how(run="another"), 399) != made(puzzle, how(seed=2), 399)
    assert 120 < sum(one.is_spoiled for one in found) < 280
    sizes = [one.size for one in found]
    assert max(made(puzzle, how(large=0), number).size for number in range(400)) == 12
    assert (
        min(sizes) == 1 and 200 < sum(size <= 12 for size in sizes) < 400 and puzzle.size >= max(sizes) > 100
    )


NO = InvalidInput(1, "no")


@pytest.mark.parametrize(
    ("outcomes", "wrong"),
    [
        (said(a="1", b="1", c="1"), []),
        (said(a="1", b="1", c="2"), ["c: part 1 (part 1)"]),
        (said(a="1", b=NO, c=NO), ["a: an answer for a refusal (error)"]),
        (said(a=InvalidInput(2, "no"), b=NO, c=NO), ["a: line (error)"]),
        (said(a=InvalidInput(1, "x"), b=NO, c=NO), ["a: words (words)"]),
        (said(a=NoAnswer("none", 1), b="1", c="1"), ["a: no answer for an answer (error)"]),
        (said(a=SolverFailed("panic"), b="1", c="1"), ["a: failed: panic (failed)"]),
        (
            said(a=OverLimit("hm"), b="1", c="2", d="1"),
            ["a: failed: hm (over a limit)", "c: part 1 (part 1)"],
        ),
        (said(b="1", a="2"), ["a b: no two agree, or as many each way (disputed)"]),
    ],
)
def test_who_differs_from_most_is_wrong(outcomes: list[Outcome], wrong: list[str]) -> None:
    assert [f"{one.key} ({one.column})" for one in complaints(outcomes)] == wrong


def test_who_is_trusted_is_right_against_most() -> None:
    outcomes = said(a="1", b="2", c="2")
    assert [one.languages for one in complaints(outcomes, ["a"])] == [("b",), ("c",)]
    assert expected(right_outcome(outcomes, ["a"])) == ['part1 = "1"', 'part2 = "2"']
    assert [one.languages for one in complaints(outcomes, ["a", "b"])] == [("a", "b", "c")]
    words = said(a=InvalidInput(1, "x"), b=InvalidInput(1, "y"))
    assert not list(complaints(words, any_words=True)) and len(list(complaints(words))) == 1


def test_what_was_not_tried_is_tried() -> None:
    assert gaps([(4, 8), (0, 2), (8, 10)], 20) == [(2, 4), (10, 20)]
    assert gaps([], None) == [(0, None)]
    assert gaps([(0, 30)], 20) == []


def test_different_inputs_are_counted_and_then_estimated() -> None:
    tally, rng = Tally(), Random(1)
    for number in range(100):
        tally.add(Tally(marks=[number, number + 1]))
    assert tally.distinct == 101
    for _ in range(100):
        tally.add(Tally(marks=sorted(rng.getrandbits(64) for _ in range(1000))))
    assert len(tally.marks) == MARKS and 90_000 < tally.distinct < 110_000


def test_a_journal_that_is_cut_short_goes_on_before_that(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.begin({"seed": 1})
    unit = Unit("teaching/hello", 0, 5, ("python",))
    journal.finish(unit, Tally(inputs=5, marks=[1, 2], sizes={3: 5}), 1.5)  # type: ignore[arg-type]
    with (tmp_path / "journal.jsonl").open("a") as file:
        file.write('{"puzzle": "teaching/he')
    for _ in range(2):
        again = Journal(tmp_path)
        assert again.take_up() == {"seed": 1}
        assert again.tallies["teaching/hello"] == Tally(inputs=5, marks=[1, 2], sizes={3: 5})  # type: ignore[arg-type]
        assert (again.done, again.spent) == ({"teaching/hello": [(0, 5)]}, 1.5)


def test_a_unit_ends_when_its_time_is_over_and_its_rest_comes_next(tmp_path: Path) -> None:
    class Slow(Loop):
        def over(self, seconds: float) -> Iterator[tuple[Unit, Tally | Lost]]:
            unit = self._given.popleft()
            tried.append((unit.first, unit.count))
            yield unit, Tally(inputs=min(3, unit.count), seconds=1.0)

    tried: list[tuple[int, int]] = []
    journal = Journal(tmp_path)
    journal.begin({})
    lane = Lane(HELLO, ("python",), gaps([], 10))
    Sweep(journal, Slow(how()), [lane], None, str, []).run(lambda sweep: None)
    assert tried == [(0, 4), (3, 1), (4, 2), (6, 4), (9, 1)]
    assert journal.tallies["teaching/hello"].inputs == 10
    assert Bench(how()).tried(Unit("teaching/hello", 0, 9, (), seconds=0)).inputs == 1


def test_a_puzzle_whose_inputs_get_slow_gets_no_more_time(tmp_path: Path) -> None:
    """Units are under way when it shows, and larger than they would be then."""

    class Slowing(Loop):
        room = property(lambda self: 4 - len(self._given))  # type: ignore[assignment]

        def over(self, seconds: float) -> Iterator[tuple[Unit, Tally | Lost]]:
            unit = self._given.popleft()
            if sum(spent.values()) > 200:
                raise Gone("enough")
            slow = unit.puzzle == HELLO.name and unit.first > 4
            quick = 0.001 if unit.puzzle == HELLO.name else 2.0
            tally = Tally(inputs=1, seconds=5.0) if slow else Tally(inputs=unit.count, seconds=quick)
            spent[unit.puzzle] += tally.seconds
            yield unit, tally

    spent: Counter[str] = Counter()
    journal = Journal(tmp_path)
    journal.begin({})
    lanes = [Lane(one, ("python",), gaps([], None)) for one in (HELLO, catalogue.find("2021/1"))]
    with pytest.raises(Gone):
        Sweep(journal, Slowing(how()), lanes, None, str, []).run(lambda sweep: None)
    assert all(80 < one < 120 for one in spent.values())


# Language plug-ins that are wrong on some inputs, in a package of their own.
PLANTED = """
import os
import time
from threefold_python import about as _about, puzzles as _puzzles, solve as _solve

class Planted:
    def __init__(self, name, change):
        self.name, self.change = name, change
    def puzzles(self):
        return [name for name in _puzzles() if not name.startswith("peers/")]
    def about(self):
        return {"title": self.name, "order": 9, "version": "0", "flags": ""}
    def solve(self, puzzle, text):
        outcome = _solve(puzzle, text)
        return self.change(text, outcome) if outcome[0] == "solved" else outcome

def rarely(text, outcome):
    return (*outcome[:2], "oops", *outcome[3:]) if "x" in text and "z" in text else outcome

def hangs(text, outcome):
    while "x" in text and "z" in text:
        time.sleep(0.1)
    return outcome

def dies(text, outcome):
    return os._exit(3) if "x" in text and "z" in text else outcome

def slow(text, outcome):
    time.sleep(0.002)
    return outcome

rare, hang, dead, right, slowly = (
    Planted(change.__name__, change) for change in (rarely, hangs, dies, lambda text, outcome: outcome, slow)
)
"""


@pytest.fixture
def planted(tmp_path: Path) -> dict[str, str]:
    """An environment in which there are such languages."""
    folder = tmp_path / "planted"
    (folder / "planted-0.dist-info").mkdir(parents=True)
    (folder / "planted.py").write_text(PLANTED)
    names = ("rare", "hang", "dead", "right", "slowly")
    entries = "\n".join(["[threefold.languages]", *(f"{name} = planted:{name}" for name in names)])
    (folder / "planted-0.dist-info" / "entry_points.txt").write_text(entries + "\n")
    (folder / "planted-0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: planted\nVersion: 0\n"
    )
    return os.environ | {"PYTHONPATH": str(folder)}


def begun(folder: Path, *arguments: str, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "threefold.cli", "sweep", *arguments]
    command += [] if {"--resume", "--into"} & {*arguments} else ["--into", str(folder), "--seed=5"]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    )


def swept(
    folder: Path, *arguments: str, status: int = 0, env: dict[str, str] | None = None
) -> dict[str, Any]:
    out, err = (process := begun(folder, *arguments, "--json", env=env)).communicate(timeout=300)
    assert process.returncode == status, (out, err)
    assert "Traceback" not in err
    report: dict[str, Any] = json.loads(out)
    assert json.loads((folder / "report.json").read_text()) == report
    return report


def test_a_rare_mistake_is_found_once_shrunk_and_kept(tmp_path: Path, planted: dict[str, str]) -> None:
    """On one core, without Dask; what it names are commands that can be used as they are."""
    languages = ("-l", "python", "-l", "rust", "-l", "rare")
    report = swept(tmp_path / "s", "hello", *languages, "--plain", "--inputs=2000", status=1, env=planted)
    one = report["puzzles"]["teaching/hello"]
    assert (report["inputs"], one["inputs"], sum(one["verdicts"].values())) == (2000, 2000, 2000)
    assert one["spoiled"] > 800 and one["different"] > 500 and set(one["sizes"]) == {"1", "2"}
    [found] = report["found"]
    assert (found["languages"], found["kind"], found["comes_again"]) == (["rare"], "part 2", True)
    assert one["languages"]["rare"]["part 2"] == one["seen"][found["key"]] > 1
    assert not any(one["languages"]["rust"].values())
    assert found["seed"] == 5 and set(found["versions"]) == {"threefold", "python", "rust", "rare"}
    folder = Path(found["folder"])
    assert sorted("".join((folder / "input.txt").read_text().split())) == ["x", "z"]
    [case] = tomllib.loads((folder / "case.toml").read_text())["case"]
    assert catalogue.Case(**case).part2 and "oops" not in case["part2"]
    shown = subprocess.run(
        [sys.executable, "-m", "threefold.cli", *found["again"]["show"].split()[1:]],
        capture_output=True,
        text=True,
        env=planted,
        timeout=60,
    )
    assert shown.returncode == 1 and "the languages disagree" in shown.stderr
    cases = tmp_path / "cases.toml"
    keep = found["again"]["keep"].replace(str(HELLO.folder / "cases.toml"), str(cases))
    cases.write_bytes((HELLO.folder / "cases.toml").read_bytes())
    subprocess.run(keep, shell=True, check=True)
    assert len(tomllib.loads(cases.read_text())["case"]) == len(HELLO.cases) + 1


def test_what_hangs_costs_an_input_and_then_its_place(tmp_path: Path, planted: dict[str, str]) -> None:
    arguments = ("hello", "-l", "python", "-l", "rust", "-l", "hang", "--time-limit=0.3", "--plain")
    report = swept(tmp_path / "s", *arguments, "--inputs=400", status=1, env=planted)
    one = report["puzzles"]["teaching/hello"]
    [found] = report["found"]
    assert found["kind"] == "failed: timed out after 0.3 s"
    assert one["languages"]["hang"]["over a limit"] >= 1 and one["inputs"] == 400


def test_what_ends_its_process_costs_that_input_alone(tmp_path: Path, planted: dict[str, str]) -> None:
    """Though languages are told many inputs at once."""
    arguments = ("hello", "-l", "python", "-l", "right", "-l", "rare", "-l", "dead", "--plain")
    report = swept(tmp_path / "s", *arguments, "--inputs=2000", status=1, env=planted)
    one = report["puzzles"]["teaching/hello"]
    found = {tuple(one["languages"]): one["kind"] for one in report["found"]}
    assert found == {("dead",): "failed: exited with status 3 in the middle", ("rare",): "part 2"}
    both = one["languages"]["rare"]["part 2"]
    assert both > 1
    assert {what: count for what, count in one["languages"]["dead"].items() if count} == {"failed": both}


def test_all_broken_languages_are_found_and_the_others_go_on(tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(BROKEN)}
    names = ("fine", "crashes", "raises", "babbles", "differs")
    arguments = [word for name in names for word in ("-l", name)]
    report = swept(
        tmp_path / "s", "hello", *arguments, "--trust=fine", "--plain", "--inputs=3", status=1, env=env
    )
    kinds = {tuple(one["languages"]): one["kind"] for one in report["found"]}
    assert set(kinds) == {("crashes",), ("raises",), ("babbles",), ("differs",)}
    assert kinds["differs",] == "part 1" and "SIGSEGV" in kinds["crashes",]


def solving(process: psutil.Process) -> list[psutil.Process]:
    """Workers of Dask below a process: those that have started solvers."""
    children = process.children(recursive=True)
    return [
        one
        for one in children
        if any("threefold.core.worker" in " ".join(other.cmdline()) for other in one.children())
    ]


def awaited(what: Callable[[], Any], seconds: float = 60) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := what():
                return found
        except psutil.Error:
            pass
        time.sleep(0.05)
    raise AssertionError("nothing came of it")


@pytest.mark.first
def test_a_worker_and_the_scheduler_are_killed(tmp_path: Path, planted: dict[str, str]) -> None:
    """Real processes. Nothing is lost or tried twice, and what is found is what a plain loop finds."""
    folder = tmp_path / "s"
    arguments = (
        "hello",
        "-l",
        "python",
        "-l",
        "rare",
        "-l",
        "rust",
        "-l",
        "slowly",
        "--workers=2",
        "--inputs=1500",
    )
    process = begun(folder, *arguments, env=planted)
    tree = psutil.Process(process.pid)
    awaited(lambda: len(solving(tree)) == 2)
    solving(tree)[0].kill()
    journal = folder / "journal.jsonl"
    awaited(lambda: journal.exists() and journal.read_text().count("\n") >= 2)
    left = [*tree.children(recursive=True)]
    process.kill()
    process.communicate(timeout=30)
    psutil.wait_procs(left, timeout=30)
    assert not any(one.is_running() for one in left)
    before = Journal(folder)
    before.take_up()
    tried = before.tallies["teaching/hello"].inputs
    assert 0 < tried < 1500
    report = swept(folder, "--resume", str(folder), "--workers=2", status=1, env=planted)
    one = report["puzzles"]["teaching/hello"]
    assert (one["inputs"], report["lost"]) == (1500, [])
    assert numbers_tried(journal) == list(range(1500))
    plain = swept(tmp_path / "p", *arguments[:9], "--plain", "--inputs=1500", status=1, env=planted)
    for key in ("inputs", "spoiled", "different", "sizes", "verdicts", "languages", "seen"):
        assert one[key] == plain["puzzles"]["teaching/hello"][key]
    assert [one["key"] for one in report["found"]] == [one["key"] for one in plain["found"]]


class Elsewhere:
    """A scheduler in a process of its own, to which workers can be added."""

    def __init__(self, folder: Path):
        self.folder, self.file = folder, folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self._start("scheduler", "--port=0", f"--scheduler-file={self.file}")
        awaited(self.file.exists)
        self.address: str = json.loads(self.file.read_text())["address"]

    def worker(self, env: dict[str, str]) -> None:
        own = ["--nthreads=1", "--no-nanny", f"--local-directory={self.folder}"]
        self._start("worker", f"--scheduler-file={self.file}", *own, env=env)

    def _start(self, what: str, *arguments: str, env: dict[str, str] | None = None) -> None:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--no-dashboard", "--host=127.0.0.1"]
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.processes.append(subprocess.Popen([*command, *arguments], env=env, **quiet))

    def send(self, number: int) -> None:
        """A signal, to the scheduler."""
        self.processes[0].send_signal(number)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Callable[[], Elsewhere]]:
    """Makes schedulers, and ends all that was started."""
    made: list[Elsewhere] = []

    def start() -> Elsewhere:
        (folder := tmp_path / f"elsewhere{len(made)}").mkdir()
        made.append(Elsewhere(folder))
        return made[-1]

    yield start
    for process in (process for one in made for process in one.processes):
        process.kill()
        process.wait(timeout=30)


def numbers_tried(journal: Path) -> list[int]:
    noted = [json.loads(line) for line in journal.read_text().splitlines()]
    return sorted(number for one in noted for number in range(one["first"], one["first"] + one["count"]))


@pytest.mark.first
def test_a_scheduler_elsewhere_is_killed_and_another_goes_on(
    tmp_path: Path, planted: dict[str, str], elsewhere: Callable[[], Elsewhere]
) -> None:
    """Its workers are two, of which one has another version of a plug-in."""
    other = shutil.copytree(tmp_path / "planted", tmp_path / "other")
    with (other / "planted.py").open("a") as file:
        file.write("\n# changed\n")
    first, folder = elsewhere(), tmp_path / "s"
    for path in (tmp_path / "planted", other):
        first.worker(planted | {"PYTHONPATH": str(path)})
    languages = ("-l", "python", "-l", "rust", "-l", "rare", "-l", "slowly")
    process = begun(folder, "hello", *languages, "--scheduler", first.address, "--inputs=1500", env=planted)
    journal = folder / "journal.jsonl"
    awaited(lambda: journal.exists() and list(folder.glob("findings/*/said.json")))
    first.send(signal.SIGKILL)
    _, err = process.communicate(timeout=60)
    seed, *said, last = err.splitlines()
    assert process.returncode == 2 and "seed 5" in seed
    assert last == f"threefold: the scheduler is gone; `threefold sweep --resume {folder}` goes on"
    assert all("another version of rare, slowly" in line or "found /" in line for line in said), err
    assert (folder / "report.json").exists()
    before = numbers_tried(journal)
    assert before and before == list(range(len(before))) and len(before) < 1500
    second = elsewhere()
    second.worker(planted)
    report = swept(folder, "--resume", str(folder), "--scheduler", second.address, status=1, env=planted)
    assert numbers_tried(journal) == list(range(1500)) and report["lost"] == []
    assert [one["kind"] for one in report["found"]] == ["part 2"]


@pytest.mark.first
def test_nobody_is_elsewhere(elsewhere: Callable[[], Elsewhere], monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker comes, the scheduler says nothing any more, and at last there is none: each is said soon."""
    there = elsewhere()

    def gone(scheduler: str) -> str:
        def wait() -> None:
            engine = Cluster(how(), {}, {}, scheduler, None)
            try:
                awaited(lambda: engine.room, 20)
            finally:
                engine.close()

        with pytest.raises(Gone) as raised:
            wait()
        return str(raised.value)

    monkeypatch.setattr(cluster, "LOOK", 0.1)
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    assert gone(there.address) == "there is no worker"
    monkeypatch.setattr(cluster, "PATIENCE", 60)
    monkeypatch.setattr(cluster, "SILENCE", 1)
    threading.Timer(0.5, there.send, [signal.SIGSTOP]).start()
    assert gone(there.address) == "the scheduler is gone"
    there.send(signal.SIGKILL)
    assert gone(there.address).startswith(f"no scheduler at {there.address}: ")


def test_what_is_not_built_of_its_sources_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "stale", lambda language, *_: ["teaching"] * (language == "rust"))
    found = versions.versions({"python": [HELLO.name], "rust": [HELLO.name]})
    assert len(found["python"]) == 10
    with pytest.raises(Gone, match="sources that are there: rust of teaching: `nox -s dev -- teaching`"):
        refuse_stale(found)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--plain", "--workers=2"), "no --workers"),
        (("--time=soon",), "no time"),
        (("--time=0",), "no time"),
        (("--resume", "."), "plan.json"),
        (("--into", "."), "not empty"),
        (("--scheduler=tcp://127.0.0.1:9", "--workers=1"), "has its own"),
    ],
)
def test_bad_usage_is_said(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    process = begun(tmp_path / "s", *arguments)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2 and words in err and "Traceback" not in err


def test_ctrl_c_ends_it_with_the_report(tmp_path: Path) -> None:
    process = begun(tmp_path / "s", "hello", "-l", "python", "--plain", "--time=100s")
    journal = tmp_path / "s" / "journal.jsonl"
    awaited(journal.exists)
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130 and "teaching/hello" in out and "Traceback" not in err
