"""What each puzzle costs: whole calls, and the shares of their phases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...core.units import duration, figures, round_duration
from ..comparison import PHASES, Cost, ratio
from .canvas import Titles, bar, canvas, frame, label, label_rows, logarithmic, stacked_rows, styles

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

Costs = Mapping[str, Mapping[str, Cost]]  # by puzzle, then by language


def costs_picture(costs: Costs, titles: Titles) -> Picture:
    """Left: whole calls, as points on a logarithmic scale. Right: the shares of their phases, as bars."""
    rows, headings = stacked_rows(costs, titles)
    height = 0.2 * (rows[-1][0] + 2) + 1.1
    picture, (left, right) = canvas(10.5, height, 1, 2, sharey=True, width_ratios=[1.25, 1])
    looks = styles(titles)
    left.set_xscale("log")
    for y, puzzle, name in rows:
        whole, look = costs[puzzle][name].whole, looks[name]
        low, high = max(whole.median - whole.deviation, whole.median / 10), whole.median + whole.deviation
        left.plot([low, high], [y, y], color=look.colour, linewidth=2.5, alpha=0.5)
        left.plot(whole.median, y, look.marker, color=look.colour, markersize=6, mec="black", mew=0.6)
        label(left, duration(whole.median) + _against_fastest(costs[puzzle], name), high, y)
        _stack(right, y, costs[puzzle][name])
    low, high = left.get_xlim()
    left.set_xlim(low, high * (high / low) ** 0.28)  # room for the labels
    label_rows(left, rows, headings, titles)
    logarithmic(left.xaxis, round_duration)
    left.tick_params(axis="x", labelsize=8)
    left.set_xlabel("time of a whole call: median ± deviation;  × that of the fastest")
    frame(left, "top", "right", "left", grid="x")
    _key(right, 0)
    right.set_xlim(-0.5, 100.5)
    right.set_xlabel("share of that time, % (border: carrying the text in and the answers out)")
    right.tick_params(axis="y", length=0, labelleft=False)
    frame(right, "top", "right", "left")
    return picture


def _against_fastest(row: Mapping[str, Cost], name: str) -> str:
    """The ratio to the fastest, for a label; nothing for the fastest itself."""
    fastest = min(row, key=lambda one: row[one].whole.median)
    if name == fastest:
        return ""
    found = ratio(row[name].whole, row[fastest].whole)
    return "  tie" if found.tie else f"  ×{figures(found.value)}"


def _key(axes: Axes, y: float) -> None:
    """What the fills mean, in the empty row beside the first heading."""
    for at, (phase, (fill, hatch, _)) in enumerate(PHASE_FILLS.items()):
        start = 24.0 * at
        bar(axes, y, start, 5, fill, hatch, height=0.7)
        axes.text(start + 6.5, y, PHASE_NAMES[phase], va="center_baseline", fontsize=8)


def _stack(axes: Axes, y: float, cost: Cost) -> None:
    """A bar of the phases' shares, each named inside where there is room."""
    inside = {phase: cost.phases[phase].median for phase in PHASES}
    # Phases are measured apart from the whole: noise may make their sum exceed it.
    parts = inside | {BORDER: max(0.0, cost.whole.median - sum(inside.values()))}
    total = sum(parts.values()) or 1.0
    start = 0.0
    for phase, nanoseconds in parts.items():
        share = 100 * nanoseconds / total
        fill, hatch, ink = PHASE_FILLS[phase]
        bar(axes, y, start, share, fill, hatch)
        name = PHASE_NAMES[phase]
        if share > 3.2 * len(name) ** 0.8:
            how: Any = {"ha": "center", "va": "center_baseline", "fontsize": 6.5, "color": ink}
            box = {"facecolor": fill, "edgecolor": "none", "pad": 0.6} if hatch else None
            axes.text(start + share / 2, y, name, bbox=box, **how)
        start += share
