"""The command line. A command is imported when it is asked for, and imports what is slow when it runs."""

import sys
from importlib import import_module
from typing import Any

import click

from ..core.parts import Missing
from .options import INTERRUPTED, fail
from .streams import streams

MODULES = {
    "book": ["book", "read"],
    "days": ["new", "watch"],
    "inputs": ["verify"],
    "measuring": ["compare", "peers", "plot", "scale"],
    "site": ["fetch", "submit"],
    "solving": ["completion", "doctor", "generate", "list", "solve"],
    "sweeping": ["sweep"],
}


class Commands(click.Group):
    """All commands; one that Ctrl-C ends has nothing more to say than that."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for names in MODULES.values() for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for module, names in MODULES.items():
            if cmd_name in names:
                return commands(module)[cmd_name]
        return None

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


def commands(module: str) -> dict[str, click.Command]:
    """The commands of one module, by name."""
    found = vars(import_module(f"{__name__}.{module}")).values()
    return {str(one.name): one for one in found if isinstance(one, click.Command)}
