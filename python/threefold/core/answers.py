"""Answers as they leave us and as they are known to be right."""

from collections.abc import Iterator

from .contract import UNWRITTEN

Answers = tuple[str | None, str | None]
UNKNOWN: Answers = None, None


def typed(answer: str) -> str:
    """An answer as people type it: one drawn in six rows of ``#`` and ``.`` is read, if it is letters."""
    if answer.count("\n") != 5:
        return answer
    from advent_of_code_ocr import convert_6  # type: ignore[import-untyped]

    try:
        return str(convert_6(answer))
    except (KeyError, ValueError):
        return answer


def compared(answers: Answers, known: Answers) -> Iterator[tuple[int, str, str]]:
    """Each part whose right answer is known: part, answer as people type it, right answer.

    Left out are parts to be written, and letters drawn in other than six rows: we can't read those.
    """
    for part, (answer, right) in enumerate(zip(answers, known, strict=True), 1):
        if answer is not None and answer != UNWRITTEN and right is not None and answer.count("\n") in (0, 5):
            yield part, typed(answer), right
