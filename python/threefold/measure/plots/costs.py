"""What each puzzle costs: whole calls, and the shares of their phases."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ...core.units import duration, figures, round_duration
from ..comparison import PHASES, Cost, Figure
from .canvas import Titles, bars, canvas, frame, label, label_rows, logarithmic, stacked_rows, styles

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Picture

BORDER = "border"  # what crossing into the language costs, beside the phases
PHASE_NAMES = {"parse": "parse", "part1": "part 1", "part2": "part 2", BORDER: "border"}
PHASE_FILLS = {  # from dark to light, and hatched differently
    "parse": ("#4d4d4d", "", "white"),
    "part1": ("#a6a6a6", "", "black"),
    "part2": ("#e3e3e3", "", "black"),
    BORDER: ("white", "//////", "black"),
}
KEY = {phase: (0.0, 24.0 * at, 5.0) for at, phase in enumerate(PHASE_FILLS)}  # beside the first heading

Costs = Mapping[str, Mapping[str, Cost]]  # by puzzle, then by language


def costs_picture(costs: Costs, titles: Titles) -> Picture:
    """Left: whole calls, as points on a logarithmic scale. Right: the shares of their phases, as bars."""
    rows, headings = stacked_rows(costs, titles)
    height = 0.2 * (rows[-1][0] + 2) + 1.1
    picture, (left, right) = canvas(10.5, height, 1, 2, sharey=True, width_ratios=[1.25, 1])
    looks = styles(titles)
    left.set_xscale("log")
    for language, look in looks.items():
        own = [(y, costs[puzzle][name].whole) for y, puzzle, name in rows if name == language]
        lows = [max(whole.median - whole.deviation, whole.median / 10) for _, whole in own]
        highs = [whole.median + whole.deviation for _, whole in own]
        ys, medians = [y for y, _ in own], [whole.median for _, whole in own]
        # Interrupted by no number, all are one path.
        ends = [end for pair in zip(lows, highs, strict=True) for end in (*pair, math.nan)]
        left.plot(ends, [y for y in ys for _ in range(3)], color=look.colour, linewidth=2.5, alpha=0.5)
        left.plot(medians, ys, look.marker, color=look.colour, markersize=6, mec="black", mew=0.6)
    for y, puzzle, name in rows:
        whole = costs[puzzle][name].whole
        words = duration(whole.median) + _against_fastest(whole)
        label(left, words, whole.median + whole.deviation, y)
    shares = {y: _shares(costs[puzzle][name]) for y, puzzle, name in rows}
    for phase, (fill, hatch, _) in PHASE_FILLS.items():
        bars(right, [KEY[phase], *((y, *boxes[phase]) for y, boxes in shares.items())], fill, hatch)
        right.text(sum(KEY[phase][1:]) + 1.5, 0, PHASE_NAMES[phase], va="center_baseline", fontsize=8)
    for y, boxes in shares.items():
        _name_shares(right, y, boxes)
    low, high = left.get_xlim()
    left.set_xlim(low, high * (high / low) ** 0.28)  # room for the labels
    label_rows(left, rows, headings, titles)
    logarithmic(left.xaxis, round_duration)
    left.tick_params(axis="x", labelsize=8)
    left.set_xlabel("time of a whole call: median ± deviation;  × that of the fastest")
    frame(left, "top", "right", "left", grid="x")
    right.set_xlim(-0.5, 100.5)
    right.set_xlabel("share of that time, % (border: carrying the text in and the answers out)")
    right.tick_params(axis="y", length=0, labelleft=False)
    frame(right, "top", "right", "left")
    return picture


def _against_fastest(whole: Figure) -> str:
    """The ratio to the fastest, for a label; nothing for the fastest itself."""
    return "" if not whole.ratio else "  tie" if whole.ratio.tie else f"  ×{figures(whole.ratio.value)}"


def _shares(cost: Cost) -> dict[str, tuple[float, float]]:
    """Where each phase begins, and how long it is, in percent."""
    inside = {phase: cost.phases[phase].median for phase in PHASES}
    # Phases are measured apart from the whole: noise may make their sum exceed it.
    parts = inside | {BORDER: max(0.0, cost.whole.median - sum(inside.values()))}
    total = sum(parts.values()) or 1.0
    starts = accumulate(parts.values(), initial=0.0)
    return {
        phase: (100 * start / total, 100 * part / total)
        for (phase, part), start in zip(parts.items(), starts, strict=False)
    }


def _name_shares(axes: Axes, y: float, boxes: Mapping[str, tuple[float, float]]) -> None:
    """The phases' names in their bars, where there is room."""
    for phase, (start, share) in boxes.items():
        name, (fill, hatch, ink) = PHASE_NAMES[phase], PHASE_FILLS[phase]
        if share > 3.2 * len(name) ** 0.8:
            how: Any = {"ha": "center", "va": "center_baseline", "fontsize": 6.5, "color": ink}
            box = {"facecolor": fill, "edgecolor": "none", "pad": 0.6} if hatch else None
            axes.text(start + share / 2, y, name, bbox=box, **how)
