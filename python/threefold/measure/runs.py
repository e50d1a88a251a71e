"""What results were measured on: the machine, the compilers, the time and the commit of each run.

A file of results holds figures of several runs where only what changed was measured again; so each puzzle's
row names its run, by the time at which that began.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import chdir
from datetime import UTC, datetime
from typing import Any

from ..core import catalogue
from ..core.parts import need

Runs = dict[str, dict[str, Any]]  # by the time at which they began: ``2026-11-28 07:41:05``


def begun(abouts: Mapping[str, dict[str, Any]]) -> Runs:
    """A run that begins now, of these languages. Raises `Missing` where the engine is not installed."""
    need("measure", "measuring")
    from pytest_benchmark.plugin import pytest_benchmark_generate_machine_info
    from pytest_benchmark.utils import get_commit_info

    with chdir(catalogue.root()):  # of the checkout; nor may a module be taken from the current folder
        commit = str(get_commit_info().get("id"))[:10]  # type: ignore[no-untyped-call]
        machine = pytest_benchmark_generate_machine_info()  # type: ignore[no-untyped-call]
    stamp = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}"
    return {stamp: {"machine": hardware(machine), "commit": commit, "languages": dict(abouts)}}


def hardware(info: Mapping[str, Any]) -> str:
    """Processor, cores and system, of what pytest-benchmark notes; the machine's name stays out."""
    cpu = info.get("cpu", {})
    brand = cpu.get("brand_raw", info["processor"] or info["machine"])
    return f"{brand}, {cpu.get('count', '?')} cores, {info['system']} {info['release']}"


def languages(runs: Runs) -> dict[str, dict[str, Any]]:
    """What each language says of itself, the newest run last to speak."""
    return {name: about for stamp in sorted(runs) for name, about in runs[stamp]["languages"].items()}


def measured_on(runs: Runs) -> Iterator[str]:
    """Machines, languages, times and commits, a line each."""
    ordered = [runs[stamp] for stamp in sorted(runs)]
    yield from dict.fromkeys(str(run["machine"]) for run in ordered)
    # A peer may run on what one of the languages does; who was not started has said nothing.
    abouts = [about for run in ordered for about in run["languages"].values()]
    lines = (
        ", ".join(str(about[key]) for key in ("version", "flags", "runtime") if about.get(key))
        for about in abouts
    )
    yield from filter(None, dict.fromkeys(lines))
    times = " to ".join(dict.fromkeys(stamp[:16] for stamp in (min(runs), max(runs))))
    commits = list(dict.fromkeys(str(run["commit"]) for run in ordered))
    yield f"{times} UTC, commit{'s' if len(commits) > 1 else ''} {', '.join(commits)}"
