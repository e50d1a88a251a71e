"""What languages say of one input, held against each other: who differs, and in what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ..core.contract import InvalidInput, NoAnswer, Solved
from ..core.languages import OverLimit
from ..core.solving import Outcome

DISPUTE = "no two agree, or as many each way"
# What is counted of a language.
COLUMNS = (PART1, PART2, ERROR, DISPUTED, FAILED, OVER, WORDS) = (
    *("part 1", "part 2", "error", "disputed", "failed", "over a limit", "words"),
)


class Complaint(NamedTuple):
    """Languages that say something else than what is right, and in what: ``part 2``, ``line``, ``failed: …``.

    ``column`` is where it is counted. Many languages are named where it can't be told which of them is wrong.
    """

    languages: tuple[str, ...]
    kind: str
    column: str

    @property
    def key(self) -> str:
        """The same for every input that shows the same: numbers in the words of a failure don't count."""
        fails = self.column in (FAILED, OVER)
        kind = re.sub(r"[0-9]+", "#", self.kind)[:100] if fails else self.kind
        return f"{' '.join(self.languages)}: {kind}"


def complaints(
    outcomes: Sequence[Outcome], trusted: Collection[str] = (), any_words: bool = False
) -> Iterator[Complaint]:
    """What is wrong: of each language, and of each part; nothing where all say the same.

    Right is what the trusted languages say; without any, what most do. With ``any_words`` those of an error
    may differ.
    """
    for one in outcomes:
        if one.failed:
            column = OVER if isinstance(one.result, OverLimit) else FAILED
            yield Complaint((one.language.name,), f"failed: {one.result}", column)
    told = [one for one in outcomes if not one.failed]
    if len({one.verdict for one in told}) > 1:
        right = _right(told, trusted, lambda one: one.verdict)
        wrong = [one for one in told if not right or one.verdict != right.verdict]
        if not right:
            yield Complaint(tuple(sorted(one.language.name for one in wrong)), DISPUTE, DISPUTED)
            return
        for one in wrong:
            yield from (Complaint((one.language.name,), *said) for said in _differences(one, right))
    elif not any_words and len({_words(one) for one in told}) > 1:
        right = _right(told, trusted, _words)
        wrong = [one for one in told if not right or _words(one) != _words(right)]
        groups = [[one] for one in wrong] if right else [wrong]
        for names in ([one.language.name for one in group] for group in groups):
            yield Complaint(tuple(sorted(names)), "words", WORDS)


def right_outcome(outcomes: Sequence[Outcome], trusted: Collection[str] = ()) -> Outcome | None:
    """One that says what is right; none where that can't be told."""
    return _right([one for one in outcomes if not one.failed], trusted, lambda one: one.verdict)


def _right(told: list[Outcome], trusted: Collection[str], say: Any) -> Outcome | None:
    """One of those who say what the trusted say, or what most do."""
    if judges := [one for one in told if one.language.name in trusted]:
        return judges[0] if len({say(one) for one in judges}) == 1 else None
    groups = [list(group) for _, group in groupby(sorted(told, key=lambda one: repr(say(one))), say)]
    groups.sort(key=len)
    alone = len(groups) == 1 or (len(groups) > 1 and len(groups[-1]) > len(groups[-2]))
    return groups[-1][0] if alone else None


def _words(one: Outcome) -> str:
    return "" if isinstance(one.result, Solved) else str(one.result)


def _differences(one: Outcome, right: Outcome) -> Iterator[tuple[str, str]]:
    """In what an outcome differs from the right one, and where that is counted: each part by itself."""
    got, wanted = one.result, right.result
    if isinstance(got, Solved) and isinstance(wanted, Solved):
        both = zip((PART1, PART2), got.answers, wanted.answers, strict=True)
        yield from ((part, part) for part, ours, theirs in both if ours != theirs)
    elif type(got) is type(wanted):
        yield ("line" if isinstance(got, InvalidInput) else "part without an answer"), ERROR
    else:
        said: dict[type, str] = {Solved: "an answer", InvalidInput: "a refusal", NoAnswer: "no answer"}
        yield f"{said[type(got)]} for {said[type(wanted)]}", ERROR


def told(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """By language what it says: answers fit for a line, errors whole."""
    return {one.language.name: " and ".join(one.words) for one in outcomes}


def expected(right: Outcome | None) -> list[str]:
    """The lines of a case that say what must come of it."""
    from .shrinking import quoted

    match right and right.result:
        case InvalidInput(line=line):
            return [f"invalid_line = {line}"]
        case NoAnswer(part=part):
            return [f"no_answer_part = {part}"]
        case Solved() as solved:
            answers = zip((1, 2), solved.answers, strict=True)
            return [f"part{part} = {quoted(answer)}" for part, answer in answers if answer is not None]
    return ['part1 = "…"  # as it should be; or invalid_line = 1, or no_answer_part = 1']
