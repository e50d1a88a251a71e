"""What commands share: the types of their arguments, and how they give up."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from click.shell_completion import CompletionItem

from ..core import catalogue, languages
from ..core.catalogue import Puzzle
from ..core.languages import TIME_LIMIT, Language
from ..core.saving import Unusable

WRONG, BAD_INPUT, INTERRUPTED = 1, 2, 130
POSITIVE = click.FloatRange(min=0, min_open=True)
INPUT = click.Path(exists=True, dir_okay=False, path_type=Path)
OUTPUT = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)

Command = TypeVar("Command", bound=Callable[..., Any])


def starting(incomplete: str, words: Iterable[str]) -> list[CompletionItem]:
    """What a shell offers of these words."""
    return [CompletionItem(word) for word in words if word.startswith(incomplete)]


class PuzzleName(click.ParamType[Puzzle]):
    """A puzzle's name: ``aoc2021/day06``, ``2021/6`` or ``hello``."""

    name = "puzzle"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Puzzle:
        try:
            return catalogue.find(value)
        except catalogue.UnknownPuzzle as error:
            self.fail(str(error), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Every puzzle once, by its shortest name that fits."""
        fitting = (
            [name for name in catalogue.spellings(known) if name.startswith(incomplete)]
            for known in catalogue.puzzles()
        )
        return [CompletionItem(names[0]) for names in fitting if names]


class Selection(click.ParamType[str]):
    """The name of a puzzle or of a folder of puzzles, to be looked up by `selected`."""

    name = "selection"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        folders = dict.fromkeys(known.partition("/")[0].removeprefix("aoc") for known in catalogue.puzzles())
        return starting(incomplete, folders) + PuzzleName().shell_complete(ctx, param, incomplete)


class UserName(click.ParamType[str]):
    """A user of aocd, to be looked up by `inputs`."""

    name = "name"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from ..advent import cache

        try:
            return starting(incomplete, cache.users())
        except Unusable:
            return []


class Sizes(click.ParamType[tuple[int, ...]]):
    """Whole numbers from 1, separated by commas: ``10,1000,100000`` or ``10,1e3,1e5``."""

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

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return starting(incomplete, (one.name for one in languages.declared()))


def language_option(command: Command) -> Command:
    """``-l``, passed on as ``only``."""
    return click.option(
        "-l", "--language", "only", type=LanguageName(), multiple=True, help="Only this one; may be repeated."
    )(command)


def limit_options(command: Command) -> Command:
    """``--time-limit`` and ``--memory-limit``."""
    seconds = click.option(
        "--time-limit",
        type=POSITIVE,
        default=TIME_LIMIT,
        show_default=True,
        help="Seconds an input and language.",
    )
    mebibytes = click.option(
        "--memory-limit", type=click.IntRange(min=64), default=4096, show_default=True, help="MiB a language."
    )
    return seconds(mebibytes(command))


def source_options(command: Command) -> Command:
    """Whose inputs: ``--user``, or ``--inputs``, passed on as ``folder``, and ``--pattern``."""
    user = click.option("--user", type=UserName(), help="Whose, of those whom advent-of-code-data knows.")
    folder = click.option(
        "--inputs",
        "folder",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Take plain files below this folder instead: year2021/day06.txt, 2021/6/input.txt and the like.",
    )
    pattern = click.option("--pattern", help="What the files are called there, as '{year}/day{day:02}.txt'.")
    return user(folder(pattern(command)))


def check_sources(user: str | None, folder: Path | None, pattern: str | None) -> None:
    if user and folder:
        raise click.UsageError("--user is of advent-of-code-data's cache, and does not go with --inputs")
    if pattern is not None and not folder:
        raise click.UsageError("--pattern goes with --inputs")


def selected(names: Sequence[str]) -> list[Puzzle]:
    try:
        found = list(catalogue.select(list(names)))
    except catalogue.UnknownPuzzle as error:
        raise click.UsageError(str(error)) from None
    if not found:
        raise click.UsageError(f"there are no puzzles in {catalogue.root()}")
    return found


def chosen(only: Sequence[Language] = ()) -> list[Language]:
    """The languages asked for, or all, as far as they load; those that don't are named on standard error."""
    found = languages.introduced(only or languages.declared())
    for one in found:
        if one.trouble:
            click.echo(f"threefold: {one.name} does not load: {one.trouble}", err=True)
    loaded = [one for one in found if not one.trouble]
    if not found:
        fail("no language is installed: `nox -s dev` installs them")
    if not loaded:
        sys.exit(BAD_INPUT)
    return loaded if only else sorted(loaded, key=lambda one: (one.about["order"], one.name))


def tell_stale(solvers: Iterable[Language], names: Iterable[str]) -> None:
    """Says which of a checkout's libraries do not answer what their sources say, if that can be told."""
    from concurrent.futures import ThreadPoolExecutor
    from subprocess import CalledProcessError

    from ..workshop import rebuilding, scaffold

    if not (root := scaffold.checkout()):
        return
    folders = sorted({name.partition("/")[0] for name in names})
    solvers = list(solvers)

    def stale(one: Language) -> list[str]:
        try:
            return rebuilding.stale(one.name, root, folders)
        except (CalledProcessError, OSError):
            return []

    with ThreadPoolExecutor() as pool:
        found = pool.map(stale, solvers)
        for one, old in zip(solvers, found, strict=True):
            if old:
                words = f"{one.name} of {', '.join(old)} is not built of the sources that are there"
                click.echo(f"threefold: {words}: `nox -s dev -- {' '.join(old)}` does that", err=True)


def exit_status(found: int, only: Sequence[Language], loaded: Sequence[Language]) -> int:
    """An exit status, or that something failed where all was well with the languages that did load."""
    return found or (WRONG if len(loaded) < len(set(only or languages.declared())) else 0)


def fail(message: str) -> NoReturn:
    click.echo(f"threefold: {message}", err=True)
    sys.exit(BAD_INPUT)
