"""Commands on one input: made, solved in every language, judged."""

from __future__ import annotations

import json
import os
import random
import stat
import sys
from pathlib import Path
from select import select
from typing import TYPE_CHECKING

import click

from ..core import languages, parts
from ..core.catalogue import Puzzle, dated
from ..core.languages import Language
from ..core.saving import Unusable
from ..workshop import scaffold
from .options import (
    WRONG,
    PuzzleName,
    Selection,
    check_sources,
    chosen,
    exit_status,
    fail,
    language_option,
    limit_options,
    selected,
    source_options,
    tell_stale,
)

if TYPE_CHECKING:
    from ..core.answers import Answers

PATIENCE = 2.0  # seconds until a pipe from which nothing comes is taken for one that is not meant for us


@click.command("list")
@click.argument("names", metavar="[SELECTION]...", nargs=-1, type=Selection())
def list_(names: tuple[str, ...]) -> None:
    """The puzzles, and the languages that solve them; a dash stands for one that does not.

    Example: threefold list 2021
    """
    puzzles = selected(names)
    found = chosen()
    width = max(len(puzzle.name) for puzzle in puzzles)
    title_width = max(len(puzzle.title) for puzzle in puzzles)
    lines = []
    for puzzle in puzzles:
        solvers = " ".join(
            f"{one.name if puzzle.name in one.puzzles else '–':{len(one.name)}}" for one in found
        )
        unwritten = [one.name for one in found if scaffold.unwritten(puzzle.name, one.name)]
        still = f"  to be written: {' '.join(unwritten)}" if unwritten else ""
        lines.append(f"{puzzle.name:{width}}  {puzzle.title:{title_width}}  {solvers}{still}".rstrip())
    click.echo("\n".join(lines))


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
@language_option
@source_options
@click.option("--json", "as_json", is_flag=True, help="One JSON object per language, each on a line.")
@limit_options
def solve(
    puzzle: Puzzle,
    file: str | None,
    only: tuple[Language, ...],
    user: str | None,
    folder: Path | None,
    pattern: str | None,
    as_json: bool,
    time_limit: float,
    memory_limit: int,
) -> None:
    """Solves an input in every language, each in a process of its own.

    FILE is an input (- is standard input). Without one it is what is piped in, or read from a file by <;
    else your own, kept or fetched by advent-of-code-data, or one of the --inputs; and a generated one if
    there is none of yours. In a script, `< /dev/null` keeps standard input from being taken for one.

    The times are of one call in a new process, and so of a cold one: `threefold compare` measures.

    Example: threefold solve 2021/6 fish.txt -l rust -l haskell
    """
    from ..advent import cache
    from ..core.answers import UNKNOWN
    from ..core.solving import Report, solve_all

    check_sources(user, folder, pattern)
    if file and (user or folder):
        raise click.UsageError("either a FILE, or --user or --inputs")
    loaded = chosen(only)
    solvers = [one for one in loaded if puzzle.name in one.puzzles]
    if only and (without := [one.name for one in loaded if one not in solvers]):
        raise click.UsageError(f"{without[0]} does not solve {puzzle.name}")
    if not solvers:
        raise click.UsageError(f"no installed language solves {puzzle.name}")
    try:
        if file:
            data, known = read(file), cache.beside(Path(file))
        elif not (user or folder) and (given := piped()):
            data, known = given, UNKNOWN
        else:
            data, known = found(puzzle, user, folder, pattern)
    except Unusable as error:
        fail(str(error))
    tell_stale(solvers, [puzzle.name])
    report = Report(puzzle, known)
    for outcome in solve_all(puzzle, data, solvers, time_limit, memory_limit << 20):
        report.add(outcome)
        if as_json:
            click.echo(json.dumps(outcome.as_json(puzzle), ensure_ascii=False))
    if not as_json:
        report.show()
    for line in report.complaints():
        click.echo(f"threefold: {line}", err=True)
    sys.exit(exit_status(report.status, only, loaded))


def found(
    puzzle: Puzzle, user: str | None, folder: Path | None, pattern: str | None
) -> tuple[bytes, Answers]:
    """An input of a user's own with its known answers, else a generated one; says on stderr which it is."""
    from ..advent import inputs
    from ..core.answers import UNKNOWN

    try:
        if folder:
            one = inputs.filed_for(puzzle.name, folder, pattern, lambda data: accepted(puzzle, data))
            said = str(one.path)
        else:
            one = inputs.own(puzzle.name, user)
            how = "just fetched" if one.fetched else "kept"
            said = f"the input of {one.whose}, {how} by advent-of-code-data"
    except Unusable as error:
        if user or folder:
            raise
        reason = str(error) if dated(puzzle.name) else ""
        return generated(puzzle, None, None, reason).encode(), UNKNOWN
    data, known = one.read(), one.known
    click.echo(f"threefold: {said}", err=True)
    return data, known


def accepted(puzzle: Puzzle, data: bytes) -> bool:
    """Does some language find the input valid?"""
    from ..core.solving import solve_all

    solvers = [one for one in languages.installed() if puzzle.name in one.puzzles]
    return any(one.valid for one in solve_all(puzzle, data, solvers, 15.0, 4 << 30))


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Prints what makes a shell complete commands, puzzles and languages.

    \b
    Example, in the shell's own file:
      bash  ~/.bashrc                    eval "$(threefold completion bash)"
      zsh   ~/.zshrc, after compinit     eval "$(threefold completion zsh)"
      fish  ~/.config/fish/config.fish   threefold completion fish | source
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    assert script
    click.echo(script(context.find_root().command, {}, "threefold", "_THREEFOLD_COMPLETE").source())


@click.command()
def doctor() -> None:
    """The toolchains and languages, what some commands need, what is missing and how to get it.

    Example: threefold doctor
    """
    from ..build import toolchains

    everything = True
    for tool in toolchains.TOOLS:
        try:
            state = tool.check()
        except Exception as error:
            state = toolchains.State(False, f"{languages.said(error)}; {tool.how}")
        everything &= state.usable
        click.echo(f"{'ok     ' if state.usable else 'missing'}  {tool.name:8} {state.words}")
    for language in sorted(languages.introduced(languages.declared()), key=lambda one: one.name):
        if language.trouble:
            everything = False
            click.echo(f"broken   {language.name:8} {language.trouble}")
        else:
            about = f"{language.about['version']} {language.about['flags']}".strip()
            click.echo(f"ok       {language.name:8} {about}, {len(language.puzzles)} puzzles")
    for part in parts.MODULES:
        lack = parts.missing(part)
        click.echo(f"{'without' if lack else 'ok     '}  {part:8} {lack}".rstrip())
    sys.exit(0 if everything else WRONG)


def generated(puzzle: Puzzle, size: int | None, seed: int | None, reason: str = "") -> str:
    if seed is None:
        seed = random.SystemRandom().getrandbits(32)
        click.echo(f"threefold: a generated input, seed {seed}" + (reason and f" ({reason})"), err=True)
    try:
        return puzzle.generate(random.Random(seed), size)
    except NotImplementedError as error:  # `threefold new` lays generators out like that; the text says which
        fail(str(error))
    except ValueError as error:  # what a generator says of a size that no valid input has
        fail(f"{puzzle.name} of size {size}: {error}")


def piped() -> bytes | None:
    """What standard input holds, if it is a pipe or a file, and something is in it; told on standard error.

    A pipe may be one that we only inherit, and that nobody ever writes into or closes (a scheduler's, ssh's).
    """
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return None
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return None
    if not select([sys.stdin], [], [], PATIENCE)[0]:
        said = f"nothing within {PATIENCE:g} s from standard input: not read (- waits for it)"
        click.echo(f"threefold: {said}", err=True)
        return None
    data = read("-")
    if not data.strip():
        return None
    click.echo(f"threefold: the input is standard input's {len(data)} bytes", err=True)
    return data


def read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        fail(f"{file}: {error.strerror}")
