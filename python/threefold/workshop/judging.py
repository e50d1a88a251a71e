"""What came of a case, held against what must."""

from enum import Enum
from typing import NamedTuple

from ..core.answers import held
from ..core.catalogue import Case
from ..core.contract import UNWRITTEN, InvalidInput, NoAnswer, Solved
from ..core.languages import SolverFailed


class State(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    UNREADABLE = "unreadable"  # a drawing in letters that we can't read, so that it may be right
    UNWRITTEN = UNWRITTEN
    FAILED = "failed"
    UNKNOWN = "unknown"  # answers of an input whose own are not known


class Judgement(NamedTuple):
    """A state, and in words what was got and wanted; no words where it is right."""

    state: State
    words: str = ""


def judge(case: Case, result: Solved | InvalidInput | NoAnswer | SolverFailed) -> Judgement:
    """Is that what must come of the case?"""
    if isinstance(result, SolverFailed):
        return Judgement(State.FAILED, str(result))
    if isinstance(result, Solved):
        return _answered(case, result)
    wanted = _wanted(case)
    if isinstance(result, InvalidInput):
        right = case.invalid_line == result.line
    else:
        right = case.no_answer_part == result.part
    return Judgement(State.RIGHT) if right else Judgement(State.WRONG, f"{result}; wanted {wanted}")


def _answered(case: Case, solved: Solved) -> Judgement:
    if case.invalid_line is not None or case.no_answer_part is not None:
        return Judgement(State.WRONG, f"answered; wanted {_wanted(case)}")
    both = zip((1, 2), solved.answers, (case.part1, case.part2), strict=True)
    parts = [(part, str(got), wanted) for part, got, wanted in both if wanted is not None]
    if not parts:
        return Judgement(State.UNKNOWN, _listed(solved))
    judged = [held(*one) for one in parts if one[1] != UNWRITTEN]
    differ = [one for one in judged if not one.is_right]
    wrong = [f"part {one.part}: {one.answer}, wanted {one.right}" for one in differ if not one.unreadable]
    unread = [f"part {one.part}: {one.unreadable}; wanted {one.right}" for one in differ if one.unreadable]
    open_parts = [str(part) for part, got, _ in parts if got == UNWRITTEN]
    unwritten = [f"part {' and part '.join(open_parts)} {UNWRITTEN}"] if open_parts else []
    state = (
        State.WRONG
        if wrong
        else State.UNREADABLE
        if unread
        else State.UNWRITTEN
        if unwritten
        else State.RIGHT
    )
    return Judgement(state, "; ".join(wrong + unread + unwritten))


def _listed(solved: Solved) -> str:
    return " and ".join(answer for answer in solved.answers if answer is not None)


def _wanted(case: Case) -> str:
    if case.invalid_line is not None:
        return f"bad input in line {case.invalid_line}"
    if case.no_answer_part is not None:
        return f"no answer to part {case.no_answer_part}"
    known = [answer for answer in (case.part1, case.part2) if answer is not None]
    return " and ".join(known) or "an answer"
