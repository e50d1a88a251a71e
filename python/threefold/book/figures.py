"""A puzzle's figures as small pictures in SVG, drawn in the page's own colours, and as words beside them.

Times lie on logarithmic axes as points; bars are linear, from zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from ..core.units import duration, round_duration, short
from ..measure.comparison import Cost, Memory
from ..measure.curves import Curve
from ..measure.plots.canvas import apart
from .sources import TITLES

WIDTH = 420  # of a picture, in its own units, which are pixels where there is room
LEFT, RIGHT = 64, 96  # room for names on the left and figures on the right
ROW = 17
LABEL = 15  # the height of a name beside a curve
PHASES = {"parse": "parse", "part1": "part 1", "part2": "part 2"}


class Drawing:
    """The elements of one SVG picture."""

    def __init__(self, title: str):
        self.title = title
        self.elements: list[str] = []

    def text(self, x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> None:
        self.elements.append(
            f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        self.elements.append(f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" class="{kind}"/>')

    def curve(self, points: Sequence[tuple[float, float]], kind: str) -> None:
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        self.elements.append(f'<path d="M{path}" class="{kind}"/>')

    def dot(self, x: float, y: float, kind: str, radius: float = 4) -> None:
        self.elements.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" class="{kind}"/>')

    def bar(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        self.elements.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height:.1f}" '
            f'class="{kind}"/>'
        )

    def svg(self, height: float) -> str:
        return (
            f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{escape(self.title)}">'
            + "".join(self.elements)
            + "</svg>"
        )


class Decades:
    """A logarithmic axis over whole decades."""

    def __init__(self, values: Sequence[float], start: float, end: float):
        self.low = math.floor(math.log10(min(values)) + 1e-9)
        self.high = max(math.ceil(math.log10(max(values)) - 1e-9), self.low + 1)
        self.start, self.end = start, end

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self, most: int = 5) -> Iterator[float]:
        step = -(-(self.high - self.low) // most)
        yield from (10.0**power for power in range(self.low, self.high + 1, step))


def times(costs: Mapping[str, Cost], parts: int) -> str:
    """Each phase of each language as a point on one logarithmic axis, its time beside it."""
    phases = {phase: name for phase, name in PHASES.items() if parts == 2 or phase != "part2"}
    rows = [
        (language, name, max(cost.phases[phase].median, 1.0))
        for language, cost in costs.items()
        for phase, name in phases.items()
    ]
    axis = Decades([time for _, _, time in rows], LEFT + 50, WIDTH - RIGHT + 20)
    drawing = Drawing("Times by phase: " + ", ".join(f"{TITLES[a]} {b} {duration(c)}" for a, b, c in rows))
    bottom = ROW * len(rows) + 6.0 * len(costs)
    for tick in axis.ticks():
        drawing.line(axis(tick), 0, axis(tick), bottom, "grid")
        drawing.text(axis(tick), bottom + 14, round_duration(tick), "tick", "middle")
    y, before = 0.0, ""
    for language, name, time in rows:
        y += ROW + (6 if language != before and before else 0)
        if language != before:
            drawing.text(0, y - 4, TITLES[language], f"name {language}")
        before = language
        drawing.text(LEFT, y - 4, name, "tick")
        drawing.line(axis(10.0**axis.low), y - 8, axis(time), y - 8, "lane")
        drawing.dot(axis(time), y - 8, f"fill {language}")
        drawing.text(axis(time) + 9, y - 4, duration(time), "value")
    return drawing.svg(bottom + 18)


def memory(used: Mapping[str, Memory]) -> str:
    """Peak resident size: what the language takes to be there, and what this puzzle adds."""
    drawing = Drawing("Memory: " + ", ".join(f"{TITLES[name]} {one!s}" for name, one in used.items()))
    most = max(one.base + one.increase for one in used.values())
    room = WIDTH - LEFT - RIGHT - 10
    for at, (language, one) in enumerate(used.items()):
        y = at * 28.0
        base, more = (room * part / most for part in (one.base, one.increase))
        drawing.text(0, y + 15, TITLES[language], f"name {language}")
        drawing.bar(LEFT, y + 3, base, 16, "base")
        drawing.bar(LEFT + base, y + 3, more, 16, f"fill {language}")
        drawing.text(LEFT + base + more + 6, y + 15, str(one), "value")
    return drawing.svg(28.0 * len(used))


def growth(curves: Mapping[str, Curve], unit: str) -> str:
    """Time over size, both logarithmic; a curve's name stands at its end, with its order of growth."""
    points = {
        name: [(point.size, max(point.whole.median, 1.0)) for point in curve.points]
        for name, curve in curves.items()
        if curve.points
    }
    everything = [point for one in points.values() for point in one]
    height = 200
    x = Decades([size for size, _ in everything], 48, WIDTH - RIGHT - 16)
    y = Decades([time for _, time in everything], height, 8)
    drawing = Drawing(
        "Growth: " + ", ".join(f"{TITLES[name]} {curves[name].order or 'unknown'}" for name in points)
    )
    for tick in x.ticks():
        drawing.line(x(tick), 8, x(tick), height, "grid")
        drawing.text(x(tick), height + 14, short(tick), "tick", "middle")
    for tick in y.ticks():
        drawing.line(x(10.0**x.low), y(tick), x(10.0**x.high), y(tick), "grid")
        drawing.text(42, y(tick) + 4, round_duration(tick), "tick", "end")
    drawing.text((x.start + x.end) / 2, height + 30, unit, "tick", "middle")
    last = dict(sorted(((name, y(one[-1][1])) for name, one in points.items()), key=lambda item: item[1]))
    ends = dict(zip(last, apart(list(last.values()), [LABEL] * len(last), height), strict=True))
    for name, one in points.items():
        end = ends[name]
        placed = [(x(size), y(time)) for size, time in one]
        drawing.curve(placed, f"curve {name}")
        for at in placed:
            drawing.dot(*at, f"fill {name}", 2.2)
        drawing.line(*placed[-1], x.end + 6, end, "lane")
        drawing.text(x.end + 9, end + 4, f"{TITLES[name]} {curves[name].order or ''}", f"name {name}")
    return drawing.svg(height + 36)
