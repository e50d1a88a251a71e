"""Peak memory by puzzle and language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...core.units import MIB
from ..comparison import Memory
from .canvas import Titles, bars, canvas, frame, label, label_rows, stacked_rows, styles

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Picture


def memory_picture(memory: Mapping[str, Mapping[str, Memory]], titles: Titles) -> Picture:
    """Bars from zero: the process before it solves, and what the peak adds."""
    rows, headings = stacked_rows(memory, titles)
    picture, (axes,) = canvas(8.5, 0.2 * (rows[-1][0] + 2) + 0.9)
    bars(axes, [(y, 0, memory[puzzle][name].base / MIB) for y, puzzle, name in rows], "0.9", "")
    for language, look in styles(titles).items():
        own = [(y, memory[puzzle][name]) for y, puzzle, name in rows if name == language]
        boxes = [(y, one.base / MIB, one.increase / MIB) for y, one in own]
        bars(axes, boxes, look.colour, look.hatch)
        for y, one in own:
            label(axes, str(one), one.peak / MIB, y)
    axes.set_xlim(0, 1.16 * max(memory[puzzle][name].peak for _, puzzle, name in rows) / MIB)
    label_rows(axes, rows, headings, titles)
    axes.set_xlabel("peak resident memory in MiB: base (light) + increase (dark)")
    frame(axes, "top", "right", "left", grid="x")
    return picture
