"""Commands for a new day: written, and watched while it is solved."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..core import catalogue
from ..core.catalogue import Puzzle
from ..core.parts import need
from ..workshop import scaffold
from .options import INTERRUPTED, POSITIVE, WRONG, PuzzleName, fail


@click.command()
@click.argument("name")
@click.option("--title", help="The puzzle's own; a puzzle that is new needs one.")
@click.option(
    "--parts",
    type=click.IntRange(1, 2),
    help="How many questions it asks.  [default: 2, a year's last day 1]",
)
@click.option(
    "-l",
    "--language",
    "only",
    type=click.Choice(scaffold.languages()),
    multiple=True,
    help="Only in this one; may be repeated.  [default: all]",
)
def new(name: str, title: str | None, parts: int | None, only: tuple[str, ...]) -> None:
    """Lays out a new puzzle: page, generator, cases, oracle, and in each language a solution to be written.

    NAME is 2026/1, or FOLDER/SOME-WORDS. What is there already stays as it is; so a second call adds a
    language that is missing.

    Example: threefold new 2026/1 --title "Secret Entrance" -l python -l rust
    """
    root = checkout()
    try:
        with scaffold.alone(root):
            place = scaffold.Place.of(name)
            known = catalogue.puzzles().get(place.name)
            if known is None and title is None:
                raise click.UsageError("a puzzle that is new needs --title")
            if known:
                title, parts = known.title, int(known.meta["parts"])
            elif parts is None:
                parts = place.day.parts if place.day else 2
            chosen = tuple(one for one in scaffold.languages() if one in only or not only)
            plan = scaffold.Order(place, (title or "").strip(), parts, chosen).plan(root)
            plan.write()
    except scaffold.CannotWrite as error:
        fail(str(error))
    for word, paths in (("exists", plan.kept), ("new", plan.created), ("added to", plan.listed)):
        for path in paths:
            click.echo(f"{word:8}  {path}")
    for line in plan.by_hand:
        click.echo(f"threefold: {line}", err=True)
    if plan.texts:
        short = place.name.replace("aoc", "").replace("/day0", "/").replace("/day", "/")
        click.echo(f"Now `threefold watch {short}`, and write.")
    sys.exit(WRONG if plan.by_hand else 0)


def checkout() -> Path:
    """The checkout that we run from; without one, a word to say so."""
    found = scaffold.checkout()
    if found is None:
        fail("this needs a checkout of threefold: an installed package holds no sources to add to")
    return found


@click.command()
@click.argument("puzzle", type=PuzzleName())
@click.option("--time-limit", type=POSITIVE, default=15.0, show_default=True, help="Seconds a case.")
def watch(puzzle: Puzzle, time_limit: float) -> None:
    """Runs a puzzle's cases in all languages, and again whenever one of its files is saved.

    Only the language that has changed is built. Where it does not compile, its first errors are shown, and
    what was known before stays.

    Example: threefold watch 2026/1
    """
    need("watch", "watching")
    from ..workshop.watch import Blind, Watch

    root = checkout()
    try:
        Watch(puzzle, root, time_limit).forever()
    except Blind as error:
        fail(str(error))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
