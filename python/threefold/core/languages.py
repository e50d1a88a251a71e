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

import json
import os
import signal
import time
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import EntryPoint, distributions, entry_points
from select import select
from typing import Any, NamedTuple

from .contract import InvalidInput, NoAnswer, Solved

GROUP = "threefold.languages"
PATIENCE = 10.0  # seconds for a plug-in to load and to introduce itself
TIME_LIMIT = 60.0  # seconds for a text: twice what any puzzle takes in any language on an official input


class UnknownLanguage(LookupError):
    """No installed package declares a language of that name."""


class SolverFailed(Exception):
    """A solution broke: it raised, panicked, crashed or took too long."""


class Unavailable(SolverFailed):
    """The process of a solver does not even start: something that it needs is missing."""


class OverLimit(SolverFailed):
    """A solution took more time or memory than it was allowed."""


class Introduction(NamedTuple):
    """What a plug-in says of itself: the names that it solves, and ``about``."""

    names: list[str]
    about: dict[str, Any]


def said(error: BaseException) -> str:
    """An exception on one line."""
    try:
        words = " ".join(str(error).split())
    except Exception:
        words = ""
    return f"{type(error).__name__}: {words:.300}" if words else type(error).__name__


@contextmanager
def guarded() -> Iterator[None]:
    """Whatever a plug-in raises is raised as `SolverFailed`, but what the contract allows, and Ctrl-C."""
    try:
        yield
    except (InvalidInput, NoAnswer, SolverFailed, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise SolverFailed(said(error)) from None


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
            raise SolverFailed(message.strip())
    raise SolverFailed(f"the contract knows no such outcome: {outcome!r:.200}")


@dataclass(frozen=True)
class Language:
    """A plug-in under the name of its entry point, loaded when first needed.

    Whatever goes wrong in it is raised as `SolverFailed`.
    """

    name: str
    entry: EntryPoint

    @cached_property
    def plugin(self) -> Any:
        with guarded():
            return self.entry.load()

    @cached_property
    def introduction(self) -> Introduction | SolverFailed:
        """What the plug-in says of itself, asked in this process; `introduced` asks in another."""
        try:
            with guarded():
                return _introduction(self.plugin)
        except SolverFailed as error:
            return error

    @property
    def trouble(self) -> str:
        """Why the language can't be used; empty where it can."""
        return str(self.introduction) if isinstance(self.introduction, SolverFailed) else ""

    @property
    def names(self) -> list[str]:
        """All that it solves: puzzles, and what stands below ``peers/``."""
        return self._introduced().names

    @cached_property
    def puzzles(self) -> frozenset[str]:
        """The names of the puzzles, without what stands below ``peers/``."""
        return frozenset(name for name in self.names if not name.startswith("peers/"))

    @property
    def about(self) -> dict[str, Any]:
        return self._introduced().about

    @property
    def title(self) -> str:
        return str(self.about["title"])

    def _introduced(self) -> Introduction:
        if isinstance(self.introduction, SolverFailed):
            raise self.introduction
        return self.introduction

    def solve(self, puzzle: str, text: str) -> Solved:
        """Solves a text in normal form, in this process.

        Raises `InvalidInput`, `NoAnswer` or `SolverFailed`.
        """
        with guarded():
            return opened(self.plugin.solve(puzzle, text))


def _introduction(plugin: Any) -> Introduction:
    """Asks a plug-in. Raises `SolverFailed` where it answers in other types than the contract's."""
    names = plugin.puzzles()
    if not isinstance(names, list | tuple | set | frozenset) or not all(
        isinstance(one, str) for one in names
    ):
        raise SolverFailed(f"puzzles() gives no list of names: {names!r:.100}")
    about = plugin.about()
    kinds = {"title": str, "order": int | float, "version": str, "flags": str}
    if not isinstance(about, dict):
        raise SolverFailed(f"about() gives no dict: {about!r:.100}")
    for key, kind in kinds.items():
        if not isinstance(about.get(key), kind):
            raise SolverFailed(f"about() gives no {key}: {about.get(key)!r:.100}")
    plain = {str(key): value for key, value in about.items() if isinstance(value, str | int | float)}
    return Introduction(sorted(names), plain)


def introduced(chosen: Iterable[Language]) -> list[Language]:
    """The languages, each asked in a process of its own, all at once: one may raise, crash or never end."""
    asked = list(dict.fromkeys(chosen))
    unknown = [one for one in asked if "introduction" not in vars(one)]
    end = time.monotonic() + PATIENCE
    children: list[tuple[int, int]] = []
    try:
        for one in unknown:
            children.append(_child(one))
        answers = [_received(pipe, end) for _, pipe in children]
    finally:
        statuses = [_ended(*child) for child in children]
    for one, answer, status in zip(unknown, answers, statuses, strict=True):
        how = f"status {status}" if status >= 0 else signal.Signals(-status).name
        lost = SolverFailed(f"its process ended while it was loaded ({how})")
        vars(one)["introduction"] = answer or lost
    return asked


def _child(language: Language) -> tuple[int, int]:
    """A process that writes what a language says of itself into the pipe; its number, and the pipe."""
    pipe, theirs = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of threads: the child uses none of the parent's
        process = os.fork()
    if process:
        os.close(theirs)
        return process, pipe
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.close(pipe)
        with open(os.devnull) as nothing:
            os.dup2(nothing.fileno(), 0)
        with suppress(OSError):
            os.dup2(2, 1)  # what it prints does not mix with the answers
        found = language.introduction
        answer = found._asdict() if isinstance(found, Introduction) else {"failed": str(found)}
        with open(theirs, "w", encoding="utf-8") as file:
            json.dump(answer, file)
    finally:
        os._exit(0)


def _received(pipe: int, end: float) -> Introduction | SolverFailed | None:
    """What a child wrote; nothing where it ended before."""
    data = b""
    while select([pipe], [], [], max(0.0, end - time.monotonic()))[0]:
        if piece := os.read(pipe, 1 << 16):
            data += piece
            continue
        with suppress(ValueError):
            match json.loads(data):
                case {"failed": message}:
                    return SolverFailed(message)
                case {"names": names, "about": about}:
                    return Introduction(names, about)
        return None
    return OverLimit(f"it does not say within {PATIENCE:g} s what it is")


def _ended(process: int, pipe: int) -> int:
    """Ends a child, if that is still to be done; its status, or less than 0 for a signal."""
    os.close(pipe)
    pause = 0.001
    while not (done := os.waitpid(process, os.WNOHANG))[0]:
        time.sleep(pause)  # it has closed the pipe, and is about to end; or never will
        pause *= 2
        if pause > 0.1:
            os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(done[1])


def installed() -> list[Language]:
    """Every language that is installed and loads, in the order that they ask for."""
    found = [one for one in introduced(declared()) if not one.trouble]
    return sorted(found, key=lambda language: (language.about["order"], language.name))


def declared() -> list[Language]:
    """Every language that an installed package declares, whether it loads or not."""
    try:
        entries = list(entry_points(group=GROUP))
    except Exception:  # one package's list is no such list
        entries = []
        for package in distributions():
            with suppress(Exception):
                entries += package.entry_points.select(group=GROUP)
    return [Language(entry.name, entry) for entry in entries]


def named(name: str) -> Language:
    """The language of that name. Raises `UnknownLanguage`."""
    for language in declared():
        if language.name == name:
            return language
    raise UnknownLanguage(
        f"no language is called {name!r}: {', '.join(sorted(one.name for one in declared()))} are installed"
    )
