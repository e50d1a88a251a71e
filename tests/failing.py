"""What is shown of an input on which languages differ: shrunk, and how to keep it as a case."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from threefold.core.catalogue import Puzzle
from threefold.core.contract import normalise

if TYPE_CHECKING:
    from conftest import Bench

PATIENCE = 20.0  # seconds of shrinking
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
    case = f'[[case]]\nname = "…"\ninput = {quoted(text)}\n'
    if len(text) > LONGEST:
        path = Path("results") / f"failing-{puzzle.name.replace('/', '-')}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(case, encoding="utf-8")
        case = f"(what stands in {path})\n"
    return (
        f"{puzzle.name}: {words}\n\nTo keep it, add to {puzzle.folder / 'cases.toml'}:\n\n{case}"
        'part1 = "…"  # as it should be; or invalid_line = 1, or no_answer_part = 1\n'
    )


def shrunk(text: str, fails: Callable[[str], bool], seconds: float = PATIENCE) -> str:
    """The text without whatever lines and characters it fails without, as far as the time goes.

    Delta debugging (Zeller and Hildebrandt, 2002), from large pieces to single ones.
    """
    end = time.monotonic() + seconds
    while True:
        before = text
        for between in ("\n", ""):
            pieces = text.split(between) if between else list(text)
            width = len(pieces) // 2
            while width:
                at = 0
                while at < len(pieces) and time.monotonic() < end:
                    fewer = pieces[:at] + pieces[at + width :]
                    if fails(between.join(fewer)):
                        pieces = fewer
                    else:
                        at += width
                width //= 2
            text = between.join(pieces)
        if text == before:
            return text


def quoted(text: str) -> str:
    """The text as a string of TOML."""
    known = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return (
        '"'
        + "".join(known.get(one) or (one if one.isprintable() else f"\\U{ord(one):08x}") for one in text)
        + '"'
    )
