"""The command line. Whatever is slow to import is imported by the command that needs it."""

import sys
from typing import Any

import click

from ..core.parts import Missing
from . import book, days, inputs, measuring, site, solving
from .options import INTERRUPTED, fail
from .streams import streams


class Commands(click.Group):
    """All commands; one that Ctrl-C ends has nothing more to say than that."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        with streams():
            return super().main(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Missing as error:
            fail(str(error))
        except KeyboardInterrupt:
            click.echo("threefold: interrupted", err=True)
            sys.exit(INTERRUPTED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="threefold")
def main() -> None:
    """The same puzzles in Python, Rust and Haskell: solve them, check them, compare their cost.

    A PUZZLE is named as in `threefold list`: aoc2021/day06, or short 2021/6, or hello.
    """


for module in (solving, inputs, measuring, days, site, book):
    for command in vars(module).values():
        if isinstance(command, click.Command):
            main.add_command(command)
