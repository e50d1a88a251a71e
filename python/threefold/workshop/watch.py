"""A puzzle's cases in all languages side by side, run again whenever one of its files is saved.

A saved file says which language is to be built (`Sources`), `rebuilding` builds it, a new worker process
runs the cases (`Column`), and a table shows what came of them (`table`). `Watch` goes round and round.
"""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING

from ..advent import cache
from ..core import catalogue, languages
from ..core.catalogue import Case, Puzzle
from ..core.contract import Solved
from ..core.languages import OverLimit
from ..core.saving import Unusable
from ..core.solving import outcome, shown
from ..core.tables import rendered
from ..core.units import duration
from ..core.worker import Worker
from .judging import Judgement, State, judge
from .rebuilding import rebuild
from .scaffold import Place, layout
from .scaffold import languages as known_languages

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

SUFFIXES = {".py", ".rs", ".hs", ".toml", ".c"}
CASES = "cases"  # what stands for the cases where languages that have changed are named
QUIET = 60  # milliseconds without another change: the editor is done
TICK = 1000  # milliseconds between two looks at whether there are new folders
STYLES = {
    State.RIGHT: "green",
    State.WRONG: "bold red",
    State.FAILED: "bold red",
    State.UNREADABLE: "yellow",
    State.UNWRITTEN: "yellow",
    State.UNKNOWN: "cyan",
}


@dataclass(frozen=True)
class Sources:
    """The files that a puzzle's results depend on."""

    place: Place
    root: Path

    def folders(self) -> list[Path]:
        """Where they are, as far as there is something."""
        names = [f"puzzles/{self.place.name}"]
        names += [folder for language in known_languages() for folder in self._folders(language)]
        return [self.root / name for name in names if (self.root / name).is_dir()]

    def _folders(self, language: str) -> list[str]:
        return [folder.replace("$folder", self.place.folder) for folder in layout()[language]["sources"]]

    def concerns(self, path: Path) -> str | None:
        """What is to be done anew when a file changes: a language's name, `CASES`, or nothing.

        An editor's temporary files are nothing, and neither are other puzzles' own files, or laws.
        """
        if path.suffix not in SUFFIXES or not path.is_relative_to(self.root):
            return None
        name = path.relative_to(self.root).as_posix()
        if name == f"puzzles/{self.place.name}/cases.toml":
            return CASES
        if path.name.startswith((".", "#")) or "/laws/" in name:
            return None
        for language in known_languages():
            if any(name.startswith(f"{folder}/") for folder in self._folders(language)):
                return None if self._of_another(name, language) else language
        return None

    def _of_another(self, name: str, language: str) -> bool:
        """Is it a solution of another puzzle, or in the folder beside one?"""
        others = (Place.of(one).files(language)[0] for one in catalogue.puzzles() if one != self.place.name)
        return any(name == one or name.startswith(one.rpartition(".")[0] + "/") for one in others)

    def present(self, language: languages.Language) -> bool:
        """Does the language have the puzzle? Asked of its files, or of itself where we don't know those."""
        if path := self.place.solution(language.name):
            return (self.root / path).is_file()
        [known] = languages.introduced([language])
        return not known.trouble and self.place.name in known.puzzles


@dataclass
class Column:
    """What one language made of the cases when it was last built."""

    language: languages.Language
    worker: Worker
    results: dict[Case, tuple[Judgement, int | None]] = field(default_factory=dict)
    trouble: str = ""  # why there is nothing newer than the results

    @property
    def title(self) -> str:
        return self.language.name.capitalize()

    @property
    def heading(self) -> str:
        what = "as it was" if self.results else "not built"
        return f"{self.title} ({what})" if self.trouble else self.title

    def solve(self, case: Case, puzzle: str) -> bool:
        """Runs a case; the results hold it then, with its nanoseconds where there was an answer.

        False where it took too long, and others would only do the same.
        """
        result = outcome(self.language, self.worker, puzzle, case.input.encode()).result
        judgement = judge(case, result)
        if judgement == (State.FAILED, f"KeyError: {puzzle!r}"):
            why = f"{self.language.name} does not list it: `threefold new` adds it"
            judgement = Judgement(State.FAILED, why)
        self.results[case] = judgement, sum(result[2:]) if isinstance(result, Solved) else None
        return not isinstance(result, OverLimit)

    def cell(self, case: Case) -> Text:
        from rich.text import Text

        if case not in self.results:
            return Text("–")
        (state, words), nanoseconds = self.results[case]
        known = nanoseconds is not None and state is not State.UNWRITTEN
        took = f"  {duration(nanoseconds or 0)}" if known else ""
        return Text.assemble((shown(words) or state.value, STYLES[state]), (took, "dim"))

    def sum(self, cases: list[Case]) -> str:
        """How many cases are right, and what all of them took."""
        found = [self.results[case] for case in cases if case in self.results]
        right = sum(judgement.state is State.RIGHT for judgement, _ in found)
        unknown = sum(judgement.state is State.UNKNOWN for judgement, _ in found)
        took = sum(nanoseconds or 0 for _, nanoseconds in found)
        return f"{right} of {len(cases) - unknown} right" + (f", {duration(took)}" if right else "")


def texts(puzzle: Puzzle) -> list[Case]:
    """The inputs that are run: the puzzle's own cases, and those that aocd keeps of people who solve it."""
    cases = list(puzzle.cases)
    try:
        for one in cache.cached():
            if one.puzzle == puzzle.name:
                cases.append(Case(f"the input of {one.whose}", one.read().decode(), *one.known))
    except (Unusable, UnicodeDecodeError):
        pass  # `threefold verify` says what is wrong there
    return cases


def table(puzzle: Puzzle, cases: list[Case], columns: list[Column]) -> Table:
    """A row a case, a column a language."""
    from rich.table import Table

    made = Table(title=f"{puzzle.title} ({puzzle.name})", title_justify="left")
    made.add_column("case", overflow="fold")
    for column in columns:
        made.add_column(column.heading, overflow="fold")
    for case in cases:
        made.add_row(case.name, *(column.cell(case) for column in columns), end_section=case is cases[-1])
    made.add_row("", *(column.sum(cases) for column in columns))
    return made


class Blind(Exception):
    """The system tells nothing of changed files; the text says why."""


@dataclass
class Watch:
    """Goes on until it is interrupted. ``time_limit`` is in seconds a case."""

    puzzle: Puzzle
    root: Path
    time_limit: float = 15.0
    columns: dict[str, Column] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    trouble: str = ""  # what is wrong with the cases
    changes: Queue[str] = field(default_factory=Queue)
    to_build: set[str] = field(default_factory=set)
    to_run: set[str] = field(default_factory=set)
    blind: str = ""  # why changes can't be seen

    def __post_init__(self) -> None:
        from rich.console import Console

        self.console: Console = Console(highlight=False)
        self.sources = Sources(Place.of(self.puzzle.name), self.root.resolve())

    def forever(self) -> None:
        """Runs everything, then what changes ask for, until `KeyboardInterrupt`. Raises `Blind`."""
        stop = threading.Event()
        thread = threading.Thread(target=self._listen, args=[stop], daemon=True)
        thread.start()
        self.changes.put(CASES)
        for language in languages.declared():
            self.changes.put(language.name)
        try:
            while True:
                self.note(self.changes.get())
                self.catch_up()
        finally:
            stop.set()
            for column in self.columns.values():
                column.worker.close()
            thread.join()

    def _listen(self, stop: threading.Event) -> None:
        try:
            for changed in changed_names(self.sources, stop):
                for name in changed:
                    self.changes.put(name)
                    if column := self.columns.get(name):
                        column.worker.abort()  # what it is busy with is of yesterday
        except Exception as error:
            self.blind = str(error)
            self.changes.put(CASES)  # for someone to notice

    def note(self, name: str) -> None:
        """Takes down what a change asks for: a language, or the cases in all languages."""
        if self.blind:
            raise Blind(f"files can't be watched: {self.blind}")
        if name == CASES:
            self.read_cases()
            self.to_run |= self.columns.keys()
        else:
            self.to_build.add(name)

    def catch_up(self) -> None:
        """Does what is to be done, and what has come to be while it was; shows what came of it."""
        while True:
            while not self.changes.empty():
                self.note(self.changes.get())
            # What needs no compiler comes first: it is there at once.
            if name := first(self.to_run - self.to_build) or first(self.to_build):
                self.renew(name)
            else:
                break
        self.show()

    def read_cases(self) -> None:
        """The cases as they are now; those from before stay where the file can't be read."""
        try:
            self.cases = texts(Puzzle(self.puzzle.name, self.puzzle.folder))
            self.trouble = "" if self.cases else "no [[case]]"
        except OSError as error:
            self.trouble = str(error.strerror)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self.trouble = str(error)
        except (KeyError, TypeError, AttributeError):
            self.trouble = "a [[case]] has a name, an input, and what must come of it as text"

    def renew(self, name: str) -> None:
        """Builds a language, where that is to be done, and runs the cases in it."""
        build = name in self.to_build
        self.to_build.discard(name)
        self.to_run.discard(name)
        language = next((one for one in languages.declared() if one.name == name), None)
        if language is None or not self.sources.present(language):
            if column := self.columns.pop(name, None):
                column.worker.close()
            return
        column = self.columns.setdefault(name, Column(language, Worker(name, self.time_limit)))
        if build:
            column.worker.close()
            with self._saying(f"building {column.title}"):
                column.trouble = rebuild(name, self.root, self.sources.place).complaint
        if not column.trouble:
            with self._saying(f"running {column.title}"):
                self._run(column)
        if self.console.is_terminal:
            self.show()

    def _run(self, column: Column) -> None:
        """All cases in a language; where files change in the meantime, that comes first, and this again."""
        column.results.clear()
        for case in self.cases:
            going_on = column.solve(case, self.puzzle.name)
            if not self.changes.empty():
                self.to_run.add(column.language.name)
                return
            if not going_on:
                return

    def _saying(self, words: str) -> AbstractContextManager[object]:
        return self.console.status(f"{words} …") if self.console.is_terminal else nullcontext()

    def show(self) -> None:
        """The table, and below it what keeps it from being newer."""
        columns = [self.columns[name] for name in ordered(self.columns)]
        shown = table(self.puzzle, self.cases, columns)
        if self.console.is_terminal:
            self.console.clear()
            self.console.print(shown)
        else:
            print(rendered(shown), end="")
        for title, trouble in [("cases.toml", self.trouble), *((one.title, one.trouble) for one in columns)]:
            if trouble:
                print(f"\n{title}: {trouble}" if "\n" not in trouble else f"\n{title}:\n{trouble}")
        print(f"{datetime.now():%H:%M:%S}  watching {self.puzzle.name}; Ctrl-C ends", flush=True)


def ordered(names: Iterable[str]) -> list[str]:
    """Languages in the order of the layout, those that it doesn't know last."""
    known = known_languages()
    return sorted(names, key=lambda name: (known.index(name) if name in known else len(known), name))


def first(names: set[str]) -> str | None:
    return next(iter(ordered(names)), None)


def changed_names(sources: Sources, stop: threading.Event) -> Iterator[set[str]]:
    """What saved files ask for, again and again, until told to stop."""
    from watchfiles import Change, watch

    def wanted(_: Change, path: str) -> bool:
        return sources.concerns(Path(path)) is not None

    missed: set[str] = set()
    while not stop.is_set():
        folders = sources.folders()
        for changes in watch(
            *folders,
            watch_filter=wanted,
            debounce=10 * QUIET,
            step=QUIET,
            rust_timeout=TICK,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=False,
        ):
            names = {name for _, path in changes if (name := sources.concerns(Path(path)))}
            if names | missed:
                yield names | missed
            missed = set()
            if sources.folders() != folders:
                missed = {CASES, *known_languages()}  # a folder that is new may hold anything
                break
