"""Commands that measure, and show what was measured."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ..core import catalogue
from ..core.catalogue import Puzzle
from ..core.languages import Language
from ..core.parts import missing, need
from ..workshop import scaffold
from .options import (
    BAD_INPUT,
    FOLDER,
    INPUT,
    INTERRUPTED,
    OUTPUT,
    POSITIVE,
    WRONG,
    PuzzleName,
    Selection,
    Sizes,
    chosen,
    exit_status,
    fail,
    language_option,
    selected,
    tell_stale,
)

if TYPE_CHECKING:
    from ..measure.comparison import Comparison
    from ..measure.curves import Results
    from ..measure.measuring import Plan

NAMED = 30  # puzzles to be measured, in a list of them


@click.command()
@click.argument("selection", nargs=-1, type=Selection())
@language_option
@click.option("--phases", is_flag=True, help="Show parse, part 1, part 2 and memory apart.")
@click.option("--folders", is_flag=True, help="Show a row a folder, of geometric means.")
@click.option("--time", type=POSITIVE, help="Seconds in all, however many puzzles.  [default: 120]")
@click.option("--turns", type=click.IntRange(1, 100), help="Or: turns of each puzzle.  [default: 10]")
@click.option("--budget", type=POSITIVE, help="And seconds for a puzzle and language in them.  [default: 1]")
@click.option("--save", type=OUTPUT, help="Where the results go.  [default: results/latest.json]")
@click.option("--update", is_flag=True, help="Measure only what has changed since these results, or is new.")
@click.option("--results", type=INPUT, help="Show these earlier results instead of measuring.")
@click.option("--against", type=INPUT, help="Tell what became faster or slower since these results.")
@click.option("--fail-on-regression", is_flag=True, help="With --against: exit 1 if anything became slower.")
@click.option("--json", "form", flag_value="json", help="Print the table as JSON.")
@click.option("--markdown", "form", flag_value="markdown", help="Print the table as Markdown.")
@click.option("--into", type=OUTPUT, help="Write it as Markdown between the markers in this file.")
def compare(
    selection: tuple[str, ...],
    only: tuple[Language, ...],
    phases: bool,
    folders: bool,
    time: float | None,
    turns: int | None,
    budget: float | None,
    save: Path | None,
    update: bool,
    results: Path | None,
    against: Path | None,
    fail_on_regression: bool,
    form: str | None,
    into: Path | None,
) -> None:
    """Measures every puzzle in every language, and shows what each took.

    For two minutes, unless told otherwise: each puzzle once, and quickly; then those whose intervals are
    widest. Ctrl-C ends it with the table of what there is by then, and exit status 130.

    Example: threefold compare 2021 --phases
    """
    from ..measure import comparison, measuring

    if fail_on_regression and not against:
        raise click.UsageError("--fail-on-regression goes with --against")
    if time and (turns or budget):
        raise click.UsageError("--time is for all puzzles, --turns and --budget are for each: choose")
    if update and only:
        raise click.UsageError("--update measures a puzzle in all languages")
    plan = measuring.Plan(None if turns or budget else time or 120.0, turns or 10, budget or 1.0)
    puzzles = measurable(selection)
    failures: list[str] = []
    interrupted, status = False, 0
    try:
        before = comparison.Comparison.read(against) if against else None
        path = results or measuring.results_path(save)
        if results:
            table = comparison.Comparison.read(path)
        else:
            need("measure", "measuring")
            loaded = all_or_none(only, update)
            tell_stale(loaded, (puzzle.name for puzzle in puzzles))
            table, failures, interrupted = measured(puzzles, loaded, plan, path, update)
            status = exit_status(WRONG if failures else 0, only, loaded)
        if into:
            comparison.write_between(into, "comparison", table.as_markdown(phases, folders))
    except comparison.Unusable as error:
        fail(str(error))
    if before:
        status = tell_changes(before, table, fail_on_regression) or status
    else:
        click.echo(
            table.as_json()
            if form == "json"
            else table.as_markdown(phases, folders)
            if form == "markdown"
            else table.as_text(phases, folders)
        )
        if not results:
            click.echo(f"saved in {path}", err=True)
    for failure in failures:
        click.echo(f"threefold: {failure}", err=True)
    sys.exit(INTERRUPTED if interrupted else status)


def measured(
    puzzles: list[Puzzle], languages: list[Language], plan: Plan, path: Path, update: bool
) -> tuple[Comparison, list[str], bool]:
    """What the file holds after measuring, what failed, and whether it was interrupted. Raises `Unusable`."""
    from ..measure import comparison, measuring
    from ..measure.live import Shown

    known = comparison.Comparison.empty()
    if update:
        if path.is_file():
            known = comparison.Comparison.read(path)
        known.forget(catalogue.puzzles())
        puzzles = to_do(puzzles, {puzzle.name: known.stale(puzzle, languages) for puzzle in puzzles})
    found = measuring.Measurement(known, puzzles, languages, plan)
    interrupted = False
    if puzzles:
        try:
            with Shown(found) as found.seen:
                found.run(path, whole=update)
        except KeyboardInterrupt:
            interrupted = True
            again = "; the same command goes on from there" if update else ""
            click.echo(f"threefold: interrupted: this is what was measured by then{again}", err=True)
    elif update:
        known.write(path)
    if found.left:
        click.echo(
            f"threefold: the time was over before {found.left} of {len(puzzles)} puzzles had their turn: "
            "--time gives more",
            err=True,
        )
    table = comparison.Comparison(known.saved)
    if not table.costs:
        for failure in found.failures:
            click.echo(f"threefold: {failure}", err=True)
        if interrupted:
            sys.exit(INTERRUPTED)
        fail("nothing was measured")
    return table, found.failures, interrupted


def all_or_none(only: Sequence[Language], update: bool) -> list[Language]:
    """The languages that load, all of them for ``--update``: a row without one would replace a whole one."""
    loaded = chosen(only)
    if update and exit_status(0, only, loaded):
        fail("--update measures a puzzle in all languages: `threefold doctor` says what is missing")
    return loaded


def to_do(puzzles: list[Puzzle], reasons: Mapping[str, str]) -> list[Puzzle]:
    """Those that there is a reason for; they are named, before it begins."""
    found = [puzzle for puzzle in puzzles if reasons[puzzle.name]]
    click.echo(f"threefold: {len(found)} of {len(puzzles)} puzzles are to be measured", err=True)
    for puzzle in found[:NAMED]:
        click.echo(f"  {puzzle.name}: {reasons[puzzle.name]}", err=True)
    if len(found) > NAMED:
        click.echo(f"  and {len(found) - NAMED} more", err=True)
    return found


def tell_changes(before: Comparison, after: Comparison, fail_on_regression: bool) -> int:
    """Says what became of everything; the exit status."""
    from ..measure import comparison

    shift, found = comparison.changes(before, after)
    if next(before.machine()) != next(after.machine()):
        click.echo("threefold: the two runs were on different machines", err=True)
    if shift != 1:
        click.echo(f"all in all ×{shift:.2f}, taken for the machine's and out of these ratios:")
    for change in found:
        click.echo(str(change))
    return WRONG if fail_on_regression and any(change.slower for change in found) else 0


@click.command()
@click.argument("puzzle", type=PuzzleName())
@click.option(
    "--sizes", type=Sizes(), help="Such as 10,1000,100000; the puzzle's peers have their own by default."
)
@click.option(
    "--budget",
    type=POSITIVE,
    default=2.0,
    show_default=True,
    help="Seconds a contestant and size, for three turns or more.",
)
@click.option(
    "--time-limit",
    type=POSITIVE,
    default=60.0,
    show_default=True,
    help="Seconds a turn; who needs more is stopped.",
)
@click.option(
    "--memory-limit", type=click.IntRange(min=64), help="MiB a contestant.  [default: half of the machine's]"
)
@click.option(
    "--only", metavar="NAME", multiple=True, help="Only this language or peer, such as rust; may be repeated."
)
@click.option(
    "--save",
    type=OUTPUT,
    help="Where the results go.  [default: results/peers-PUZZLE.json]",
)
@click.option("--plot", type=FOLDER, help="Draw into this folder, too.")
@click.option(
    "--results",
    type=INPUT,
    help="Show these earlier results of the puzzle instead of measuring.",
)
def peers(
    puzzle: Puzzle,
    sizes: tuple[int, ...] | None,
    budget: float,
    time_limit: float,
    memory_limit: int | None,
    only: tuple[str, ...],
    save: Path | None,
    plot: Path | None,
    results: Path | None,
) -> None:
    """Measures the solutions against what people reach for instead, over sizes.

    Example: threefold peers decimal-convolution --sizes 10,1000,100000 --plot plots
    """
    from ..core import saving
    from ..measure import plots
    from ..measure.peers import Peers, measure

    path = save or results_folder() / f"peers-{puzzle.name.split('/')[-1]}.json"
    try:
        if plot:
            need("plot", "drawing")
            saving.provide(plot)
        if results:
            found = Peers.read(results)
            if found.puzzle != puzzle.name:
                fail(f"{results} is of {found.puzzle}, and not of {puzzle.name}")
        else:
            chosen()  # names those that do not load
            found = measure(puzzle, sizes or (), only, budget, time_limit, memory_limit, path)
        if found.measured:
            click.echo(found.as_text())
            if not results:
                click.echo(f"saved in {path}", err=True)
            if plot:
                say_written(plots.draw_peers(found, plot, ("svg", "png")), err=True)
    except saving.Unusable as error:
        fail(str(error))
    end_race(found, interrupted=found.saved["broken_off"] and not results)


@click.command()
@click.argument("selection", metavar="PUZZLE...", nargs=-1, required=True, type=Selection())
@click.option("--sizes", type=Sizes(), help="In the puzzle's unit, as 10,100,1e3; by doubling, by default.")
@click.option(
    "--budget",
    type=POSITIVE,
    default=5.0,
    show_default=True,
    help="Seconds a puzzle and language; what making the inputs takes does not count.",
)
@language_option
@click.option(
    "--time-limit",
    type=POSITIVE,
    default=15.0,
    show_default=True,
    help="Seconds a turn; who needs more is stopped.",
)
@click.option(
    "--memory-limit", type=click.IntRange(min=64), default=4096, show_default=True, help="MiB a language."
)
@click.option(
    "--save",
    type=OUTPUT,
    help="Where the results go.  [default: results/scale.json]",
)
@click.option("--update", is_flag=True, help="Measure only what has changed since these results, or is new.")
@click.option("--json", "as_json", is_flag=True, help="Print the results and the orders as JSON.")
@click.option(
    "--plot",
    "into",
    type=FOLDER,
    help="Draw the curves into this folder too.",
)
def scale(
    selection: tuple[str, ...],
    sizes: tuple[int, ...] | None,
    budget: float,
    only: tuple[Language, ...],
    time_limit: float,
    memory_limit: int,
    save: Path | None,
    update: bool,
    as_json: bool,
    into: Path | None,
) -> None:
    """Measures how the cost of puzzles grows with their input, and names the order of growth.

    Every language goes from small inputs to as large ones as its budget bears. The orders found are held
    against those that the puzzle's notes declare.

    Example: threefold scale 2021/6 hello --budget 10 --plot pictures
    """
    from ..core import saving
    from ..measure import plots, scaling
    from ..measure.plots import terminal

    puzzles = measurable(selection)
    solvers = all_or_none(only, update)
    tell_stale(solvers, (puzzle.name for puzzle in puzzles))
    if not any(puzzle.name in one.puzzles for puzzle in puzzles for one in solvers):
        raise click.UsageError(f"{', '.join(one.name for one in solvers)}: solves none of these puzzles")
    if update and (only or sizes):
        raise click.UsageError("--update measures a puzzle in all languages, over its own sizes")
    path = save or results_folder() / "scale.json"
    known = None
    try:
        if update and path.is_file():
            known = scaling.Scaling.read(path)
            known.forget(catalogue.puzzles())
            puzzles = to_do(puzzles, {puzzle.name: known.stale(puzzle, solvers) for puzzle in puzzles})
        if into:
            need("plot", "drawing")
            saving.provide(into)
        limits = (time_limit, memory_limit << 20)
        found = scaling.measure(puzzles, solvers, sizes, budget, limits, path, known)
        click.echo(found.as_json() if as_json else found.as_text())
        for line in found.mismatches():
            click.echo(f"threefold: {line}", err=True)
        if found.measured:
            click.echo(f"saved in {path}", err=True)
        if sys.stdout.isatty() and not as_json:
            lack = missing("plot")
            click.echo(
                f"threefold: drawing {lack}" if lack else terminal.growth_in_terminal(found), err=bool(lack)
            )
        if into:
            say_written(plots.draw_growth(found, into, ("svg", "png")), err=True)
    except saving.Unusable as error:
        fail(str(error))
    end_race(found, found.saved["broken_off"], exit_status(0, only, solvers))


def end_race(found: Results, interrupted: bool, status: int = 0) -> NoReturn:
    """Says what went wrong, and exits accordingly."""
    failures = list(found.failures())
    for line in failures:
        click.echo(f"threefold: {line}", err=True)
    if interrupted:
        click.echo("threefold: interrupted", err=True)
        sys.exit(INTERRUPTED)
    if not found.measured:
        fail("; ".join(["nothing was measured", *found.notes()]))
    sys.exit(WRONG if failures else status)


@click.command()
@click.option(
    "--results",
    type=INPUT,
    help="What `compare` saved.  [default: results/latest.json]",
)
@click.option(
    "--scale",
    "growth",
    type=INPUT,
    help="What `scale` saved.  [default: results/scale.json]",
)
@click.option("--into", type=FOLDER, help="A folder.  [default: results/plots]")
@click.option(
    "--format",
    "formats",
    type=click.Choice(["svg", "png"]),
    multiple=True,
    default=("svg", "png"),
    show_default=True,
    help="May be repeated.",
)
@click.option("--terminal", is_flag=True, help="Draw into the terminal, and write no file.")
def plot(
    results: Path | None, growth: Path | None, into: Path | None, formats: tuple[str, ...], terminal: bool
) -> None:
    """Draws what `compare` and `scale` have measured: times, phases, ratios, memory and growth.

    Example: threefold plot --into pictures --format svg
    """
    need("plot", "drawing")
    from ..core import saving
    from ..measure import comparison, plots, scaling
    from ..measure.plots import terminal as drawn

    folder = results_folder()
    if not results and not growth:  # who names one of them wants no other
        results, growth = (
            path if path.is_file() else None for path in (folder / "latest.json", folder / "scale.json")
        )
    if not results and not growth:
        fail(f"nothing is measured yet in {folder}: `threefold compare` and `threefold scale` do that")
    try:
        compared = comparison.Comparison.read(results) if results else None
        grown = scaling.Scaling.read(growth) if growth else None
        if terminal:
            click.echo(drawn.in_terminal(compared, grown))
        else:
            target = into or folder / "plots"
            saving.provide(target)
            if compared:
                say_written(plots.draw_comparison(compared, target, formats))
            if grown:
                say_written(plots.draw_growth(grown, target, formats))
    except saving.Unusable as error:
        fail(str(error))


def measurable(selection: tuple[str, ...]) -> list[Puzzle]:
    """The selected puzzles that inputs can be made for; the others are named on standard error."""
    puzzles = selected(selection)
    for puzzle in puzzles:
        if places := scaffold.ungenerated(puzzle.name):
            click.echo(f"threefold: {puzzle.name} is left out: {places[0]} is to be written", err=True)
    found = [puzzle for puzzle in puzzles if not scaffold.ungenerated(puzzle.name)]
    if not found:
        sys.exit(BAD_INPUT)
    return found


def results_folder() -> Path:
    """``results/``, of the checkout if we run from one."""
    checkout = catalogue.root().parent
    return (checkout if (checkout / "tests" / "test_speed.py").is_file() else Path()) / "results"


def say_written(paths: Iterable[Path], err: bool = False) -> None:
    for path in paths:
        click.echo(path, err=err)
