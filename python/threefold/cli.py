"""The command line. Whatever is slow to import is imported by the command that needs it."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from . import catalogue, languages
from .catalogue import Puzzle
from .languages import Language, SolverFailed

WRONG, BAD_INPUT, INTERRUPTED = 1, 2, 130
POSITIVE = click.FloatRange(min=0, min_open=True)
INPUT = click.Path(exists=True, dir_okay=False, path_type=Path)
OUTPUT = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


class PuzzleName(click.ParamType[Puzzle]):
    """A puzzle's name: ``aoc2021/day06``, ``2021/6`` or ``hello``."""

    name = "puzzle"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Puzzle:
        try:
            return catalogue.find(value)
        except catalogue.UnknownPuzzle as error:
            self.fail(str(error), param, ctx)


class Sizes(click.ParamType[tuple[int, ...]]):
    """Whole numbers from 1, parted by commas: ``10,1000,100000`` or ``10,1e3,1e5``."""

    name = "sizes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        try:
            numbers = [float(word) for word in str(value).split(",")]
            sizes = {int(number) for number in numbers}
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no list of whole numbers, as 10,100,1000 is one", param, ctx)
        if min(sizes) < 1 or any(number != int(number) for number in numbers):
            self.fail(f"{value!r}: sizes are whole numbers from 1 on", param, ctx)
        return tuple(sorted(sizes))


class LanguageName(click.ParamType[Language]):
    """The name of an installed language."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Language:
        try:
            return languages.named(value)
        except languages.UnknownLanguage as error:
            self.fail(str(error), param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="threefold")
def main() -> None:
    """The same puzzles in Python, Rust and Haskell: solve them, check them, compare their cost.

    A PUZZLE is named as in `threefold list`: aoc2021/day06, or short 2021/6, or hello.
    """


@main.command("list")
@click.argument("names", metavar="[SELECTION]...", nargs=-1)
def list_(names: tuple[str, ...]) -> None:
    """The puzzles, and the languages that solve them.

    Example: threefold list 2021
    """
    puzzles = _selected(names)
    found = _installed()
    width = max(len(puzzle.name) for puzzle in puzzles)
    title_width = max(len(puzzle.title) for puzzle in puzzles)
    for puzzle in puzzles:
        solvers = " ".join(one.name if puzzle.name in one.puzzles else " " * len(one.name) for one in found)
        click.echo(f"{puzzle.name:{width}}  {puzzle.title:{title_width}}  {solvers}".rstrip())


@main.command()
@click.argument("puzzle", type=PuzzleName())
@click.option(
    "--size", type=click.IntRange(min=1), help="In the puzzle's own unit; the official size by default."
)
@click.option("--seed", type=int, help="The same seed makes the same input.")
def generate(puzzle: Puzzle, size: int | None, seed: int | None) -> None:
    """Makes an input of the official form, on standard output.

    Example: threefold generate 2021/6 --size 1000 --seed 7 > fish.txt
    """
    click.echo(_generated(puzzle, size, seed))


@main.command()
@click.argument("puzzle", type=PuzzleName())
@click.argument("file", required=False, type=click.Path(allow_dash=True, path_type=str))
@click.option(
    "-l", "--language", "only", type=LanguageName(), multiple=True, help="Only this one; may be repeated."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per language, each on a line.")
@click.option(
    "--time-limit",
    type=POSITIVE,
    default=15.0,
    show_default=True,
    help="Seconds a language.",
)
@click.option(
    "--memory-limit", type=click.IntRange(min=64), default=4096, show_default=True, help="MiB a language."
)
def solve(
    puzzle: Puzzle,
    file: str | None,
    only: tuple[Language, ...],
    as_json: bool,
    time_limit: float,
    memory_limit: int,
) -> None:
    """Solves an input in every language, each in a process of its own.

    FILE is an input (- is standard input); without one, an input is generated.

    Example: threefold solve 2021/6 fish.txt -l rust -l haskell
    """
    from .solving import Report, solve_all

    chosen = list(dict.fromkeys(only)) or [one for one in _installed() if puzzle.name in one.puzzles]
    for one in only:
        if puzzle.name not in one.puzzles:
            raise click.UsageError(f"{one.name} does not solve {puzzle.name}")
    if not chosen:
        raise click.UsageError(f"no installed language solves {puzzle.name}")
    data = _read(file) if file else _generated(puzzle, None, None).encode()
    report = Report(puzzle, known_answers(file))
    for outcome in solve_all(puzzle, data, chosen, time_limit, memory_limit << 20):
        report.add(outcome)
        if as_json:
            click.echo(json.dumps(outcome.as_json(puzzle), ensure_ascii=False))
    if not as_json:
        report.show()
    for line in report.complaints():
        click.echo(f"threefold: {line}", err=True)
    sys.exit(report.status)


def known_answers(file: str | None) -> tuple[str | None, str | None]:
    """The answers that an aocd cache keeps beside an input of its own (``2021_06a_answer.txt``)."""
    if file is None or not file.endswith("_input.txt"):
        return None, None
    beside = [Path(file.removesuffix("_input.txt") + f"{part}_answer.txt") for part in "ab"]
    first, second = (path.read_text(encoding="utf-8").strip() if path.is_file() else None for path in beside)
    return first, second


@main.command()
@click.argument("selection", nargs=-1)
@click.option(
    "-l", "--language", "only", type=LanguageName(), multiple=True, help="Only this one; may be repeated."
)
@click.option("--phases", is_flag=True, help="Show parse, part 1, part 2 and memory apart.")
@click.option(
    "--budget", type=POSITIVE, default=1.0, show_default=True, help="Seconds a puzzle and language."
)
@click.option(
    "--turns",
    type=click.IntRange(1, 100),
    default=10,
    show_default=True,
    help="How often all is gone through.",
)
@click.option("--save", type=OUTPUT, help="Where the results go.  [default: results/latest.json]")
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
    budget: float,
    turns: int,
    save: Path | None,
    results: Path | None,
    against: Path | None,
    fail_on_regression: bool,
    form: str | None,
    into: Path | None,
) -> None:
    """Measures every puzzle in every language, and shows what each took.

    Example: threefold compare 2021 --phases
    """
    from . import comparison, measuring

    if fail_on_regression and not against:
        raise click.UsageError("--fail-on-regression goes with --against")
    names = [puzzle.name for puzzle in _selected(selection)]
    try:
        before = comparison.Comparison.read(against) if against else None
        path = results or measuring.results_path(save)
        try:
            if not results:
                measuring.measure(names, [one.name for one in only], budget, turns, path)
        except KeyboardInterrupt:
            click.echo(f"threefold: interrupted; what was measured by then is in {path}", err=True)
            sys.exit(INTERRUPTED)
        table = comparison.Comparison.read(path)
        if into:
            comparison.write_between(into, "comparison", table.as_markdown(phases))
    except comparison.Unusable as error:
        _fail(str(error))
    if before:
        shift, found = comparison.changes(before, table)
        if next(before.machine()) != next(table.machine()):
            click.echo("threefold: the two runs were on different machines", err=True)
        if shift != 1:
            click.echo(f"all in all ×{shift:.2f}, taken for the machine's and out of these ratios:")
        for change in found:
            click.echo(str(change))
        sys.exit(WRONG if fail_on_regression and any(change.slower for change in found) else 0)
    click.echo(
        table.as_json()
        if form == "json"
        else table.as_markdown(phases)
        if form == "markdown"
        else table.as_text(phases)
    )
    if not results:
        click.echo(f"saved in {path}", err=True)


@main.command()
def doctor() -> None:
    """The toolchains, their versions, what is missing and how to get it."""
    from . import toolchains

    everything = True
    for tool in toolchains.TOOLS:
        state = tool.check()
        everything &= state.usable
        click.echo(f"{'ok     ' if state.usable else 'missing'}  {tool.name:8} {state.words}")
    for language in sorted(languages.declared(), key=lambda one: one.name):
        try:
            about = f"{language.about['version']} {language.about['flags']}".strip()
            click.echo(f"ok       {language.name:8} {about}, {len(language.puzzles)} puzzles")
        except SolverFailed as error:
            everything = False
            click.echo(f"broken   {language.name:8} {error}")
    sys.exit(0 if everything else WRONG)


@main.command()
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
    from .comparison import Unusable
    from .peers import Race, Results, measure

    try:
        if results:
            found, finished = Results.read(results), True
        else:
            race = Race(puzzle, sizes or (), only, budget, time_limit, memory_limit)
            found, finished = measure(race, save, plot)
        click.echo(found.as_text())
        for path in found.plot(plot) if plot else []:
            click.echo(f"drawn in {path}", err=True)
    except Unusable as error:
        _fail(str(error))
    for line in found.complaints():
        click.echo(f"threefold: {line}", err=True)
    sys.exit(INTERRUPTED if not finished else WRONG if any(found.complaints()) else 0)


def _selected(names: Sequence[str]) -> list[Puzzle]:
    try:
        found = list(catalogue.select(list(names)))
    except catalogue.UnknownPuzzle as error:
        raise click.UsageError(str(error)) from None
    if not found:
        raise click.UsageError(f"there are no puzzles in {catalogue.root()}")
    return found


def _installed() -> list[Language]:
    """The languages that load; those that don't are named on standard error."""
    found = languages.installed()
    for missing in {one.name for one in languages.declared()} - {one.name for one in found}:
        click.echo(f"threefold: {missing} does not load: `threefold doctor` says why", err=True)
    if not found:
        _fail("no language is installed: `nox -s dev` installs them")
    return found


def _generated(puzzle: Puzzle, size: int | None, seed: int | None) -> str:
    if seed is None:
        seed = random.SystemRandom().getrandbits(32)
        click.echo(f"threefold: a generated input, seed {seed}", err=True)
    return puzzle.generate(random.Random(seed), size)


def _read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        _fail(f"{file}: {error.strerror}")


def _fail(message: str) -> NoReturn:
    click.echo(f"threefold: {message}", err=True)
    sys.exit(BAD_INPUT)


@main.command()
@click.argument("selection", metavar="PUZZLE...", nargs=-1, required=True)
@click.option("--sizes", type=Sizes(), help="In the puzzle's unit, as 10,100,1e3; by doubling, by default.")
@click.option(
    "--budget",
    type=POSITIVE,
    default=5.0,
    show_default=True,
    help="Seconds a puzzle and language; what making the inputs takes does not count.",
)
@click.option(
    "-l", "--language", "only", type=LanguageName(), multiple=True, help="Only this one; may be repeated."
)
@click.option(
    "--time-limit",
    type=POSITIVE,
    default=15.0,
    show_default=True,
    help="Seconds an input.",
)
@click.option(
    "--memory-limit", type=click.IntRange(min=64), default=4096, show_default=True, help="MiB a language."
)
@click.option(
    "--save",
    type=OUTPUT,
    help="Where the results go.  [default: results/scale.json]",
)
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
    as_json: bool,
    into: Path | None,
) -> None:
    """Measures how the cost of puzzles grows with their input, and names the order of growth.

    Every language goes from small inputs to as large ones as its budget bears. The orders found are held
    against those that the puzzle's notes declare.

    Example: threefold scale 2021/6 hello --budget 10 --plot pictures
    """
    from . import comparison, plots, scaling

    puzzles = _selected(selection)
    chosen = list(dict.fromkeys(only)) or _installed()
    if not any(puzzle.name in one.puzzles for puzzle in puzzles for one in chosen):
        raise click.UsageError(f"{', '.join(one.name for one in chosen)}: solves none of these puzzles")
    path = save or _results_folder() / "scale.json"
    runner = scaling.Runner(chosen, path, sizes, budget, time_limit, memory_limit << 20)
    try:
        if into:
            plots.provide(into)
        found = scaling.spoken(runner, puzzles)
        click.echo(found.as_json() if as_json else found.as_text())
        for line in found.complaints():
            click.echo(f"threefold: {line}", err=True)
        click.echo(f"saved in {path}", err=True)
        if sys.stdout.isatty() and not as_json:
            click.echo(plots.growth_in_terminal(found))
        if into:
            _say_written(plots.draw_growth(found, into, ("svg", "png")))
    except comparison.Unusable as error:
        _fail(str(error))
    if found.saved["broken_off"]:
        sys.exit(INTERRUPTED)
    sys.exit(WRONG if any(map(found.disagreement, found.curves)) else 0)


@main.command()
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
    from . import comparison, plots, scaling

    folder = _results_folder()
    if not results and not growth:  # who names one of them wants no other
        results, growth = (
            path if path.is_file() else None for path in (folder / "latest.json", folder / "scale.json")
        )
    if not results and not growth:
        _fail(f"nothing is measured yet in {folder}: `threefold compare` and `threefold scale` do that")
    try:
        compared = comparison.Comparison.read(results) if results else None
        grown = scaling.Scaling.read(growth) if growth else None
        if terminal:
            click.echo(plots.in_terminal(compared, grown))
        else:
            target = into or folder / "plots"
            plots.provide(target)
            if compared:
                _say_written(plots.draw_comparison(compared, target, formats))
            if grown:
                _say_written(plots.draw_growth(grown, target, formats))
    except comparison.Unusable as error:
        _fail(str(error))


def _results_folder() -> Path:
    """``results/``, of the checkout if we run from one."""
    checkout = catalogue.root().parent
    return (checkout if (checkout / "tests" / "test_speed.py").is_file() else Path()) / "results"


def _say_written(paths: Iterable[Path]) -> None:
    for path in paths:
        click.echo(path)


if __name__ == "__main__":
    main()
