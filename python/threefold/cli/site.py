"""Commands that speak with the site, all of it through aocd."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..core import catalogue
from ..core.days import Day, NoDay
from ..core.languages import TIME_LIMIT
from ..core.parts import need
from ..core.saving import Unusable
from .options import INTERRUPTED, POSITIVE, WRONG, chosen, fail, tell_stale
from .solving import read

if TYPE_CHECKING:
    from ..advent.site import Example


class DayName(click.ParamType[Day]):
    """A day's name: ``2026/1``, ``2026/01`` or ``aoc2026/day01``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Day:
        if isinstance(value, Day):
            return value
        try:
            found = Day.named(value)
        except NoDay as error:
            self.fail(str(error), param, ctx)
        return found or self.fail(f"{value!r} is no day of Advent of Code, as 2026/1 is one", param, ctx)


DAY = click.argument("day", type=DayName())
USER = click.option("--user", help="One of aocd's users, by name or a part of it; aocd's default without it.")


@click.command()
@DAY
@USER
def fetch(day: Day, user: str | None) -> None:
    """Fetches your input of a day and the page's examples, and says where they lie.

    They lie in the cache of aocd (advent-of-code-data), whose session token is used. Keep them there: the
    site's texts and inputs must not be published, so none belongs in the repository.

    Example: threefold fetch 2026/1
    """
    site = _site()
    try:
        with site.visiting(*day, user) as visit:
            known = visit.has_input
            click.echo(visit.input())
            whose = f"the input of {day.name} for {visit.user}"
            click.echo(f"threefold: {whose} {'was there already' if known else 'is fetched'}", err=True)
            try:
                examples = visit.examples()
            except Unusable as error:
                click.echo(f"threefold: no examples: {error}", err=True)
            else:
                _tell(examples)
    except Unusable as error:
        fail(str(error))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _tell(examples: list[Example]) -> None:
    if not examples:
        click.echo("threefold: aocd finds no examples on the day's page", err=True)
        return
    for path, answers, remark, _ in examples:
        click.echo(path)
        words = (" ".join((answer or "").split()) for answer in answers)
        found = [f"part {part}: {word}" for part, word in enumerate(words, 1) if word]
        said = f"{', '.join(found) or 'no answer'}{remark and f' (only where {remark})'}"
        click.echo(f"threefold: {path.name}, by aocd's reading: {said}", err=True)
    if any(one.guessed for one in examples):
        click.echo(
            "threefold: the day is newer than aocd's list of examples, so that these are its guess: "
            "hold them against the page",
            err=True,
        )
    click.echo("threefold: examples are the site's texts: leave them in the cache, commit none", err=True)


@click.command()
@DAY
@click.option("--part", type=click.IntRange(1, 2), required=True)
@USER
@click.option(
    "--time-limit", type=POSITIVE, default=TIME_LIMIT, show_default=True, help="Seconds a language."
)
def submit(day: Day, part: int, user: str | None, time_limit: float) -> None:
    """Sends your answer to the site, if the languages agree on it and you say yes.

    Your own input is solved in each language that has the day; those that fail are named and left out. What
    aocd remembers as wrong is not sent again. Without a terminal to say yes at, nothing is sent.

    Exit status: 0 right; 1 wrong, or the languages disagree; 2 not sent, or nobody knows what came of it.

    Example: threefold submit 2026/1 --part 1
    """
    from ..core.solving import Report, solve_all

    try:
        puzzle = catalogue.find(day.name)
    except catalogue.UnknownPuzzle as error:
        raise click.UsageError(str(error)) from None
    solvers = [one for one in chosen() if puzzle.name in one.puzzles]
    if not solvers:
        raise click.UsageError(f"no installed language solves {puzzle.name}")
    if part > day.parts:
        fail(f"{day.name} has one part: its second star is on the site, for those who have all others")
    need("advent", "the site")
    if not sys.stdin.isatty():
        fail("nothing was sent: it takes a yes at a terminal, and standard input is none")

    tell_stale(solvers, [puzzle.name])
    site = _site()
    with site.Door() as door:
        try:
            visit = site.Visit(*day, user, door)
            report = Report(puzzle, (None, None))
            for outcome in solve_all(puzzle, read(str(visit.input())), solvers, time_limit, 4 << 30):
                report.add(outcome)
            report.show()
            for outcome in report.outcomes:
                if why := site.silent(outcome, part):
                    click.echo(f"threefold: {why}", err=True)
            answer = site.agreed(report.outcomes, part)
            if part == 2 and visit.answer(1) is None:
                raise site.Refused(f"part 1 of {day.name} comes first, and is not solved yet")
            if known := visit.answer(part):
                said = f"part {part} of {day.name} is already solved, with {known}"
                if known != answer:
                    _wrong(f"{said}: {answer} is wrong")
                raise site.Refused(said)
            if why := visit.remembered(answer, part):
                _wrong(f"{answer} is wrong: {why}")
            if not click.confirm(f"Send {answer} as part {part} of {day.name} for {visit.user}?", err=True):
                raise site.Refused("you did not say yes")
            verdict = visit.send(answer, part)
        except site.Disagreement as error:
            _wrong(str(error))
        except Unusable as error:
            fail(str(error) if door.tried else f"nothing was sent: {error}")
        except (KeyboardInterrupt, click.Abort):
            unsure = site.UNSURE.format(url=visit.puzzle.url) if door.tried else "nothing was sent"
            click.echo(f"\nthreefold: interrupted: {unsure}", err=True)
            sys.exit(INTERRUPTED)
    click.echo(verdict.words)
    sys.exit(0 if verdict.right else WRONG)


def _wrong(words: str) -> NoReturn:
    click.echo(f"threefold: nothing was sent: {words}", err=True)
    sys.exit(WRONG)


def _site() -> ModuleType:
    """What speaks with the site: slow to import, and with needs of its own (a data base of time zones)."""
    need("advent", "the site")
    try:
        from ..advent import site
    except Exception as error:
        fail(f"aocd can't be loaded: {error}")
    return site
