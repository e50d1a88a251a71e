"""A plug-in of pytest that times puzzles as it is told to: it starts and collects once for all turns.

With ``--orders DESCRIPTOR`` a run of ``tests/test_speed.py`` does not go through its tests, but waits at that
file descriptor for a puzzle, languages, seconds, and whether to check for caches; it runs the puzzle's test
in each of the languages, one after another, and answers what each has recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from ..core import worker


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("threefold").addoption("--orders", type=int, help="where to be told what to time")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    descriptor = session.config.getoption("orders")
    if descriptor is None:
        return None
    worker.serve(lambda: load(session), descriptor)
    return True


def load(session: pytest.Session) -> Callable[[str, list[str], float, bool], object]:
    """The way to time one puzzle. Raises `RuntimeError` where the tests can't be collected."""
    if session.testsfailed:
        raise RuntimeError("the harness can't be collected: `pytest tests/test_speed.py` says why")
    items = {item.name.partition("[")[2].rstrip("]"): item for item in session.items}

    def turn(puzzle: str, languages: list[str], seconds: float, check: bool) -> object:
        session.config.option.benchmark_max_time = seconds
        session.config.option.check_caches = check
        found: dict[str, Any] = {}
        for name in languages:
            if item := items.get(f"{puzzle}-{name}"):
                found[name] = run(item)
        return found

    return turn


def run(item: pytest.Item) -> dict[str, Any] | str | None:
    """What a test recorded as ``measured``, why it failed, or None where it was skipped."""
    item.user_properties.clear()
    for report in runtestprotocol(item, log=False):
        if report.failed:
            crash = getattr(report.longrepr, "reprcrash", None)
            words = str(crash.message if crash else report.longreprtext).strip().splitlines() or ["failed"]
            return words[0].removeprefix("threefold.core.languages.SolverFailed: ")
    return dict(item.user_properties).get("measured")  # type: ignore[return-value]
