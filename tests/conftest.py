"""The harness: every puzzle in every language, chosen with ``--select 2021/6`` or ``--select rust``."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from threefold import catalogue, languages
from threefold.catalogue import Puzzle
from threefold.contract import Solved
from threefold.languages import Language
from threefold.solving import Outcome, outcome
from threefold.worker import Worker


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("threefold")
    group.addoption(
        "--select", action="append", default=[], help="a puzzle, a folder or a language; may be repeated"
    )
    group.addoption("--turn", type=int, default=-1, help="which turn of a comparison this run is")


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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    puzzles, chosen = selection(metafunc.config)
    if {"puzzle", "language"} <= set(metafunc.fixturenames):
        pairs = [(puzzle, one) for puzzle in puzzles for one in chosen if puzzle.name in one.puzzles]
        metafunc.parametrize(
            "puzzle, language", pairs, ids=[f"{puzzle.name}-{one.name}" for puzzle, one in pairs]
        )
    elif "puzzle" in metafunc.fixturenames:
        metafunc.parametrize("puzzle", puzzles, ids=[puzzle.name for puzzle in puzzles])


class Bench:
    """The chosen languages, each in a worker process that lasts the session."""

    def __init__(self, chosen: list[Language]):
        self.languages = chosen
        self.worker = cache(lambda name: Worker(name, time_limit=60))

    def outcome(self, language: Language, puzzle: Puzzle, data: bytes) -> Outcome:
        return outcome(language, self.worker(language.name), puzzle.name, data)

    def outcomes(self, puzzle: Puzzle, data: bytes) -> list[Outcome]:
        """One for each language that has the puzzle; a test that calls this finds at least one."""
        found = [self.outcome(one, puzzle, data) for one in self.languages if puzzle.name in one.puzzles]
        assert found, f"no language solves {puzzle.name}"
        return found

    def agreed(self, puzzle: Puzzle, data: bytes) -> object:
        """The verdict that all languages share; fails where they differ or one breaks."""
        outcomes = self.outcomes(puzzle, data)
        said = {one.language.name: one.verdict if not one.failed else one.result for one in outcomes}
        assert not any(one.failed for one in outcomes), f"{said} on {data!r:.2000}"
        assert len({one.verdict for one in outcomes}) == 1, f"{said} on {data!r:.2000}"
        errors = {str(one.result) for one in outcomes if not isinstance(one.result, Solved)}
        assert len(errors) <= 1, f"they say it in different words: {errors} on {data!r:.2000}"
        return outcomes[0].verdict


@pytest.fixture(scope="session")
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    made = Bench(selection(request.config)[1])
    yield made
    for language in made.languages:
        made.worker(language.name).close()


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


def pytest_benchmark_update_machine_info(config: pytest.Config, machine_info: dict[str, object]) -> None:
    abouts = {language.name: language.about for language in selection(config)[1]}
    machine_info["threefold"] = {"languages": abouts}
