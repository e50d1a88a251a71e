"""Commands on one input: made, solved in every language, judged."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import click

from .. import languages
from ..catalogue import Puzzle
from ..languages import Language, SolverFailed
from .options import POSITIVE, WRONG, LanguageName, PuzzleName, fail, installed, selected


@click.command("list")
@click.argument("names", metavar="[SELECTION]...", nargs=-1)
def list_(names: tuple[str, ...]) -> None:
    """The puzzles, and the languages that solve them.

    Example: threefold list 2021
    """
    puzzles = selected(names)
    found = installed()
    width = max(len(puzzle.name) for puzzle in puzzles)
    title_width = max(len(puzzle.title) for puzzle in puzzles)
    for puzzle in puzzles:
        solvers = " ".join(one.name if puzzle.name in one.puzzles else " " * len(one.name) for one in found)
        click.echo(f"{puzzle.name:{width}}  {puzzle.title:{title_width}}  {solvers}".rstrip())


@click.command()
@click.argument("puzzle", type=PuzzleName())
@click.option(
    "--size", type=click.IntRange(min=1), help="In the puzzle's own unit; the official size by default."
)
@click.option("--seed", type=int, help="The same seed makes the same input.")
def generate(puzzle: Puzzle, size: int | None, seed: int | None) -> None:
    """Makes an input of the official form, on standard output.

    Example: threefold generate 2021/6 --size 1000 --seed 7 > fish.txt
    """
    click.echo(generated(puzzle, size, seed))


@click.command()
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
    from ..solving import Report, solve_all

    chosen = list(dict.fromkeys(only)) or [one for one in installed() if puzzle.name in one.puzzles]
    for one in only:
        if puzzle.name not in one.puzzles:
            raise click.UsageError(f"{one.name} does not solve {puzzle.name}")
    if not chosen:
        raise click.UsageError(f"no installed language solves {puzzle.name}")
    data = read(file) if file else generated(puzzle, None, None).encode()
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


@click.command()
def doctor() -> None:
    """The toolchains, their versions, what is missing and how to get it."""
    from .. import toolchains

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


def generated(puzzle: Puzzle, size: int | None, seed: int | None) -> str:
    if seed is None:
        seed = random.SystemRandom().getrandbits(32)
        click.echo(f"threefold: a generated input, seed {seed}", err=True)
    return puzzle.generate(random.Random(seed), size)


def read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        fail(f"{file}: {error.strerror}")
