"""Pictures of what was measured: files by matplotlib, and short ones for the terminal by uniplot and rich.

A language looks the same in every picture: a colour of Okabe and Ito's, which the colour-blind tell apart,
and a marker, a line and a hatch of its own for black and white. Names stand beside what they name; there
are no legends to hunt through. Times lie on logarithmic axes as *points*, for a bar on one has no honest
length; bars are linear, from zero.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import geometric_mean
from typing import TYPE_CHECKING, Any

from ..core import catalogue
from ..core.tables import rendered
from ..core.units import MIB, counted, duration, figures, round_duration, rounded, short
from .comparison import FLOOR, PHASES, Comparison, Cost, Memory, Unusable, hardware, ratio
from .curves import Curve, Results

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Picture

    from .peers import Peers

REFERENCE = "rust"  # what the others are held against
PAGE = 25  # puzzles a page: an Advent
NAMED_POINTS = 30  # puzzles that the scatter has room to name; if there are more, then
STRAYING = 12  # of them, those that stray farthest from the mean
PANELS = 12  # growth curves a page
BORDER = "border"  # what crossing into the language costs, beside the phases
PHASE_NAMES = {"parse": "parse", "part1": "part 1", "part2": "part 2", BORDER: "border"}
PHASE_FILLS = {  # from dark to light, and hatched differently
    "parse": ("#4d4d4d", "", "white"),
    "part1": ("#a6a6a6", "", "black"),
    "part2": ("#e3e3e3", "", "black"),
    BORDER: ("white", "//////", "black"),
}
THREAD = {"arrowstyle": "-", "linewidth": 0.7, "shrinkA": 1}  # from a name to what it names

Titles = Mapping[str, str]  # by language
Costs = Mapping[str, Mapping[str, Cost]]  # by puzzle, then by language
Cloud = dict[str, tuple[float, float]]  # by puzzle: the reference's nanoseconds, and a language's


@dataclass(frozen=True)
class Style:
    """How a language looks everywhere."""

    colour: str
    marker: str
    line: Any
    hatch: str


STYLES = {
    "python": Style("#0072B2", "o", "-", ""),
    "rust": Style("#D55E00", "s", (0, (5, 1.5)), "////"),
    "haskell": Style("#009E73", "^", (0, (1, 1.2)), "...."),
}
OTHERS = (  # for a fourth language, or a peer
    Style("#CC79A7", "D", (0, (6, 1.5, 1, 1.5)), "xxxx"),
    Style("#E69F00", "v", (0, (3, 1, 1, 1, 1, 1)), "\\\\\\\\"),
    Style("#56B4E9", "P", (0, (8, 2)), "++++"),
    Style("#000000", "X", (0, (2, 2)), "oooo"),
)


def styles(names: Iterable[str]) -> dict[str, Style]:
    """A style for each; what has none of its own takes the others in turn."""
    spare = [name for name in names if name not in STYLES]
    more = {name: OTHERS[at % len(OTHERS)] for at, name in enumerate(spare)}
    return {name: STYLES.get(name) or more[name] for name in names}


# --- files ---------------------------------------------------------------------------------------


def draw_comparison(comparison: Comparison, folder: Path, formats: Sequence[str]) -> Iterator[Path]:
    """Times and phases a page of puzzles, memory the same, and all puzzles in one; the files written."""
    titles = comparison.titles
    for page, puzzles in pages(comparison.costs, PAGE):
        costs = {puzzle: comparison.costs[puzzle] for puzzle in puzzles}
        yield from _written(costs_picture(costs, titles), folder / f"times-{page}", formats)
    memory = comparison.memory
    for page, puzzles in pages(memory, PAGE):
        picture = memory_picture({puzzle: memory[puzzle] for puzzle in puzzles}, titles)
        yield from _written(picture, folder / f"memory-{page}", formats)
    if (scatter := ratios_picture(comparison.costs, titles)) is not None:
        yield from _written(scatter, folder / "ratios", formats)


def draw_growth(scaling: Results, folder: Path, formats: Sequence[str]) -> Iterator[Path]:
    """A picture for each puzzle, and a folder's puzzles side by side; the files written."""
    drawable = {
        puzzle: curves
        for puzzle, curves in scaling.curves.items()
        if any(curve.points for curve in curves.values())
    }
    pictures = {puzzle.replace("/", "-"): [puzzle] for puzzle in drawable}
    pictures |= {page: puzzles for page, puzzles in pages(drawable, PANELS) if len(puzzles) > 1}
    for name, puzzles in pictures.items():
        picture = growth_picture({puzzle: drawable[puzzle] for puzzle in puzzles}, scaling)
        yield from _written(picture, folder / f"growth-{name}", formats)


def draw_peers(peers: Peers, folder: Path, formats: Sequence[str]) -> Iterator[Path]:
    """The picture of a race against peers; the files written."""
    yield from _written(peers_picture(peers), folder / f"peers-{peers.puzzle.split('/')[-1]}", formats)


def pages(puzzles: Iterable[str], most: int) -> Iterator[tuple[str, list[str]]]:
    """The puzzles by folder, at most so many a page; a page is called by its folder, numbered if need be."""
    folders: dict[str, list[str]] = {}
    for puzzle in puzzles:
        folders.setdefault(puzzle.split("/")[0], []).append(puzzle)
    for folder, names in folders.items():
        count = math.ceil(len(names) / most)
        size = math.ceil(len(names) / count)
        for number in range(count):
            name = folder if count == 1 else f"{folder}-{number + 1}"
            yield name, names[number * size : (number + 1) * size]


def _written(picture: Picture, stem: Path, formats: Sequence[str]) -> Iterator[Path]:
    """The picture's files. The same results make the same bytes, so that pictures can be committed."""
    import matplotlib

    for form in formats:
        path = stem.with_name(f"{stem.name}.{form}")
        metadata = {"Date": None, "Creator": "threefold"} if form == "svg" else {"Software": "threefold"}
        metadata["Title"] = stem.name
        try:
            with matplotlib.rc_context({"svg.hashsalt": "threefold", "svg.fonttype": "path"}):
                picture.savefig(path, dpi=160, metadata=metadata)
        except OSError as error:
            raise Unusable(f"{path}: {error.strerror}") from None
        yield path


def _canvas(width: float, height: float, rows: int = 1, columns: int = 1, **how: Any) -> tuple[Picture, Any]:
    """A figure in inches that knows no window, and its axes."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Picture

    # DejaVu Sans comes with matplotlib: no machine lacks it, and no machine draws it differently.
    matplotlib.rcParams.update({"font.family": "DejaVu Sans", "font.size": 9, "hatch.linewidth": 0.5})
    picture = Picture(figsize=(width, height), layout="constrained", facecolor="white")
    FigureCanvasAgg(picture)
    return picture, list(picture.subplots(rows, columns, squeeze=False, **how).flat)


def _logarithmic(axis: Any, words: Callable[[float], str]) -> None:
    """Powers of ten, said in words, and marks at 2 and 5 between them."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    axis.set_major_locator(LogLocator(base=10, numticks=30))
    axis.set_minor_locator(LogLocator(base=10, subs=[2, 5], numticks=60))
    axis.set_minor_formatter(NullFormatter())
    axis.set_major_formatter(FuncFormatter(lambda value, _: words(value)))


def _frame(axes: Axes, *without: str, grid: Any = None) -> None:
    """Leaves sides of the frame away; lines across, from the ticks of an axis (``x`` or ``both``)."""
    axes.spines[list(without)].set_visible(False)
    if grid:
        axes.grid(axis=grid, which="major", color="0.9")
        axes.set_axisbelow(True)


def _label(axes: Axes, text: str, x: float, y: float, offset: int = 6, **how: Any) -> None:
    """Words to the right of a point, so many points away."""
    place: Any = {"xytext": (offset, 0), "textcoords": "offset points", "va": "center", "fontsize": 7.5}
    axes.annotate(text, (x, y), **place | how)


def _bar(axes: Axes, y: float, left: float, width: float, fill: str, hatch: str, height: float = 0.8) -> None:
    axes.barh(y, width, left=left, height=height, color=fill, hatch=hatch, edgecolor="black", linewidth=0.5)


def heading(puzzle: str) -> str:
    """``Lanternfish (aoc2021/day06)``; the name alone for a puzzle that the catalogue doesn't know."""
    title = catalogue.title(puzzle)
    return f"{title}  ({puzzle})" if title else puzzle


def _rows(
    puzzles: Mapping[str, Mapping[str, object]], titles: Titles
) -> tuple[list[tuple[float, str, str]], dict[str, float]]:
    """Where each puzzle's languages stand from the top, (y, puzzle, language); and y of the headings."""
    rows, headings, y = [], {}, 0.0
    for puzzle, by_language in puzzles.items():
        headings[puzzle] = y
        for name in titles:
            if name in by_language:
                y += 1
                rows.append((y, puzzle, name))
        y += 1.4
    return rows, headings


def _label_rows(axes: Axes, rows: Any, headings: Mapping[str, float], titles: Titles) -> None:
    """The languages as tick labels; each puzzle's title above its languages, from the figure's left edge."""
    axes.set_yticks([y for y, _, _ in rows], [titles[name] for _, _, name in rows], fontsize=8)
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(max(y for y, _, _ in rows) + 0.7, -0.7)
    for puzzle, y in headings.items():
        edge = axes.get_yaxis_transform()
        _label(axes, heading(puzzle), 0, y, -44, fontsize=9, fontweight="bold", xycoords=edge)


def costs_picture(costs: Costs, titles: Titles) -> Picture:
    """Left: whole calls, as points on a logarithmic scale. Right: the shares of their phases, as bars."""
    rows, headings = _rows(costs, titles)
    height = 0.2 * (rows[-1][0] + 2) + 1.1
    picture, (left, right) = _canvas(10.5, height, 1, 2, sharey=True, width_ratios=[1.25, 1])
    looks = styles(titles)
    left.set_xscale("log")
    for y, puzzle, name in rows:
        whole, look = costs[puzzle][name].whole, looks[name]
        low, high = max(whole.median - whole.deviation, whole.median / 10), whole.median + whole.deviation
        left.plot([low, high], [y, y], color=look.colour, linewidth=2.5, alpha=0.5)
        left.plot(whole.median, y, look.marker, color=look.colour, markersize=6, mec="black", mew=0.6)
        _label(left, duration(whole.median) + _against_fastest(costs[puzzle], name), high, y)
        _stack(right, y, costs[puzzle][name])
    low, high = left.get_xlim()
    left.set_xlim(low, high * (high / low) ** 0.28)  # room for the labels
    _label_rows(left, rows, headings, titles)
    _logarithmic(left.xaxis, round_duration)
    left.tick_params(axis="x", labelsize=8)
    left.set_xlabel("time of a whole call: median ± deviation;  × that of the fastest")
    _frame(left, "top", "right", "left", grid="x")
    _key(right, 0)
    right.set_xlim(-0.5, 100.5)
    right.set_xlabel("share of that time, % (border: carrying the text in and the answers out)")
    right.tick_params(axis="y", length=0, labelleft=False)
    _frame(right, "top", "right", "left")
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
        _bar(axes, y, start, 5, fill, hatch, height=0.7)
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
        _bar(axes, y, start, share, fill, hatch)
        name = PHASE_NAMES[phase]
        if share > 3.2 * len(name) ** 0.8:
            how: Any = {"ha": "center", "va": "center_baseline", "fontsize": 6.5, "color": ink}
            box = {"facecolor": fill, "edgecolor": "none", "pad": 0.6} if hatch else None
            axes.text(start + share / 2, y, name, bbox=box, **how)
        start += share


def memory_picture(memory: Mapping[str, Mapping[str, Memory]], titles: Titles) -> Picture:
    """Bars from zero: the process before it solves, and what the peak adds."""
    rows, headings = _rows(memory, titles)
    picture, (axes,) = _canvas(8.5, 0.2 * (rows[-1][0] + 2) + 0.9)
    looks = styles(titles)
    for y, puzzle, name in rows:
        one, look = memory[puzzle][name], looks[name]
        _bar(axes, y, 0, one.base / MIB, "0.9", "")
        _bar(axes, y, one.base / MIB, one.increase / MIB, look.colour, look.hatch)
        _label(axes, str(one), one.peak / MIB, y)
    axes.set_xlim(0, 1.16 * max(memory[puzzle][name].peak for _, puzzle, name in rows) / MIB)
    _label_rows(axes, rows, headings, titles)
    axes.set_xlabel("peak resident memory in MiB: base (light) + increase (dark)")
    _frame(axes, "top", "right", "left", grid="x")
    return picture


def ratios_picture(costs: Costs, titles: Titles) -> Picture | None:
    """All puzzles: the reference's time against the others', with lines of equal ratio.

    None where fewer than two languages can be compared.
    """
    clouds = _clouds(costs, titles)
    if not clouds:
        return None
    picture, (axes,) = _canvas(8.2, 6.6)
    looks = styles(titles)
    every = [point for cloud in clouds.values() for point in cloud.values()]
    low_x, high_x = min(x for x, _ in every) / 2, max(x for x, _ in every) * 2
    low_y, high_y = min(min(y for _, y in every), low_x * 2) / 2, max(y for _, y in every) * 4
    axes.set(xscale="log", yscale="log", xlim=(low_x, high_x), ylim=(low_y, high_y))
    _diagonals(axes)
    for name, cloud in clouds.items():
        how = {"color": looks[name].colour, "mec": "black", "mew": 0.5, "alpha": 0.9}
        axes.plot(
            *_across(cloud.values()), looks[name].marker, markersize=7 if len(cloud) < 60 else 4.5, **how
        )
    _logarithmic(axes.xaxis, round_duration)
    _logarithmic(axes.yaxis, round_duration)
    axes.set_xlabel(f"time in {titles[REFERENCE]}, a whole call")
    axes.set_ylabel("time in the other language, a whole call")
    _frame(axes, "top", "right")
    picture.draw_without_rendering()  # lays it out
    _name_clouds(axes, clouds, titles, looks)
    picture.draw_without_rendering()
    _name_points(axes, clouds)
    return picture


def _across(points: Iterable[tuple[float, float]]) -> list[Any]:
    """All x, then all y."""
    return list(zip(*points, strict=True))


def _clouds(costs: Costs, titles: Titles) -> dict[str, Cloud]:
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
    width, height = _extent(axes)
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
    _name_ends(axes, ends)


def _extent(axes: Axes) -> tuple[float, float]:
    """The width and height of the axes, in points, as their figure was laid out last."""
    box, scale = axes.get_window_extent(), 72 / axes.figure.dpi
    return box.width * scale, box.height * scale


def apart(wanted: Sequence[float], sizes: Sequence[float], room: float) -> list[float]:
    """Places near the wanted ones (rising) for labels of these sizes, so that none touch; within the room
    if that is large enough."""
    places = list(wanted)
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + (sizes[at - 1] + sizes[at]) / 2)
    limit = room
    for at in range(len(places) - 1, -1, -1):
        places[at] = min(places[at], limit)
        limit = places[at] - (sizes[at] + sizes[at - 1]) / 2
    return places


End = tuple[float, float, str, Style]  # of a line: where that is, and what is to be written there


def _name_ends(axes: Axes, ends: Iterable[End], size: float = 8.5) -> None:
    """Names beside the right edge for lines' ends, each with a thin line to it; all in the lines' colours."""
    ends = sorted(ends, key=lambda end: end[1])
    width, height = _extent(axes)
    low, high = axes.get_ylim()
    wanted = [min(max(math.log(y / low) / math.log(high / low), 0), 1) * height for _, y, _, _ in ends]
    heights = [size * 1.3 * (text.count("\n") + 1) for _, _, text, _ in ends]
    for (x, y, text, look), at in zip(ends, apart(wanted, heights, height), strict=True):
        how: Any = {"fontsize": size, "fontweight": "bold", "va": "center", "annotation_clip": False}
        thread = THREAD | {"color": look.colour, "linestyle": ":", "relpos": (0, 0.5), "shrinkB": 5}
        place: Any = {"xytext": (1 + 12 / width, at / height), "textcoords": "axes fraction"}
        end = x, min(max(y, low), high)
        axes.annotate(text, end, color=look.colour, arrowprops=thread, **place, **how)


def _curve(
    axes: Axes, curve: Curve, look: Style, name: str, filled: Collection[int], small: bool = False
) -> End:
    """Draws a time over sizes, the marks at some of them filled, and a cross where it broke."""
    points = [(size, max(time.median, 1.0)) for size, time in curve.times.items()]
    axes.plot(*_across(points), color=look.colour, linestyle=look.line, linewidth=1.6)
    for face in (look.colour, "white"):
        shown = [point for point in points if (point[0] in filled) == (face != "white")]
        if shown:
            how: Any = {"mfc": face, "mec": look.colour, "markersize": 4 if small else 5.5}
            axes.plot(*_across(shown), look.marker, **how)
    size, time = points[-1]
    if not (stop := curve.broke):
        return size, time, name, look
    axes.plot([size, stop.size], [time, time], color=look.colour, linestyle=":", linewidth=1)
    axes.plot(stop.size, time, "x", color=look.colour, markersize=9, mew=2.2)
    reason = textwrap.fill(textwrap.shorten(stop.reason, 90, placeholder=" …"), 22 if small else 32)
    return stop.size, time, f"{name}\nstopped at {counted(stop.size)}:\n{reason}", look


def _size_axes(axes: Axes, puzzle: str, unit: str, what: str, small: bool = False) -> None:
    axes.set(xscale="log", yscale="log", xlabel=unit or "size", ylabel=what)
    axes.set_title(heading(puzzle), fontsize=9 if small else 10, fontweight="bold", loc="left")
    _logarithmic(axes.xaxis, short)
    _logarithmic(axes.yaxis, round_duration)
    _frame(axes, "top", "right", grid="both")


def growth_picture(puzzles: Mapping[str, Mapping[str, Curve]], scaling: Results) -> Picture:
    """Time over size, a panel a puzzle: what is filled was fitted, a cross is where a language broke."""
    small = len(puzzles) > 1
    columns = 1 if not small else 2 if len(puzzles) <= 4 else 3
    rows = math.ceil(len(puzzles) / columns)
    width, height = (5.0 * columns, 3.6 * rows) if small else (8.0, 5.4)
    picture, panels = _canvas(width, height, rows, columns)
    ends: list[list[End]] = []
    for axes, (puzzle, curves) in zip(panels, puzzles.items(), strict=False):
        _size_axes(axes, puzzle, scaling.unit(puzzle), "time, parse and both parts", small)
        looks = styles(curves)
        ends.append(
            [
                _curve(axes, one, looks[name], _order(one), one.fit.sizes if one.fit else (), small)
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
        _name_ends(axes, names, 7.5 if small else 9)
    return picture


def _order(curve: Curve) -> str:
    """``Python n² (2.01)``, and what was declared if that is refuted."""
    slope = f"({curve.fit.slope:.2f})" if curve.fit else ""
    name = " ".join(filter(None, (curve.title, curve.order, slope)))
    return f"{name}\nnot the declared {curve.declared}" if curve.mismatch else name


def peers_picture(peers: Peers) -> Picture:
    """Every trip's time over the size: what is filled is ours, a ring is where one of ours meets a peer."""
    picture, (axes,) = _canvas(9, 7)
    unit = peers.unit(peers.puzzle)
    _size_axes(axes, peers.puzzle, unit, f"time from text to text, part {peers.saved['part']}")
    looks = styles(peers.trips)
    ends = [
        _curve(axes, trip, looks[name], trip.title, trip.times if peers.ours(name) else ())
        for name, trip in peers.trips.items()
    ]
    for name, other in peers.rivals():
        for one in peers.crossings(name, other):
            axes.plot(one.size, one.nanoseconds, "o", markersize=13, color="0.2", fillstyle="none")
            _label(axes, rounded(one.size), one.size, one.nanoseconds, 9, color="0.2")
    notes = "filled: ours;  ring: there one of ours and one that is not are as fast;  ×: stopped\n"
    picture.supxlabel(notes + hardware(peers.saved["machine_info"]), fontsize=7.5, color="0.3")
    picture.draw_without_rendering()  # lays it out
    _name_ends(axes, ends, 9)
    return picture


# --- the terminal --------------------------------------------------------------------------------


def in_terminal(comparison: Comparison | None, scaling: Results | None) -> str:
    """Short pictures of all that there is."""
    parts = []
    if comparison:
        titles = comparison.titles
        parts.append(times_in_terminal(comparison.costs, titles))
        memory = comparison.memory
        parts.append(memory_in_terminal(memory, titles) if memory else "")
        parts.append(ratios_in_terminal(comparison.costs, titles))
    if scaling:
        parts.append(growth_in_terminal(scaling))
    return "\n\n".join(filter(None, parts))


def times_in_terminal(costs: Costs, titles: Titles) -> str:
    """A bar for each puzzle and language, linear from zero within a puzzle."""
    cells = {}
    for puzzle, row in costs.items():
        times = {name: cost.whole.median for name, cost in row.items()}
        cells[puzzle] = {name: (time / max(times.values()), duration(time)) for name, time in times.items()}
    return _bars("Time of a whole call; a puzzle's slowest fills the line", cells, titles)


def memory_in_terminal(memory: Mapping[str, Mapping[str, Memory]], titles: Titles) -> str:
    """A bar for each puzzle and language, linear from zero."""
    highest = max(one.peak for row in memory.values() for one in row.values())
    cells = {
        puzzle: {name: (one.peak / highest, str(one)) for name, one in row.items()}
        for puzzle, row in memory.items()
    }
    return _bars("Peak resident memory, base + increase", cells, titles)


def _bars(title: str, cells: Mapping[str, Mapping[str, tuple[float, str]]], titles: Titles) -> str:
    """For each puzzle and language a share of the line, and what to write beside it."""
    from rich.bar import Bar
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=None, show_header=False)
    for puzzle, row in cells.items():
        for at, name in enumerate(name for name in titles if name in row):
            share, said = row[name]
            table.add_row("" if at else puzzle, titles[name], Bar(1.0, 0.0, share, width=40), said)
    return rendered(table)


def ratios_in_terminal(costs: Costs, titles: Titles) -> str:
    """The scatter of all puzzles; empty where there is nothing to compare."""
    clouds = _clouds(costs, titles)
    if not clouds:
        return ""
    lines = [(titles[name], [(x * 1e-9, y) for x, y in cloud.values()]) for name, cloud in clouds.items()]
    xs = [x for _, points in lines for x, _ in points]
    low, high = min(xs), max(xs)
    diagonal = [low * (high / low) ** (step / 60) for step in range(61)]
    marks = [".", *letters(title for title, _ in lines)]
    lines = [("as fast", [(x, x * 1e9) for x in diagonal]), *lines]
    return _plotted(f"Time by {titles[REFERENCE]}'s time (dots: as fast)", lines, marks, " s")


def growth_in_terminal(scaling: Results) -> str:
    """The growth curves, a picture for each puzzle."""
    pictures = []
    for puzzle, curves in scaling.curves.items():
        drawn = [curve for curve in curves.values() if curve.points]
        if drawn:
            unit = scaling.unit(puzzle)
            lines = [
                (
                    f"{curve.title} {curve.order or ''}".strip(),
                    [(size, time.median) for size, time in curve.times.items()],
                )
                for curve in drawn
            ]
            title = f"{scaling.title(puzzle)}: time by {unit or 'size'}"
            pictures.append(_plotted(title, lines, letters(curve.title for curve in drawn)))
            pictures += [f"{one.title} {one.broke.words(unit)}" for one in drawn if one.broke]
    return "\n\n".join(pictures)


def letters(titles: Iterable[str]) -> list[str]:
    """A letter for each title, its first that no other has: P for Python, R for Rust."""
    taken: list[str] = []
    for title in titles:
        free = (
            letter for letter in [*title.upper(), *"0123456789"] if letter.strip() and letter not in taken
        )
        taken.append(next(free, "*"))
    return taken


def _plotted(
    title: str,
    lines: Sequence[tuple[str, Iterable[tuple[float, float]]]],
    marks: list[str],
    x_unit: str = "",
) -> str:
    """A log-log picture out of letters, so that it needs no colour; y in nanoseconds, shown in seconds."""
    from uniplot import plot_to_string

    points = [_across((x, max(y, 1.0) * 1e-9) for x, y in line) for _, line in lines]
    picture: str = plot_to_string(
        xs=[xs for xs, _ in points],
        ys=[ys for _, ys in points],
        title=title,
        legend_labels=[name for name, _ in lines],
        x_as_log=True,
        y_as_log=True,
        x_unit=x_unit,
        y_unit=" s",
        character_set="ascii",
        force_ascii_characters=marks,
        color=False,
        width=60,
        height=14,
    )
    return picture.rstrip()
