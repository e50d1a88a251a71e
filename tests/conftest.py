"""The harness: every puzzle in every language, chosen with ``--select 2021/6`` or ``--select rust``."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from failing import Disagreement
from threefold.core import catalogue, languages
from threefold.core.catalogue import Puzzle
from threefold.core.languages import Language
from threefold.core.solving import Outcome, outcome
from threefold.core.worker import Worker
from threefold.sweep.holding import complaints, told
from threefold.workshop.scaffold import ungenerated, unwritten

if TYPE_CHECKING:
    from search import Search


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("threefold")
    group.addoption(
        "--select", action="append", default=[], help="a puzzle, a folder or a language; may be repeated"
    )
    group.addoption(
        "--fuzz",
        type=float,
        default=0,
        metavar="SECONDS",
        help="searches on with fresh seeds, for a number of seconds in all, and does nothing else",
    )
    group.addoption(
        "--part",
        choices=["together", "alone"],
        help="only what may run while other tests do, or only what measures and has to run alone",
    )
    group.addoption("--check-caches", action="store_true", help="speed: does a solution keep what it made?")


@cache  # a language is asked once, and not once a test
def selection(config: pytest.Config) -> tuple[list[Puzzle], list[Language]]:
    """The puzzles and languages that ``--select`` leaves; all where it names none."""
    installed = languages.installed()
    names = {language.name for language in installed}
    chosen = config.getoption("select")
    try:
        puzzles = list(catalogue.select([name for name in chosen if name not in names]))
    except catalogue.UnknownPuzzle as error:
        raise pytest.UsageError(str(error)) from None
    return puzzles, [one for one in installed if one.name in chosen or not names & set(chosen)]


def pytest_configure(config: pytest.Config) -> None:
    used, here = Path(catalogue.__file__).resolve(), Path(__file__).resolve().parents[1]
    if here not in used.parents:
        raise pytest.UsageError(
            f"this environment runs {used.parents[3]}, not {here}: `nox -s dev` makes it anew"
        )
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a shell's background, and inherited
        signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line("markers", "unwritten_too: runs on what `threefold new` laid out, too")
    config.addinivalue_line(
        "markers", "first: shares something costly with its like, so that one worker runs them"
    )
    config.addinivalue_line("markers", "alone: measures, so that nothing else may run at the same time")
    if config.pluginmanager.hasplugin("xdist"):
        config.pluginmanager.register(Workers(config))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests run on puzzles, or puzzles and languages; what is still to be written is skipped, with a word."""
    if "puzzle" not in metafunc.fixturenames:
        return
    puzzles, chosen = selection(metafunc.config)
    if "language" in metafunc.fixturenames:
        pairs = [(puzzle, one) for puzzle in puzzles for one in chosen if puzzle.name in one.puzzles]
        values = [
            pytest.param(puzzle, one, id=f"{puzzle.name}-{one.name}", marks=skip(metafunc, puzzle, one))
            for puzzle, one in pairs
        ]
        metafunc.parametrize("puzzle, language", values)
    else:
        values = [pytest.param(puzzle, id=puzzle.name, marks=skip(metafunc, puzzle)) for puzzle in puzzles]
        metafunc.parametrize("puzzle", values)


def skip(metafunc: pytest.Metafunc, puzzle: Puzzle, *solver: Language) -> list[pytest.MarkDecorator]:
    """The mark that skips a test which can't be run yet, on a puzzle that `threefold new` has just laid out.

    Nothing gets by: test_nothing_is_left_to_be_written, which is never skipped, fails on the same places.
    """
    if metafunc.definition.get_closest_marker("unwritten_too"):
        return []
    places = unfinished(puzzle.name, *(one.name for one in solver))
    return [pytest.mark.skip(f"to be written: {', '.join(places)}")] if places else []


@cache
def unfinished(puzzle: str, *languages: str) -> list[str]:
    return ungenerated(puzzle) + unwritten(puzzle, *languages)


class Bench:
    """The chosen languages, each in a worker process that lasts the session."""

    def __init__(self, chosen: list[Language]):
        self.languages = chosen
        self.worker = cache(lambda name: Worker(name, time_limit=60))

    def outcome(self, language: Language, puzzle: Puzzle, data: bytes) -> Outcome:
        return outcome(language, self.worker(language.name), puzzle.name, data)

    def solvers(self, puzzle: Puzzle) -> list[Language]:
        """The languages that have written the puzzle; a test that calls this finds at least one."""
        solvers = [one for one in self.languages if puzzle.name in one.puzzles]
        assert solvers, f"no language solves {puzzle.name}"
        written = [one for one in solvers if not unwritten(puzzle.name, one.name)]
        if not written:
            pytest.skip(f"{puzzle.name} is to be written in every language")
        return written

    def agreed(self, puzzle: Puzzle, data: bytes, asked: list[Language] | None = None) -> object:
        """The verdict that these languages share, or all of them. Raises `Disagreement`."""
        outcomes = [self.outcome(one, puzzle, data) for one in asked or self.solvers(puzzle)]
        if any(complaints(outcomes)):
            raise Disagreement(data, f"{told(outcomes)}")
        return outcomes[0].verdict

    def clocks(self, solvers: list[Language]) -> dict[str, float]:
        """Seconds of processor time that each language's process has taken, and under "" this one."""
        return {"": time.process_time()} | {
            one.name: self.worker(one.name).processor_time() for one in solvers
        }


@pytest.fixture(scope="session")
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    made = Bench(selection(request.config)[1])
    yield made
    for language in made.languages:
        made.worker(language.name).close()


@pytest.fixture
def search(puzzle: Puzzle, bench: Bench, request: pytest.FixtureRequest) -> Iterator[Search]:
    """Tries inputs within the puzzle's budget; what is told of it stands in the summary."""
    for one in (solvers := bench.solvers(puzzle)):  # what is loaded once is on nobody's account
        bench.outcome(one, puzzle, puzzle.cases[0].input.encode())
    before = bench.clocks(solvers)
    from search import Search  # here, for what measures has no Hypothesis

    made = Search(puzzle, bench, request.config.stash.get(FUZZ, 0.0))
    yield made
    seconds = sum(after - before[name] for name, after in bench.clocks(solvers).items())
    took = {"puzzle": puzzle.name, "seconds": seconds, "inputs": made.inputs, "short": made.short}
    request.node.user_properties.append(("search", took))


FUZZ = pytest.StashKey[float]()  # seconds for which each search goes on


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the part that is asked for, and with ``--fuzz`` the searches, who share its seconds.

    What stands first stays with xdist's first worker: others steal from the end.
    """
    found = len(items)
    items.sort(key=lambda item: item.get_closest_marker("first") is None)
    if part := config.getoption("part"):
        leave(
            config,
            items,
            [one for one in items if bool(one.get_closest_marker("alone")) == (part == "alone")],
        )
    if seconds := config.getoption("fuzz"):
        leave(config, items, [one for one in items if "search" in getattr(one, "fixturenames", ())])
        workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
        config.stash[FUZZ] = seconds * workers / max(1, len(items))
    if found and not items:
        config.stash[LEFT_OUT] = True
        if hasattr(config, "workeroutput"):
            config.workeroutput["left out"] = True


LEFT_OUT = pytest.StashKey[bool]()  # is everything that was found of the other part?


def leave(config: pytest.Config, items: list[pytest.Item], chosen: list[pytest.Item]) -> None:
    config.hook.pytest_deselected(items=[one for one in items if one not in set(chosen)])
    items[:] = chosen


class Workers:
    """Takes what a worker of xdist says in the end; registered where there is xdist."""

    def __init__(self, config: pytest.Config):
        self.config = config

    @pytest.hookimpl
    def pytest_testnodedown(self, node: object) -> None:
        if getattr(node, "workeroutput", {}).get("left out"):
            self.config.stash[LEFT_OUT] = True


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """That one part has no tests is fine where the other one has some."""
    if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and session.config.stash.get(LEFT_OUT, False):
        session.exitstatus = pytest.ExitCode.OK


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the searches cost, and which of them are below their floors."""
    seconds: Counter[str] = Counter()
    short: dict[str, list[str]] = defaultdict(list)
    inputs = 0
    for reports in terminalreporter.stats.values():
        for report in reports:
            for key, one in getattr(report, "user_properties", ()):
                if key == "search" and report.when == "teardown":
                    seconds[one["puzzle"]] += one["seconds"]
                    inputs += one["inputs"]
                    if one["short"]:
                        short[one["puzzle"]].append(f"{report.nodeid.partition('::')[2]}: {one['short']}")
    if not seconds:
        return
    [(most, longest)] = seconds.most_common(1)
    terminalreporter.section("what the puzzles' searches took")
    mean = sum(seconds.values()) / len(seconds)
    terminalreporter.line(
        f"{inputs} inputs of {len(seconds)} puzzles; processor time: {mean:.1f} s a puzzle, "
        f"{longest:.1f} s at most ({most})"
    )
    for puzzle in sorted(short):
        for words in short[puzzle]:
            terminalreporter.line(f"BELOW ITS FLOOR: {words}", yellow=True)


@pytest.fixture(name="cache")
def aocd_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of aocd; what a session could have from elsewhere is out of the way."""
    folder = tmp_path / "aocd"
    folder.mkdir()
    monkeypatch.setenv("AOCD_DIR", str(folder))
    monkeypatch.delenv("AOCD_CONFIG_DIR", raising=False)
    monkeypatch.delenv("AOC_SESSION", raising=False)
    # Nothing here may reach the site, not even by mistake.
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    return folder
