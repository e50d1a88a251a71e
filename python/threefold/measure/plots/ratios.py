"""All puzzles in one picture: the reference's time against the others'."""

from __future__ import annotations

import math
from collections.abc import Mapping
from statistics import geometric_mean
from typing import TYPE_CHECKING, Any

from ...core import catalogue
from ...core.units import figures, round_duration
from ..comparison import FLOOR
from .canvas import (
    THREAD,
    Style,
    Titles,
    across,
    apart,
    canvas,
    extent,
    frame,
    logarithmic,
    name_ends,
    styles,
)
from .costs import Costs

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Picture

REFERENCE = "rust"  # what the others are held against
NAMED_POINTS = 30  # puzzles that the scatter has room to name; if there are more, then
STRAYING = 12  # of them, those that stray farthest from the mean

Cloud = dict[str, tuple[float, float]]  # by puzzle: the reference's nanoseconds, and a language's


def ratios_picture(costs: Costs, titles: Titles) -> Picture | None:
    """All puzzles: the reference's time against the others', with lines of equal ratio.

    None where fewer than two languages can be compared.
    """
    clouds = clouds_of(costs, titles)
    if not clouds:
        return None
    picture, (axes,) = canvas(8.2, 6.6)
    looks = styles(titles)
    every = [point for cloud in clouds.values() for point in cloud.values()]
    low_x, high_x = min(x for x, _ in every) / 2, max(x for x, _ in every) * 2
    low_y, high_y = min(min(y for _, y in every), low_x * 2) / 2, max(y for _, y in every) * 4
    axes.set(xscale="log", yscale="log", xlim=(low_x, high_x), ylim=(low_y, high_y))
    _diagonals(axes)
    for name, cloud in clouds.items():
        how = {"color": looks[name].colour, "mec": "black", "mew": 0.5, "alpha": 0.9}
        axes.plot(
            *across(cloud.values()), looks[name].marker, markersize=7 if len(cloud) < 60 else 4.5, **how
        )
    logarithmic(axes.xaxis, round_duration)
    logarithmic(axes.yaxis, round_duration)
    axes.set_xlabel(f"time in {titles[REFERENCE]}, a whole call")
    axes.set_ylabel("time in the other language, a whole call")
    frame(axes, "top", "right")
    picture.draw_without_rendering()  # lays it out
    _name_clouds(axes, clouds, titles, looks)
    picture.draw_without_rendering()
    _name_points(axes, clouds)
    return picture


def clouds_of(costs: Costs, titles: Titles) -> dict[str, Cloud]:
    """By language. The floor is no puzzle."""
    clouds: dict[str, Cloud] = {}
    for puzzle, row in costs.items():
        if REFERENCE in row and puzzle != FLOOR:
            for name in titles:
                if name in row and name != REFERENCE:
                    pair = (row[REFERENCE].whole.median, row[name].whole.median)
                    clouds.setdefault(name, {})[puzzle] = (max(pair[0], 1.0), max(pair[1], 1.0))
    return clouds


def _diagonals(axes: Axes) -> None:
    """Lines of equal ratio, named where they enter the picture."""
    (left, right), (bottom, _) = axes.get_xlim(), axes.get_ylim()
    for power in range(-1, 6):
        ratio = 10.0**power
        ink, width = ("0.75", 0.8) if power else ("0.2", 1.0)
        axes.axline((1, ratio), (10, 10 * ratio), color=ink, linewidth=width, zorder=0)
        x = 1.04 * max(left, bottom / ratio)
        if x < right:
            name = f"×{ratio:.0f}" if power > 0 else f"÷{1 / ratio:.0f}" if power else "as fast"
            how: Any = {"rotation_mode": "anchor", "transform_rotates_text": True, "va": "bottom"}
            angle = math.degrees(math.atan2(ratio, 1))
            axes.text(x, x * ratio, name, rotation=angle, fontsize=8, color="0.3", clip_on=True, **how)


def _name_points(axes: Axes, clouds: Mapping[str, Cloud]) -> None:
    """Puzzles' names along the upper edge, each with a line down through the puzzle's points.

    Where there are too many to be read, those that stray farthest from their language's mean are named.
    """
    points: dict[str, list[tuple[float, float]]] = {}
    astray: dict[str, float] = {}
    for cloud in clouds.values():
        mean = math.log(geometric_mean([y / x for x, y in cloud.values()]))
        for puzzle, (x, y) in cloud.items():
            points.setdefault(puzzle, []).append((x, y))
            astray[puzzle] = max(astray.get(puzzle, 0.0), abs(math.log(y / x) - mean))
    named = sorted(points, key=lambda puzzle: -astray[puzzle])
    named = named if len(named) <= NAMED_POINTS else named[:STRAYING]
    named.sort(key=lambda puzzle: points[puzzle][0][0])
    width, height = extent(axes)
    (low, high), (_, top) = axes.get_xlim(), axes.get_ylim()
    wanted = [math.log(points[puzzle][0][0] / low) / math.log(high / low) * width for puzzle in named]
    for puzzle, at in zip(named, apart(wanted, [12.0] * len(named), width), strict=True):
        x, bottom = points[puzzle][0][0], min(y for _, y in points[puzzle])
        axes.plot([x, x], [bottom, top], color="0.75", linewidth=0.6, zorder=0.5)
        how: Any = {"rotation": 50, "rotation_mode": "anchor", "fontsize": 7.5, "textcoords": "axes fraction"}
        thread = THREAD | {"color": "0.75", "shrinkB": 0}
        place = (at / width, 1 + 14 / height)
        axes.annotate(catalogue.title(puzzle) or puzzle, (x, top), xytext=place, arrowprops=thread, **how)


def _name_clouds(axes: Axes, clouds: Mapping[str, Cloud], titles: Titles, looks: Mapping[str, Style]) -> None:
    """A line at each language's mean ratio, named at the right edge."""
    _, right = axes.get_xlim()
    ends = []
    for name, cloud in clouds.items():
        ratio, look = geometric_mean([y / x for x, y in cloud.values()]), looks[name]
        how = {"color": look.colour, "linestyle": look.line, "linewidth": 1.6, "zorder": 0.6}
        axes.axline((1, ratio), (10, 10 * ratio), **how)
        ends.append((right, right * ratio, f"{titles[name]}: ×{figures(ratio)}\n(geometric mean)", look))
    name_ends(axes, ends)
