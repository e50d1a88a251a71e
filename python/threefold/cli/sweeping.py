"""The command that tries inputs without end."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sys
import time as clock
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..core import catalogue
from ..core.catalogue import Puzzle
from ..core.languages import Language
from ..core.parts import need
from ..core.saving import Unusable, write_whole
from ..core.units import counted
from ..workshop.scaffold import ungenerated, unwritten
from .options import (
    FOLDER,
    INTERRUPTED,
    WRONG,
    LanguageName,
    Selection,
    chosen,
    exit_status,
    fail,
    language_option,
    limit_options,
    selected,
)

if TYPE_CHECKING:
    from ..sweep.engines import Engine
    from ..sweep.journal import Journal
    from ..sweep.sweeping import Sweep

TIME = 600.0  # seconds, where nothing is said
EACH = 60.0  # seconds from one line on the sweep's state to the next, where there is no terminal


class Span(click.ParamType[float]):
    """A time in seconds: ``90``, ``90s``, ``10m``, ``8h``."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        if isinstance(value, float):
            return value
        found = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", str(value))
        seconds = float(found[1]) * {"s": 1, "m": 60, "h": 3600}[found[2] or "s"] if found else 0.0
        if not seconds:
            self.fail(f"{value!r} is no time, as 90s, 10m and 8h are", param, ctx)
        return seconds


@click.command()
@click.argument("selection", metavar="[SELECTION]...", nargs=-1, type=Selection())
@language_option
@click.option("--time", type=Span(), help="How long, as 90s, 10m or 8h.  [default: 10m]")
@click.option("--inputs", type=click.IntRange(1), help="Or: how many of each puzzle.")
@click.option("--seed", type=int, help="The same seed makes the same inputs.")
@click.option(
    "--spoiled", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="What share is spoiled."
)
@click.option(
    "--large",
    type=click.FloatRange(0, 1),
    default=0.25,
    show_default=True,
    help="What share is up to the official size; the others are small, and many more fit into the time.",
)
@click.option(
    "--trust",
    type=LanguageName(),
    multiple=True,
    help="What this language says is right; may be repeated.  [default: what most say]",
)
@click.option("--any-words", is_flag=True, help="Errors may say the same line in other words.")
@click.option("--workers", type=click.IntRange(1), help="Processes.  [default: one a core]")
@click.option("--scheduler", metavar="ADDRESS", help="A scheduler of Dask that runs elsewhere.")
@click.option("--plain", is_flag=True, help="A loop in this process, without Dask.")
@click.option("--into", type=FOLDER, help="A new folder.  [default: results/sweep-…]")
@click.option(
    "--resume", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Take that one up again."
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@limit_options
def sweep(
    selection: tuple[str, ...],
    only: tuple[Language, ...],
    time: float | None,
    inputs: int | None,
    seed: int | None,
    spoiled: float,
    large: float,
    trust: tuple[Language, ...],
    any_words: bool,
    workers: int | None,
    scheduler: str | None,
    plain: bool,
    into: Path | None,
    resume: Path | None,
    as_json: bool,
    time_limit: float,
    memory_limit: int,
) -> None:
    """Tries generated and spoiled inputs of all sizes, and holds all languages against each other.

    On all cores, or on the workers of a Dask scheduler. What differs, crashes or takes too long is shrunk and
    kept in a folder, with the commands that show it again and make it a case. Puzzles share the time. Ctrl-C,
    or a machine that dies, ends it with all that was found by then, and --resume goes on.

    Exit status: 0 if nothing was found, 1 if something was, 2 if it could not go on, 130 after Ctrl-C.

    Example: threefold sweep 2021 --time 1h --spoiled 0.3
    """
    from ..sweep import sweeping
    from ..sweep.engines import Gone
    from ..sweep.journal import Journal
    from ..sweep.versions import told

    if plain and (scheduler or workers):
        raise click.UsageError("--plain is one loop here: no --workers, no --scheduler")
    if scheduler and workers:
        raise click.UsageError("--workers are of this machine, and --scheduler has its own")
    if resume and (selection or only or into or seed is not None or trust or any_words):
        raise click.UsageError(
            "--resume goes on as it was begun: it takes only --time, --inputs and who works"
        )
    if not plain:
        need("sweep", "sweeping on more than one core")
    try:
        if resume:
            journal = Journal(resume)
            plan = journal.take_up()
            left = plan["time"] and max(1.0, plan["time"] - journal.spent)
            plan |= {"time": time or (None if inputs else left), "inputs": inputs or plan["inputs"]}
            loaded = chosen(_named(plan))
        else:
            loaded = chosen(only)
            stamp = f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}"
            journal = Journal(into or Path("results") / f"sweep-{stamp}")
            if journal.folder.exists() and any(journal.folder.iterdir()):
                fail(f"{journal.folder} is not empty: --resume takes a sweep up again")
            plan = {
                "time": None if inputs and not time else time or TIME,
                "inputs": inputs,
                "seed": random.SystemRandom().getrandbits(32) if seed is None else seed,
                "spoiled": spoiled,
                "large": large,
                "time_limit": time_limit,
                "memory_limit": memory_limit << 20,
                "trusted": [one.name for one in trust],
                "any_words": any_words,
                "lanes": lanes(selected(selection), loaded),
            }
            if not plan["lanes"]:
                raise click.UsageError("none of these puzzles has a generator and a language that solves it")
            journal.begin(plan)
        click.echo(f"threefold: seed {plan['seed']}, in {journal.folder}", err=True)
        lost: list[str] = []
        interrupted, gone = False, ""
        try:
            journal.seed, journal.versions = plan["seed"], told(asked := by_language(plan))
            refuse_stale(journal.versions)
            engine = engine_of(plan, asked, journal.versions, plain, scheduler, workers)
            try:
                made = sweeping.Sweep(journal, engine, _lanes(plan, journal), plan["time"], _say, lost)
                with shown(made, plan) as show:
                    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C, of a system's
                    made.run(show)
            finally:
                engine.close()
        except Gone as error:
            gone = str(error)
        except KeyboardInterrupt:
            interrupted = True
        report = sweeping.as_json(journal, plan, lost)
        write_whole(journal.folder / "report.json", report, 2)
    except Unusable as error:
        fail(str(error))
    if as_json or report["inputs"] or lost:
        click.echo(json.dumps(report, ensure_ascii=False) if as_json else as_text(report))
    if gone:
        fail(f"{gone}; `threefold sweep --resume {journal.folder}` goes on")
    found = WRONG if report["found"] or report["lost"] else 0
    sys.exit(INTERRUPTED if interrupted else exit_status(found, only, loaded))


def lanes(puzzles: list[Puzzle], loaded: list[Language]) -> dict[str, list[str]]:
    """By puzzle the languages that have written it; without puzzles of nobody, or without a generator."""
    found = {}
    for puzzle in puzzles:
        solvers = [one.name for one in loaded if puzzle.name in one.puzzles]
        written = [name for name in solvers if not unwritten(puzzle.name, name)]
        if written and not ungenerated(puzzle.name):
            found[puzzle.name] = written
    return found


def _named(plan: dict[str, Any]) -> list[Language]:
    """The languages of a plan. Raises `Unusable` where one is not here any more."""
    from ..core import languages

    names = dict.fromkeys(name for solvers in plan["lanes"].values() for name in solvers)
    try:
        return [languages.named(name) for name in names]
    except languages.UnknownLanguage as error:
        raise Unusable(str(error)) from None


def _lanes(plan: dict[str, Any], journal: Journal) -> list[Any]:
    from ..sweep.sweeping import Lane, gaps

    found = []
    for name, names in plan["lanes"].items():
        left = gaps(journal.done.get(name, []), plan["inputs"])
        spent = journal.tallies[name].seconds if name in journal.tallies else 0.0
        found.append(Lane(catalogue.find(name), tuple(names), left, seconds=spent))
    return found


def by_language(plan: dict[str, Any]) -> dict[str, list[str]]:
    """The puzzles that each language is asked for."""
    asked: dict[str, list[str]] = {}
    for puzzle, names in plan["lanes"].items():
        for name in names:
            asked.setdefault(name, []).append(puzzle)
    return asked


def engine_of(
    plan: dict[str, Any],
    asked: dict[str, list[str]],
    versions: dict[str, str],
    plain: bool,
    scheduler: str | None,
    workers: int | None,
) -> Engine:
    """Who tries the units. Raises `Gone` where there is nobody."""
    from ..sweep.engines import Loop
    from ..sweep.trying import How

    how = How(
        f"{os.getpid()} {clock.time_ns()}",
        plan["seed"],
        plan["spoiled"],
        plan["large"],
        plan["time_limit"],
        plan["memory_limit"],
        tuple(plan["trusted"]),
        plan["any_words"],
    )
    if plain:
        return Loop(how)
    from ..sweep.cluster import Cluster

    return Cluster(how, asked, versions, scheduler, workers)


def refuse_stale(versions: dict[str, str]) -> None:
    """Raises `Gone` where a library that would be tried is not built of the sources that are there."""
    from ..sweep.engines import Gone
    from ..sweep.versions import UNBUILT

    old = {name: said.removeprefix(UNBUILT) for name, said in versions.items() if said.startswith(UNBUILT)}
    if old:
        words = "; ".join(f"{name} of {folders}" for name, folders in old.items())
        folders = sorted({folder for said in old.values() for folder in said.split(", ")})
        raise Gone(f"{UNBUILT}{words}: `nox -s dev -- {' '.join(folders)}` does that")


def _say(line: str) -> None:
    click.echo(f"threefold: {line}", err=True)


@contextmanager
def shown(sweep: Sweep, plan: dict[str, Any]) -> Iterator[Any]:
    """What is told of a sweep's state: a bar on a terminal, elsewhere a line a minute."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    before = sum(one.inputs for one in sweep.journal.tallies.values())
    total = plan["inputs"] and plan["inputs"] * len(sweep.lanes)

    def state() -> str:
        rate = sweep.inputs / max(sweep.elapsed, 1e-6)
        words = f"{counted(before + sweep.inputs)} inputs, {counted(rate)} a second"
        return f"{words}, {sweep.engine.workers} at work, {len(sweep.journal.keys)} found"

    if not console.is_terminal:
        last = [clock.monotonic()]

        def line(_: Sweep) -> None:
            if clock.monotonic() - last[0] >= EACH:
                last[0] = clock.monotonic()
                _say(state())

        yield line
        return
    columns = (BarColumn(40), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=1.0)

        def bar(_: Sweep) -> None:
            shares = [sweep.elapsed / plan["time"] if plan["time"] else 0.0]
            shares += [(before + sweep.inputs) / total] if total else []
            progress.update(task, completed=min(1.0, max(shares)), description=state())

        yield bar


def as_text(report: dict[str, Any]) -> str:
    """A row a puzzle; if anything was wrong, a table of who was wrong on what; and each finding."""
    from rich.table import Table

    from ..core.tables import rendered
    from ..sweep.sweeping import lines

    table = Table(title=f"{counted(report['inputs'])} inputs", title_justify="left")
    for column in ("puzzle", "inputs", "spoiled", "different", "sizes to", "a second", "found"):
        table.add_column(column, justify="left" if column == "puzzle" else "right")
    for name, one in report["puzzles"].items():
        largest = 2 * max(map(int, one["sizes"]), default=0)
        rate = one["inputs"] / max(one["seconds"], 1e-6)
        found = sum(each["puzzle"] == name for each in report["found"])
        cells = (one["inputs"], one["spoiled"], one["different"], largest, rate, found)
        table.add_row(name, *map(counted, cells))
    shown = rendered(table)
    wrong = {
        (name, language): columns
        for name, one in report["puzzles"].items()
        for language, columns in one["languages"].items()
        if any(columns.values())
    }
    if wrong:
        shown += _who(report, wrong)
    return "\n".join([shown.rstrip("\n"), *lines(report)])


def _who(report: dict[str, Any], wrong: dict[tuple[str, str], dict[str, int]]) -> str:
    """Who is wrong on what: a row a language, a column a puzzle that somebody is wrong on."""
    from rich.table import Table

    from ..core.tables import rendered

    puzzles = sorted({name for name, _ in wrong})
    table = Table(title="wrong, of a puzzle's inputs", title_justify="left")
    table.add_column("language")
    for name in puzzles:
        table.add_column(name, justify="right")
    rows = dict.fromkeys(language for one in report["puzzles"].values() for language in one["languages"])
    for language in rows:
        cells = []
        for name in puzzles:
            columns = wrong.get((name, language), {})
            known = language in report["puzzles"][name]["languages"]
            cells.append(
                ", ".join(f"{counted(count)} {column}" for column, count in columns.items() if count)
                or ("right" if known else "–")
            )
        table.add_row(language, *cells)
    return rendered(table)
