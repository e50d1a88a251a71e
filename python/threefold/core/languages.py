"""The languages: plug-ins, found under the entry-point group ``threefold.languages``.

A plug-in is any object with three functions that take and give plain data, so that it needs nothing of ours:

``puzzles() -> list[str]``
    the names of the puzzles that it solves, and below ``peers/`` what puzzles are measured against;
``solve(puzzle, text) -> tuple``
    ``("solved", part1, part2 or None, parse_ns, part1_ns, part2_ns)``, ``("invalid", line, message)``,
    ``("no answer", part, message)`` or ``("failed", message)``;
``about() -> dict``
    ``title``, ``order`` (where it stands in a table), ``version`` and ``flags``, as text but for the order.
"""

from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from .contract import InvalidInput, NoAnswer, Solved


class UnknownLanguage(LookupError):
    """No installed package declares a language of that name."""


class SolverFailed(Exception):
    """A solution broke: it raised, panicked, crashed or took too long."""


class Unavailable(SolverFailed):
    """The process of a solver does not even start: something that it needs is missing."""


class OverLimit(SolverFailed):
    """A solution took more time or memory than it was allowed."""


def opened(outcome: object) -> Solved:
    """What a plug-in's ``solve`` returned, as a value or as an exception."""
    match outcome:
        case ("solved", str(part1), str() | None as part2, int(parse_ns), int(part1_ns), int(part2_ns)):
            return Solved(part1, part2, parse_ns, part1_ns, part2_ns)
        case ("invalid", int(line), str(message)):
            raise InvalidInput(line, message)
        case ("no answer", int(part), str(message)):
            raise NoAnswer(message, part)
        case ("failed", str(message)):
            raise SolverFailed(message)
    raise SolverFailed(f"the contract knows no such outcome: {outcome!r:.200}")


@dataclass(frozen=True)
class Language:
    """A plug-in under the name of its entry point, loaded when first needed."""

    name: str
    entry: EntryPoint

    @cached_property
    def plugin(self) -> Any:
        try:
            return self.entry.load()
        except Exception as error:
            raise SolverFailed(f"{self.name} can't be loaded: {error}") from error

    @cached_property
    def puzzles(self) -> frozenset[str]:
        """The names of the puzzles, without what stands below ``peers/``."""
        return frozenset(name for name in self.plugin.puzzles() if not name.startswith("peers/"))

    @cached_property
    def about(self) -> dict[str, Any]:
        return dict(self.plugin.about())

    @property
    def title(self) -> str:
        return str(self.about["title"])

    def solve(self, puzzle: str, text: str) -> Solved:
        """Solves a text in normal form, in this process.

        Raises `InvalidInput`, `NoAnswer` or `SolverFailed`.
        """
        return opened(self.plugin.solve(puzzle, text))


def installed() -> list[Language]:
    """Every language that is installed and loads, in the order that they ask for."""
    return sorted(filter(_loads, declared()), key=lambda language: (language.about["order"], language.name))


def declared() -> list[Language]:
    """Every language that an installed package declares, whether it loads or not."""
    return [Language(entry.name, entry) for entry in entry_points(group="threefold.languages")]


def _loads(language: Language) -> bool:
    try:
        return bool(language.about)
    except SolverFailed:
        return False


def named(name: str) -> Language:
    """The language of that name. Raises `UnknownLanguage`."""
    for language in declared():
        if language.name == name:
            return language
    raise UnknownLanguage(
        f"no language is called {name!r}: {', '.join(sorted(one.name for one in declared()))} are installed"
    )
