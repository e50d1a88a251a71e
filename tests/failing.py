"""What is shown of an input on which languages differ: shrunk, and how to keep it as a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from threefold.core.catalogue import Puzzle
from threefold.core.contract import normalise
from threefold.sweep.shrinking import as_case, shrunk

if TYPE_CHECKING:
    from conftest import Bench

LONGEST = 2000  # characters that are printed; what is longer goes into a file


class Disagreement(AssertionError):
    """An input on which languages differ, or which should not be; ``shrinks`` if any text may show it."""

    def __init__(self, data: bytes, words: str, shrinks: bool = True):
        super().__init__(f"{words} on {data!r:.200}")
        self.data, self.words, self.shrinks = data, words, shrinks


def report(puzzle: Puzzle, bench: Bench, found: Disagreement) -> str:
    """The input, as short as it gets, what each language says of it, and the case that keeps it."""

    def differs(text: str) -> str:
        try:
            bench.agreed(puzzle, text.encode())
        except Disagreement as other:
            return other.words
        return ""

    text = normalise(found.data)
    words = found.words
    if found.shrinks and differs(text):
        text = shrunk(text, lambda shorter: bool(differs(shorter)))
        words = differs(text)
    case = as_case(text)
    if len(text) > LONGEST:
        path = Path("results") / f"failing-{puzzle.name.replace('/', '-')}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(case, encoding="utf-8")
        case = f"(what stands in {path})\n"
    return (
        f"{puzzle.name}: {words}\n\nTo keep it, add to {puzzle.folder / 'cases.toml'}:\n\n{case}"
        'part1 = "…"  # as it should be; or invalid_line = 1, or no_answer_part = 1\n'
    )
