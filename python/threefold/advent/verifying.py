"""The inputs that people have, in every language, held against the answers that are known."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from ..core import catalogue
from ..core.answers import Answers, compared
from ..core.contract import InvalidInput, Solved
from ..core.languages import Language
from ..core.saving import Unusable
from ..core.solving import Outcome, Report, outcome
from ..core.tables import rendered
from ..core.worker import Worker
from .cache import Empty, Fit, Input


class Verdict(StrEnum):
    """What is to be said of a language's answers to an input."""

    RIGHT = "right"  # no known answer differs
    WRONG = "wrong"
    UNREADABLE = "unreadable"  # a drawing that no letters can be read from; the known ones may be there
    FAILED = "failed"  # no answers
    UNKNOWN = "unknown"  # answers, and none known to hold them against
    NOT_HERE = "not here"


def verdict(done: Outcome, known: Answers) -> Verdict:
    if not isinstance(done.result, Solved):
        return Verdict.FAILED
    parts = list(compared(done.result.answers, known))
    if not parts:
        return Verdict.UNKNOWN
    if any(not one.is_right and not one.unreadable for one in parts):
        return Verdict.WRONG
    return Verdict.UNREADABLE if any(one.unreadable for one in parts) else Verdict.RIGHT


def _refused(report: Report) -> str | None:
    """Why the input is none, where some language says so and no other finds it valid."""
    invalid = [str(one.result) for one in report.outcomes if isinstance(one.result, InvalidInput)]
    return invalid[0] if invalid and not any(one.valid for one in report.outcomes) else None


@dataclass
class Verification:
    """Inputs, solved in every language that has their puzzle; ``complete`` unless it was broken off."""

    inputs: list[Input]
    languages: list[Language]
    reports: list[tuple[Input, Report]] = field(default_factory=list)
    unusable: list[tuple[Input, str]] = field(default_factory=list)
    passed_over: dict[Input, str] = field(default_factory=dict)  # what is no input after all, and why
    complete: bool = True

    def here(self) -> list[Input]:
        """The inputs whose puzzle some language solves."""
        solved = {name for one in self.languages for name in one.puzzles}
        return [one for one in self.inputs if one.puzzle in solved]

    def run(self, time_limit: float, memory_limit: int) -> None:
        """Solves them all, each language in one process that is kept; Ctrl-C keeps what was found by then.

        Files of which nobody could be sure that they are inputs are passed over where their content is none.
        """
        puzzles, here = catalogue.puzzles(), self.here()
        console = Console(stderr=True)
        seen: dict[tuple[str, bytes], Input] = {}
        with ExitStack() as stack:
            columns = (
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                TextColumn("{task.description}"),
            )
            bar = Progress(
                *columns,
                console=console,
                transient=True,
                redirect_stdout=False,
                disable=not console.is_terminal,
            )
            progress = stack.enter_context(bar)
            task = progress.add_task("", total=len(here))
            workers = {
                one.name: stack.enter_context(Worker(one.name, time_limit, memory_limit))
                for one in self.languages
            }
            try:
                for one in here:
                    progress.update(task, description=f"{one.puzzle} ({one.whose})")
                    try:
                        data = one.read()
                        same = seen.setdefault((one.puzzle, data), one) if one.fit < Fit.KEPT else one
                        report = Report(puzzles[one.puzzle], one.known)
                    except Unusable as error:
                        if isinstance(error, Empty) and one.fit < Fit.KEPT:
                            self.passed_over[one] = "it is empty"
                        else:
                            self.unusable.append((one, str(error)))
                        progress.advance(task)
                        continue
                    if same is not one:
                        self.passed_over[one] = f"it is the same as {same.whose}"
                    else:
                        for language in self.languages:
                            if one.puzzle in language.puzzles:
                                report.add(outcome(language, workers[language.name], one.puzzle, data))
                        self.reports.append((one, report))
                    progress.advance(task)
            except KeyboardInterrupt:
                self.complete = False
        self.sift()

    def sift(self) -> None:
        """Passes over what may be no input, and by its content is none."""
        accepted = {one.puzzle for one, report in self.reports if any(done.valid for done in report.outcomes)}
        refused = [(one, why) for one, report in self.reports if (why := _refused(report))]
        for one, why in (*refused, *self.unusable):
            if one.fit == Fit.DOUBTFUL or (one.fit == Fit.LIKELY and one.puzzle in accepted):
                self.passed_over[one] = why
        self.reports = [(one, report) for one, report in self.reports if one not in self.passed_over]
        self.unusable = [(one, why) for one, why in self.unusable if one not in self.passed_over]
        for one in {*self.inputs} - {*self.here()}:
            if one.fit == Fit.DOUBTFUL:
                self.passed_over[one] = f"no language here can tell whether it is one of {one.puzzle}"
        self.inputs = [one for one in self.inputs if one not in self.passed_over]

    def fate(self, one: Input) -> str:
        """What became of a file that may be an input."""
        if one in self.passed_over:
            return f"not an input: {self.passed_over[one]}"
        wrong = dict(self.unusable) | {one: why for one, report in self.reports if (why := _refused(report))}
        if one in wrong:
            return f"refused as an input of {one.puzzle}: {wrong[one]}"
        if one not in self.inputs:
            return f"not asked for, perhaps an input of {one.puzzle}"
        solved = any(one == other for other, _ in self.reports)
        return f"an input of {one.puzzle}{'' if solved else ', which is not solved here'}"

    def verdicts(self) -> Iterator[tuple[Input, Outcome, Verdict]]:
        for one, report in self.reports:
            for done in report.outcomes:
                yield one, done, verdict(done, report.known)

    def as_table(self) -> str:
        """How often each language was right."""
        counts = {one.name: Counter[Verdict]() for one in self.languages}
        for _, done, found in self.verdicts():
            counts[done.language.name][found] += 1
        table = Table(title=self._title(), title_justify="left")
        table.add_column("language")
        seldom = Verdict.UNREADABLE
        columns = [one for one in Verdict if one is not seldom or any(of[seldom] for of in counts.values())]
        for column in columns:
            table.add_column(column, justify="right")
        for language in self.languages:
            count = counts[language.name]
            count[Verdict.NOT_HERE] = sum(one.puzzle not in language.puzzles for one in self.inputs)
            table.add_row(language.title, *(str(count[column]) for column in columns))
        return rendered(table)

    def _title(self) -> str:
        done = len(self.reports) + len(self.unusable)
        broken_off = "" if self.complete else f", broken off after {done} of {len(self.here())}"
        return f"{len(self.inputs)} input{'s' * (len(self.inputs) != 1)}{broken_off}"

    def complaints(self) -> Iterator[str]:
        """What is wrong, a line each."""
        for _, why in self.unusable:
            yield why
        for one, report in self.reports:
            for line in report.complaints():
                yield f"{one.puzzle} ({one.whose}): {line}"

    def as_json(self) -> Iterator[dict[str, Any]]:
        """An object for each input and language."""
        for one, done, found in self.verdicts():
            puzzle = catalogue.Puzzle(one.puzzle, catalogue.root() / one.puzzle)
            yield done.as_json(puzzle) | {"input": one.whose, "verdict": str(found)}
