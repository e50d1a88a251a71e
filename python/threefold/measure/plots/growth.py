"""Time over size, a curve for each language."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from ...core.units import counted, round_duration, short
from ..curves import Curve, Results
from .canvas import End, Style, across, canvas, frame, heading, logarithmic, name_ends, styles

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Picture


def draw_curve(
    axes: Axes, curve: Curve, look: Style, name: str, filled: Collection[int], small: bool = False
) -> End:
    """Draws a time over sizes, the marks at some of them filled, and a cross where it broke."""
    points = [(size, max(time.median, 1.0)) for size, time in curve.times.items()]
    axes.plot(*across(points), color=look.colour, linestyle=look.line, linewidth=1.6)
    for face in (look.colour, "white"):
        shown = [point for point in points if (point[0] in filled) == (face != "white")]
        if shown:
            how: Any = {"mfc": face, "mec": look.colour, "markersize": 4 if small else 5.5}
            axes.plot(*across(shown), look.marker, **how)
    size, time = points[-1]
    if not (stop := curve.broke):
        return size, time, name, look
    axes.plot([size, stop.size], [time, time], color=look.colour, linestyle=":", linewidth=1)
    axes.plot(stop.size, time, "x", color=look.colour, markersize=9, mew=2.2)
    reason = textwrap.fill(textwrap.shorten(stop.reason, 90, placeholder=" …"), 22 if small else 32)
    return stop.size, time, f"{name}\nstopped at {counted(stop.size)}:\n{reason}", look


def size_axes(axes: Axes, puzzle: str, unit: str, what: str, small: bool = False) -> None:
    axes.set(xscale="log", yscale="log", xlabel=unit or "size", ylabel=what)
    axes.set_title(heading(puzzle), fontsize=9 if small else 10, fontweight="bold", loc="left")
    logarithmic(axes.xaxis, short)
    logarithmic(axes.yaxis, round_duration)
    frame(axes, "top", "right", grid="both")


def growth_picture(puzzles: Mapping[str, Mapping[str, Curve]], scaling: Results) -> Picture:
    """Time over size, a panel a puzzle: what is filled was fitted, a cross is where a language broke."""
    small = len(puzzles) > 1
    columns = 1 if not small else 2 if len(puzzles) <= 4 else 3
    rows = math.ceil(len(puzzles) / columns)
    width, height = (5.0 * columns, 3.6 * rows) if small else (8.0, 5.4)
    picture, panels = canvas(width, height, rows, columns)
    ends: list[list[End]] = []
    for axes, (puzzle, curves) in zip(panels, puzzles.items(), strict=False):
        size_axes(axes, puzzle, scaling.unit(puzzle), "time, parse and both parts", small)
        looks = styles(curves)
        ends.append(
            [
                draw_curve(axes, one, looks[name], _order(one), one.fit.sizes if one.fit else (), small)
                for name, one in curves.items()
                if one.points
            ]
        )
    for axes in panels[len(puzzles) :]:
        axes.set_visible(False)
    notes = "filled: fitted, slope in brackets;  hollow: too small, or too near the floor;  ×: stopped"
    picture.supxlabel(notes, fontsize=7.5, color="0.3")
    picture.draw_without_rendering()  # lays it out
    for axes, names in zip(panels, ends, strict=False):
        name_ends(axes, names, 7.5 if small else 9)
    return picture


def _order(curve: Curve) -> str:
    """``Python n² (2.01)``, and what was declared if that is refuted."""
    slope = f"({curve.fit.slope:.2f})" if curve.fit else ""
    name = " ".join(filter(None, (curve.title, curve.order, slope)))
    return f"{name}\nnot the declared {curve.declared}" if curve.mismatch else name
