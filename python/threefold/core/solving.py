"""One input in several languages: solved, shown side by side, judged."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .answers import Answers, Unreadable, brief, compared, drawn, shortened, typed
from .catalogue import Puzzle
from .contract import UNWRITTEN, InvalidInput, NoAnswer, Solved, normalise
from .languages import Language, SolverFailed, opened
from .units import duration
from .worker import Worker

Error = InvalidInput | NoAnswer | SolverFailed
KINDS = {InvalidInput: "invalid input", NoAnswer: "no answer", SolverFailed: "failed"}


@dataclass(frozen=True)
class Outcome:
    """What came of an input in one language."""

    language: Language
    result: Solved | Error

    @property
    def failed(self) -> bool:
        return isinstance(self.result, SolverFailed)

    @property
    def verdict(self) -> tuple[object, object]:
        """What languages must agree on: the answers, or which error and where."""
        match self.result:
            case Solved():
                return self.result.answers
            case InvalidInput(line=line):
                return "invalid input", line
            case NoAnswer(part=part):
                return "no answer", part
            case _:
                return "failed", self.language.name

    @property
    def valid(self) -> bool:
        """Did the language find the input valid?"""
        return isinstance(self.result, Solved | NoAnswer)

    @property
    def words(self) -> list[str]:
        """The answers, or the error, each fit for a line."""
        if isinstance(self.result, Solved):
            return [brief(answer) for answer in self.result.answers if answer is not None]
        return [str(self.result)]

    def _letters(self) -> dict[str, str]:
        """What is read from answers that are drawn, as far as they can be read."""
        found = {}
        for part, answer in enumerate(self.result.answers if isinstance(self.result, Solved) else (), 1):
            with suppress(Unreadable):
                if answer and drawn(answer):
                    found[f"part{part}_letters"] = typed(answer)
        return found

    def as_json(self, puzzle: Puzzle) -> dict[str, Any]:
        named = {"puzzle": puzzle.name, "language": self.language.name}
        match self.result:
            case Solved():
                return named | self.result._asdict() | self._letters()
            case InvalidInput(line=line):
                return named | {"error": str(self.result), "kind": KINDS[InvalidInput], "line": line}
            case error:
                kind = next(kind for one, kind in KINDS.items() if isinstance(error, one))
                return named | {"error": str(error), "kind": kind}


def outcome(language: Language, worker: Worker, puzzle: str, data: bytes) -> Outcome:
    """What comes of an input, as it was read, in one language."""
    return caught(language, lambda: worker.solve(puzzle, normalise(data)))


def caught(language: Language, solve: Callable[[], Solved]) -> Outcome:
    """What a call in a language returns or raises."""
    try:
        return Outcome(language, solve())
    except (InvalidInput, NoAnswer, SolverFailed) as error:
        return Outcome(language, error)


def together(
    languages: Iterable[tuple[Language, Worker]], puzzle: str, inputs: Sequence[bytes], limit: float
) -> list[list[Outcome]]:
    """Of each of many inputs what comes of it, by language.

    Raises `SolverFailed` where a process breaks on one, or has not solved all after ``limit`` seconds.
    """
    texts, refused = dict[int, str](), dict[int, InvalidInput]()
    for place, data in enumerate(inputs):
        try:
            texts[place] = normalise(data)
        except InvalidInput as error:
            refused[place] = error
    rows: list[list[Outcome]] = [[] for _ in inputs]
    for language, worker in languages:
        answers = worker.solve_each(puzzle, [*texts.values()], limit)
        for place, answer in zip(texts, answers, strict=True):
            rows[place].append(caught(language, partial(opened, answer)))
        for place, refusal in refused.items():
            rows[place].append(Outcome(language, refusal))
    return rows


def solve_all(
    puzzle: Puzzle, data: bytes, chosen: Iterable[Language], time_limit: float, memory_limit: int
) -> Iterator[Outcome]:
    """Solves one language after another, so that their times don't disturb each other."""
    console = Console(stderr=True)
    for language in chosen:
        status = console.status(f"{language.name} …") if console.is_terminal else nullcontext()
        with status, Worker(language.name, time_limit, memory_limit) as worker:
            done = outcome(language, worker, puzzle.name, data)
        yield done


@dataclass
class Report:
    """The outcomes of one input, and what is to be said of them."""

    puzzle: Puzzle
    known: Answers
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)

    @property
    def solved(self) -> list[tuple[Language, Solved]]:
        return [(one.language, one.result) for one in self.outcomes if isinstance(one.result, Solved)]

    @property
    def agree(self) -> bool:
        verdicts = zip(*(one.verdict for one in self.outcomes if not one.failed), strict=True)
        # Who is still writing says nothing.
        return all(len(set(said) - {UNWRITTEN}) <= 1 for said in verdicts)

    @property
    def status(self) -> int:
        """0: all right; 1: a solver failed, or is wrong; 2: the input is bad."""
        if not self.agree or any(one.failed for one in self.outcomes) or any(self._wrong()):
            return 1
        return 0 if self.solved else 2

    def _wrong(self) -> Iterator[str]:
        for language, solved in self.solved:
            for one in compared(solved.answers, self.known):
                if not one.is_right:
                    yield f"{language.name}: {one}"

    def _opinions(self) -> str:
        """Who says what."""
        said: dict[object, list[Outcome]] = {}
        for one in self.outcomes:
            if not one.failed:
                said.setdefault(one.verdict, []).append(one)
        return "; ".join(
            f"{', '.join(one.language.name for one in those)}: {' and '.join(those[0].words)}"
            for those in said.values()
        )

    def _drawings(self) -> Iterator[tuple[int, str, str]]:
        """Drawn answers, which a table would fold: part, drawing and whose it is, each once."""
        found: dict[tuple[int, str], list[str]] = {}
        for language, solved in self.solved:
            for part, answer in enumerate(solved.answers, 1):
                if answer and drawn(answer):
                    found.setdefault((part, answer), []).append(language.title)
        for (part, drawing), titles in found.items():
            yield part, drawing, ", ".join(titles)

    def complaints(self) -> Iterator[str]:
        """What is wrong, a line each; one line where all languages say the same of the input."""
        errors = [one for one in self.outcomes if not isinstance(one.result, Solved)]
        if self.agree and len(errors) == len(self.outcomes) and not any(one.failed for one in errors):
            yield str(errors[0].result)
        else:
            yield from (f"{one.language.name}: {one.result}" for one in errors)
        if not self.agree:
            yield f"the languages disagree ({self._opinions()})"
        yield from self._wrong()

    def show(self) -> None:
        """The table, on standard output, where there is something to show."""
        if not self.solved:
            return
        table = Table(title=f"{self.puzzle.title} ({self.puzzle.name})", title_justify="left")
        table.add_column("language")
        for column in ("part 1", "part 2"):
            table.add_column(column, overflow="fold")
        table.add_column("parse + part 1 + part 2", justify="right")
        for language, solved in self.solved:
            times = map(duration, (solved.parse_ns, solved.part1_ns, solved.part2_ns))
            table.add_row(
                language.title, *(Text(with_letters(answer)) for answer in solved.answers), " + ".join(times)
            )
        console = Console()
        console.print(table)
        for part, drawing, names in self._drawings():
            print(f"part {part}, {names}, {reading(drawing)}:\n{drawing}")
        words = f"one cold call each; `threefold compare {self.puzzle.name}` measures"
        console.print(words, style="dim", highlight=False)
        written = [solved for _, solved in self.solved if UNWRITTEN not in solved.answers]
        if len(written) == len(self.outcomes) > 1 and self.agree:
            console.print(f"all {len(self.solved)} languages agree", highlight=False)


def with_letters(answer: str | None) -> str:
    """An answer for a table, where a drawing would be folded: the letters that it is, if it can be read."""
    if answer is None or not drawn(answer):
        return shown(answer)
    try:
        return typed(answer)
    except Unreadable:
        return "drawn below"


def reading(drawing: str) -> str:
    """Which letters are read from a drawing, or why none are."""
    try:
        return f"read as {typed(drawing)}"
    except Unreadable as error:
        return str(error)


def shown(answer: str | None) -> str:
    """An answer for a table: whole, unless it is longer than a screen can bear."""
    return "–" if answer is None else shortened(answer, 2000)
