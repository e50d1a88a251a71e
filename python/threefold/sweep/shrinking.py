"""An input on which languages differ, as short as it gets, and as a case."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 20.0  # seconds of shrinking


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


def as_case(text: str, *lines: str, name: str = "…") -> str:
    """What keeps an input in ``cases.toml``; the lines say what must come of it."""
    return "\n".join([f"[[case]]\nname = {quoted(name)}\ninput = {quoted(text)}", *lines]) + "\n"


def quoted(text: str) -> str:
    """The text as a string of TOML."""
    known = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return (
        '"'
        + "".join(known.get(one) or (one if one.isprintable() else f"\\U{ord(one):08x}") for one in text)
        + '"'
    )
