"""What commands share: the types of their arguments, and how they give up."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from .. import catalogue, languages
from ..catalogue import Puzzle
from ..languages import Language

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


def selected(names: Sequence[str]) -> list[Puzzle]:
    try:
        found = list(catalogue.select(list(names)))
    except catalogue.UnknownPuzzle as error:
        raise click.UsageError(str(error)) from None
    if not found:
        raise click.UsageError(f"there are no puzzles in {catalogue.root()}")
    return found


def installed() -> list[Language]:
    """The languages that load; those that don't are named on standard error."""
    found = languages.installed()
    for missing in {one.name for one in languages.declared()} - {one.name for one in found}:
        click.echo(f"threefold: {missing} does not load: `threefold doctor` says why", err=True)
    if not found:
        fail("no language is installed: `nox -s dev` installs them")
    return found


def fail(message: str) -> NoReturn:
    click.echo(f"threefold: {message}", err=True)
    sys.exit(BAD_INPUT)
