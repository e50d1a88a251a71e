"""Pictures of what was measured: files by matplotlib, and short ones for the terminal by uniplot and rich.

A language looks the same in every picture: a colour of Okabe and Ito's, which the colour-blind tell apart,
and a marker, a line and a hatch of its own for black and white. Names stand beside what they name; there
are no legends to hunt through. Times lie on logarithmic axes as *points*, for a bar on one has no honest
length; bars are linear, from zero.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import geometric_mean
from typing import TYPE_CHECKING, Any

from . import catalogue
from .comparison import FLOOR, PHASES, Comparison, Cost, Memory, Unusable, ratio
from .comparison import Figure as Timing
from .scaling import Curve, Scaling, counted
from .tables import rendered
from .units import duration, figures

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Picture

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
MIB = 1 << 20


@dataclass(frozen=True)
class Style:
    """How a language looks everywhere. The letter is its mark in the terminal."""

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


def provide(folder: Path) -> None:
    """Makes the folder. Raises `Unusable` where it can't be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (probe := folder / ".threefold").touch()
        probe.unlink()
    except OSError as error:
        raise Unusable(f"{folder}: {error.strerror}") from None


# --- files ---------------------------------------------------------------------------------------


def draw_comparison(comparison: Comparison, folder: Path, formats: Sequence[str]) -> Iterator[Path]:
    """Times and phases a page of puzzles, memory the same, and all puzzles in one; the files written."""
    titles = {name: str(about["title"]) for name, about in comparison.languages.items()}
    for page, puzzles in pages(comparison.costs, PAGE):
        costs = {puzzle: comparison.costs[puzzle] for puzzle in puzzles}
        yield from _written(costs_picture(costs, titles), folder / f"times-{page}", formats)
    memory = comparison.memory
    for page, puzzles in pages(memory, PAGE):
        picture = memory_picture({puzzle: memory[puzzle] for puzzle in puzzles}, titles)
        yield from _written(picture, folder / f"memory-{page}", formats)
    if (scatter := ratios_picture(comparison.costs, titles)) is not None:
        yield from _written(scatter, folder / "ratios", formats)


def draw_growth(scaling: Scaling, folder: Path, formats: Sequence[str]) -> Iterator[Path]:
    """A picture for each puzzle, and a folder's puzzles side by side; the files written."""
    drawable = {
        puzzle: curves
        for puzzle, curves in scaling.curves.items()
        if any(curve.points for curve in curves.values())
    }
    for puzzle, curves in drawable.items():
        picture = growth_picture({puzzle: curves}, scaling)
        yield from _written(picture, folder / f"growth-{puzzle.replace('/', '-')}", formats)
    for page, puzzles in pages(drawable, PANELS):
        if len(puzzles) > 1:
            picture = growth_picture({puzzle: drawable[puzzle] for puzzle in puzzles}, scaling)
            yield from _written(picture, folder / f"growth-{page}", formats)


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
    """A figure in inches that knows no window, and its axes in a grid."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Picture

    # DejaVu Sans comes with matplotlib: no machine lacks it, and no machine draws it differently.
    matplotlib.rcParams.update({"font.family": "DejaVu Sans", "font.size": 9, "hatch.linewidth": 0.5})
    picture = Picture(figsize=(width, height), layout="constrained", facecolor="white")
    FigureCanvasAgg(picture)
    return picture, picture.subplots(rows, columns, squeeze=False, **how)


def _bare(axes: Axes, *sides: str) -> None:
    for side in sides:
        axes.spines[side].set_visible(False)


def _time_axis(axis: Any) -> None:
    """A logarithmic axis in nanoseconds, said in ns, µs, ms and s."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    axis.set_major_locator(LogLocator(base=10, numticks=30))
    axis.set_minor_locator(LogLocator(base=10, subs=[2, 5], numticks=60))
    axis.set_minor_formatter(NullFormatter())
    axis.set_major_formatter(FuncFormatter(lambda value, _: plain_duration(value)))


def plain_duration(nanoseconds: float) -> str:
    """A round time without noughts after the point: ``10 µs``."""
    number, unit = duration(nanoseconds).split(" ")
    return f"{float(number):g} {unit}"


def _rows(
    puzzles: Mapping[str, Mapping[str, object]], titles: Mapping[str, str]
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


def _label_rows(axes: Axes, rows: Any, headings: Mapping[str, float], titles: Mapping[str, str]) -> None:
    """The languages as tick labels; each puzzle's title above its languages, from the figure's left edge."""
    axes.set_yticks([y for y, _, _ in rows], [titles[name] for _, _, name in rows], fontsize=8)
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(max(y for y, _, _ in rows) + 0.7, -0.7)
    for puzzle, y in headings.items():
        axes.annotate(
            catalogue_title(puzzle),
            (0, y),
            xycoords=axes.get_yaxis_transform(),
            xytext=(-44, 0),
            textcoords="offset points",
            ha="left",
            va="center",
            fontsize=9,
            fontweight="bold",
        )


def catalogue_title(puzzle: str) -> str:
    """``Lanternfish (aoc2021/day06)``; the name alone for a puzzle that the catalogue doesn't know."""
    known = catalogue.puzzles().get(puzzle)
    return f"{known.title}  ({puzzle})" if known else puzzle


def costs_picture(costs: Mapping[str, Mapping[str, Cost]], titles: Mapping[str, str]) -> Picture:
    """Left: whole calls, as points on a logarithmic scale. Right: the shares of their phases, as bars."""
    rows, headings = _rows(costs, titles)
    picture, grid = _canvas(10.5, 0.2 * (rows[-1][0] + 2) + 1.1, 1, 2, sharey=True, width_ratios=[1.25, 1])
    left, right = grid[0]
    looks = styles(titles)
    left.set_xscale("log")
    for y, puzzle, name in rows:
        whole, look = costs[puzzle][name].whole, looks[name]
        fastest = min((cost.whole for cost in costs[puzzle].values()), key=lambda one: one.median)
        low = max(whole.median - whole.deviation, whole.median / 10)
        left.plot([low, whole.median + whole.deviation], [y, y], color=look.colour, linewidth=2.5, alpha=0.5)
        left.plot(
            whole.median, y, look.marker, color=look.colour, markersize=6, markeredgecolor="black", mew=0.6
        )
        said = duration(whole.median) + _against(whole, fastest)
        left.annotate(
            said,
            (whole.median + whole.deviation, y),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            fontsize=7.5,
        )
        _stack(right, y, costs[puzzle][name])
    low, high = left.get_xlim()
    left.set_xlim(low, high * (high / low) ** 0.28)  # room for the labels
    _label_rows(left, rows, headings, titles)
    _time_axis(left.xaxis)
    left.tick_params(axis="x", labelsize=8)
    left.set_xlabel("time of a whole call: median ± deviation;  × that of the fastest")
    left.grid(axis="x", which="major", color="0.88")
    left.set_axisbelow(True)
    _key(right, 0)
    right.set_xlim(-0.5, 100.5)
    right.set_xlabel("share of that time, % (border: carrying the text in and the answers out)")
    right.tick_params(axis="y", length=0, labelleft=False)
    _bare(left, "top", "right", "left")
    _bare(right, "top", "right", "left")
    return picture


def _against(whole: Timing, fastest: Timing) -> str:
    """The ratio to the fastest, for a label; nothing for the fastest itself."""
    if whole is fastest:
        return ""
    found = ratio(whole, fastest)
    return "  tie" if found.tie else f"  ×{figures(found.value)}"


def _key(axes: Axes, y: float) -> None:
    """What the fills mean, in the empty row beside the first heading."""
    for at, (phase, (fill, hatch, _)) in enumerate(PHASE_FILLS.items()):
        start = 24.0 * at
        axes.barh(y, 5, left=start, height=0.7, color=fill, hatch=hatch, edgecolor="black", linewidth=0.5)
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
        axes.barh(y, share, left=start, height=0.8, color=fill, hatch=hatch, edgecolor="black", linewidth=0.5)
        name = PHASE_NAMES[phase]
        if share > 3.2 * len(name) ** 0.8:
            box = {"facecolor": fill, "edgecolor": "none", "pad": 0.6} if hatch else None
            axes.text(
                start + share / 2,
                y,
                name,
                ha="center",
                va="center_baseline",
                fontsize=6.5,
                color=ink,
                bbox=box,
            )
        start += share


def memory_picture(memory: Mapping[str, Mapping[str, Memory]], titles: Mapping[str, str]) -> Picture:
    """Bars from zero: the process before it solves, and what the peak adds."""
    rows, headings = _rows(memory, titles)
    picture, grid = _canvas(8.5, 0.2 * (rows[-1][0] + 2) + 0.9)
    axes = grid[0][0]
    looks = styles(titles)
    highest = max(memory[puzzle][name].base + memory[puzzle][name].increase for _, puzzle, name in rows)
    for y, puzzle, name in rows:
        one, look = memory[puzzle][name], looks[name]
        base, increase = one.base / MIB, one.increase / MIB
        axes.barh(y, base, height=0.8, color="0.9", edgecolor="black", linewidth=0.5)
        axes.barh(
            y,
            increase,
            left=base,
            height=0.8,
            color=look.colour,
            hatch=look.hatch,
            edgecolor="black",
            linewidth=0.5,
        )
        axes.annotate(
            f"{figures(base)} + {figures(increase)}",
            (base + increase, y),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize=7.5,
        )
    axes.set_xlim(0, 1.16 * highest / MIB)
    _label_rows(axes, rows, headings, titles)
    axes.set_xlabel("peak resident memory, MiB: base (light) + increase (dark)")
    axes.grid(axis="x", color="0.88")
    axes.set_axisbelow(True)
    _bare(axes, "top", "right", "left")
    return picture


def ratios_picture(costs: Mapping[str, Mapping[str, Cost]], titles: Mapping[str, str]) -> Picture | None:
    """All puzzles: the reference's time against the others', with lines of equal ratio.

    None where fewer than two languages can be compared.
    """
    clouds = _clouds(costs, titles)
    if not clouds:
        return None
    picture, grid = _canvas(8.2, 6.6)
    axes = grid[0][0]
    looks = styles(titles)
    axes.set_xscale("log")
    axes.set_yscale("log")
    every = [point for cloud in clouds.values() for point in cloud.values()]
    low_x, high_x = min(x for x, _ in every) / 2, max(x for x, _ in every) * 2
    low_y, high_y = min(min(y for _, y in every), low_x * 2) / 2, max(y for _, y in every) * 4
    axes.set_xlim(low_x, high_x)
    axes.set_ylim(low_y, high_y)
    _diagonals(axes, (low_x, high_x), (low_y, high_y))
    for name, cloud in clouds.items():
        axes.plot(
            *zip(*cloud.values(), strict=True),
            looks[name].marker,
            color=looks[name].colour,
            markersize=7 if len(cloud) < 60 else 4.5,
            markeredgecolor="black",
            mew=0.5,
            alpha=0.9,
        )
    for axis in (axes.xaxis, axes.yaxis):
        _time_axis(axis)
    axes.set_xlabel(f"time in {titles[REFERENCE]}, a whole call")
    axes.set_ylabel("time in the other language, a whole call")
    _bare(axes, "top", "right")
    picture.draw_without_rendering()  # lays it out
    _name_clouds(axes, clouds, titles, looks)
    picture.draw_without_rendering()
    _name_points(axes, clouds)
    return picture


def _clouds(
    costs: Mapping[str, Mapping[str, Cost]], titles: Mapping[str, str]
) -> dict[str, dict[str, tuple[float, float]]]:
    """By language, then by puzzle: (the reference's nanoseconds, the language's). The floor is no puzzle."""
    clouds: dict[str, dict[str, tuple[float, float]]] = {}
    for puzzle, row in costs.items():
        if REFERENCE in row and puzzle != FLOOR:
            for name in titles:
                if name in row and name != REFERENCE:
                    pair = (row[REFERENCE].whole.median, row[name].whole.median)
                    clouds.setdefault(name, {})[puzzle] = (max(pair[0], 1.0), max(pair[1], 1.0))
    return clouds


def _diagonals(axes: Axes, x: tuple[float, float], y: tuple[float, float]) -> None:
    """Lines of equal ratio, named where they enter the picture."""
    for power in range(-1, 6):
        ratio = 10.0**power
        left, right = max(x[0], y[0] / ratio), min(x[1], y[1] / ratio)
        if right < left * 1.5:
            continue
        equal = power == 0
        axes.plot(
            [left, right],
            [left * ratio, right * ratio],
            color="0.2" if equal else "0.75",
            linewidth=1.0 if equal else 0.8,
            zorder=0,
        )
        axes.text(
            left * 1.04,
            left * 1.04 * ratio,
            "as fast" if equal else f"×{ratio:.0f}" if power > 0 else f"÷{1 / ratio:.0f}",
            rotation=math.degrees(math.atan2(ratio, 1)),
            rotation_mode="anchor",
            transform_rotates_text=True,
            va="bottom",
            fontsize=8,
            color="0.3",
        )


def _name_points(axes: Axes, clouds: Mapping[str, Mapping[str, tuple[float, float]]]) -> None:
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
    low, high = axes.get_xlim()
    wanted = [math.log(points[puzzle][0][0] / low) / math.log(high / low) * width for puzzle in named]
    known = catalogue.puzzles()
    for puzzle, at in zip(named, apart(wanted, [12.0] * len(named), width), strict=True):
        x = points[puzzle][0][0]
        bottom = min(y for _, y in points[puzzle])
        axes.plot([x, x], [bottom, axes.get_ylim()[1]], color="0.75", linewidth=0.6, zorder=0.5)
        axes.annotate(
            known[puzzle].title if puzzle in known else puzzle,
            (x, 1.0),
            xycoords=axes.get_xaxis_transform(),
            xytext=(at / width, 1 + 14 / height),
            textcoords="axes fraction",
            rotation=50,
            rotation_mode="anchor",
            fontsize=7.5,
            arrowprops={"arrowstyle": "-", "color": "0.75", "linewidth": 0.6, "shrinkA": 0, "shrinkB": 0},
        )


def _name_clouds(
    axes: Axes,
    clouds: Mapping[str, Mapping[str, tuple[float, float]]],
    titles: Mapping[str, str],
    looks: Mapping[str, Style],
) -> None:
    """A line at each language's mean ratio, named at the right edge."""
    low, high = axes.get_xlim()
    ends = []
    for name, cloud in clouds.items():
        ratio, look = geometric_mean([y / x for x, y in cloud.values()]), looks[name]
        axes.plot(
            [low, high],
            [low * ratio, high * ratio],
            color=look.colour,
            linestyle=look.line,
            linewidth=1.6,
            zorder=0.6,
        )
        ends.append((high, high * ratio, f"{titles[name]}: ×{figures(ratio)}\n(geometric mean)", look))
    _name_ends(axes, ends)


def _extent(axes: Axes) -> tuple[float, float]:
    """The width and height of the axes, in points, as their figure was laid out last."""
    picture = axes.get_figure(root=True)
    assert picture
    width, height = (72 * inches for inches in picture.get_size_inches())
    _, _, share_x, share_y = axes.get_position().bounds
    return share_x * width, share_y * height


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


def _name_ends(axes: Axes, ends: Sequence[tuple[float, float, str, Style]], size: float = 8.5) -> None:
    """Names beside the right edge for lines that end at (x, y), each with a thin line to its end."""
    ends = sorted(ends, key=lambda end: end[1])
    width, height = _extent(axes)
    low, high = axes.get_ylim()
    wanted = [min(max(math.log(y / low) / math.log(high / low), 0), 1) * height for _, y, _, _ in ends]
    heights = [size * 1.3 * (text.count("\n") + 1) for _, _, text, _ in ends]
    for (x, y, text, look), at in zip(ends, apart(wanted, heights, height), strict=True):
        axes.annotate(
            text,
            (x, min(max(y, low), high)),
            xytext=(1 + 12 / width, at / height),
            textcoords="axes fraction",
            va="center",
            ha="left",
            fontsize=size,
            color=look.colour,
            fontweight="bold",
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "color": look.colour,
                "linewidth": 0.7,
                "linestyle": ":",
                "relpos": (0, 0.5),
                "shrinkA": 1,
                "shrinkB": 5,
            },
        )


def growth_picture(puzzles: Mapping[str, Mapping[str, Curve]], scaling: Scaling) -> Picture:
    """Time over size, a panel a puzzle: what is filled was fitted, a cross is where a language broke."""
    columns = 1 if len(puzzles) == 1 else 2 if len(puzzles) <= 4 else 3
    lines = math.ceil(len(puzzles) / columns)
    wide, high = (8.0, 5.4) if columns == 1 else (5.0 * columns, 3.6 * lines)
    picture, grid = _canvas(wide, high, lines, columns)
    panels = [axes for line in grid for axes in line]
    ends = []
    small = len(puzzles) > 1
    for axes, (puzzle, curves) in zip(panels, puzzles.items(), strict=False):
        ends.append((axes, _growth_panel(axes, curves, scaling.unit(puzzle), small)))
        axes.set_title(catalogue_title(puzzle), fontsize=9 if small else 10, fontweight="bold", loc="left")
    for axes in panels[len(puzzles) :]:
        axes.set_visible(False)
    fitted = any(curve.fit for curves in puzzles.values() for curve in curves.values())
    broken = any(curve.stop and curve.stop.failed for curves in puzzles.values() for curve in curves.values())
    picture.supxlabel(
        ";  ".join(
            [
                "filled: fitted, slope in brackets" if fitted else "",
                "hollow: too small, or too near the floor",
                "×: stopped" if broken else "",
            ]
        ).strip("; "),
        fontsize=7.5,
        color="0.3",
    )
    picture.draw_without_rendering()  # lays it out
    for axes, names in ends:
        _name_ends(axes, names, 7.5 if small else 9)
    return picture


def short(number: float) -> str:
    """A round number in little room: ``10k``, ``1M``."""
    for size, sign in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:g}{sign}"
    return f"{number:g}"


def _growth_panel(
    axes: Axes, curves: Mapping[str, Curve], unit: str, small: bool
) -> list[tuple[float, float, str, Style]]:
    """Draws the curves; their ends, and what is to be written there."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    axes.set_xscale("log")
    axes.set_yscale("log")
    looks = styles(curves)
    ends = []
    for name, curve in curves.items():
        look = looks[name]
        if not curve.points:
            continue
        sizes = [point.size for point in curve.points]
        times = [max(point.whole.median, 1.0) for point in curve.points]
        fitted = set(curve.fit.sizes if curve.fit else ())
        axes.plot(sizes, times, color=look.colour, linestyle=look.line, linewidth=1.6)
        for chosen, face in ((True, look.colour), (False, "white")):
            shown = [(n, t) for n, t in zip(sizes, times, strict=True) if (n in fitted) == chosen]
            if shown:
                axes.plot(
                    *zip(*shown, strict=True),
                    look.marker,
                    markersize=4 if small else 5.5,
                    markerfacecolor=face,
                    markeredgecolor=look.colour,
                )
        label = f"{curve.title} {curve.order or ''}".strip()
        if curve.fit:
            label += f" ({curve.fit.slope:.2f})"
        if curve.mismatch:
            label += f"\nnot the declared {curve.declared}"
        if curve.stop and curve.stop.failed:
            axes.plot(curve.stop.size, times[-1], "x", color=look.colour, markersize=9, mew=2.2)
            axes.plot(
                [sizes[-1], curve.stop.size], [times[-1]] * 2, color=look.colour, linestyle=":", linewidth=1
            )
            reason = textwrap.shorten(curve.stop.reason, 90, placeholder=" …")
            label += f"\nstopped at {counted(curve.stop.size)}:\n{textwrap.fill(reason, 22 if small else 32)}"
            ends.append((float(curve.stop.size), times[-1], label, look))
        else:
            ends.append((float(sizes[-1]), times[-1], label, look))
    axes.xaxis.set_major_locator(LogLocator(base=10, numticks=20))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: short(value)))
    _time_axis(axes.yaxis)
    axes.set_xlabel(unit or "size")
    axes.set_ylabel("time, parse and both parts")
    axes.grid(which="major", color="0.9")
    axes.set_axisbelow(True)
    _bare(axes, "top", "right")
    return ends


# --- the terminal --------------------------------------------------------------------------------


def in_terminal(comparison: Comparison | None, scaling: Scaling | None) -> str:
    """Short pictures of all that there is."""
    parts = []
    if comparison:
        titles = {name: str(about["title"]) for name, about in comparison.languages.items()}
        parts.append(times_in_terminal(comparison.costs, titles))
        memory = comparison.memory
        parts.append(memory_in_terminal(memory, titles) if memory else "")
        parts.append(ratios_in_terminal(comparison.costs, titles))
    if scaling:
        parts.append(growth_in_terminal(scaling))
    return "\n\n".join(filter(None, parts))


def times_in_terminal(costs: Mapping[str, Mapping[str, Cost]], titles: Mapping[str, str]) -> str:
    """A bar for each puzzle and language, linear from zero within a puzzle."""
    rows = (
        (
            puzzle,
            titles[name],
            row[name].whole.median / max(cost.whole.median for cost in row.values()),
            duration(row[name].whole.median),
        )
        for puzzle, row in costs.items()
        for name in titles
        if name in row
    )
    return _bars("Time of a whole call; a puzzle's slowest fills the line", rows)


def memory_in_terminal(memory: Mapping[str, Mapping[str, Memory]], titles: Mapping[str, str]) -> str:
    """A bar for each puzzle and language, linear from zero."""
    highest = max(one.base + one.increase for row in memory.values() for one in row.values())
    rows = (
        (
            puzzle,
            titles[name],
            (row[name].base + row[name].increase) / highest,
            f"{figures(row[name].base / MIB)} + {figures(row[name].increase / MIB)} MiB",
        )
        for puzzle, row in memory.items()
        for name in titles
        if name in row
    )
    return _bars("Peak resident memory, base + increase", rows)


def _bars(title: str, rows: Iterable[tuple[str, str, float, str]]) -> str:
    """Rows of puzzle, language, a share of the line and what to write beside it."""
    from rich.bar import Bar
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=None, show_header=False)
    before = ""
    for puzzle, language, share, said in rows:
        table.add_row("" if puzzle == before else puzzle, language, Bar(1.0, 0.0, share, width=40), said)
        before = puzzle
    return rendered(table)


def ratios_in_terminal(costs: Mapping[str, Mapping[str, Cost]], titles: Mapping[str, str]) -> str:
    """The scatter of all puzzles; empty where there is nothing to compare."""
    clouds = _clouds(costs, titles)
    if not clouds:
        return ""
    xs = [[x for x, _ in cloud.values()] for cloud in clouds.values()]
    low, high = min(map(min, xs)), max(map(max, xs))
    diagonal = [low * (high / low) ** (step / 60) for step in range(61)] if high > low else [low]
    return _plotted(
        f"Time by {titles[REFERENCE]}'s time (dots: as fast)",
        [diagonal, *xs],
        [diagonal, *([y for _, y in cloud.values()] for cloud in clouds.values())],
        [".", *letters(titles[name] for name in clouds)],
        ["as fast", *(titles[name] for name in clouds)],
        x_unit=" s",
        scale_x=1e-9,
    )


def growth_in_terminal(scaling: Scaling) -> str:
    """The growth curves, a picture for each puzzle."""
    pictures = []
    for puzzle, curves in scaling.curves.items():
        drawn = [curve for curve in curves.values() if curve.points]
        if drawn:
            picture = _plotted(
                f"{scaling.title(puzzle)}: time by {scaling.unit(puzzle) or 'size'}",
                [[float(point.size) for point in curve.points] for curve in drawn],
                [[point.whole.median for point in curve.points] for curve in drawn],
                letters(curve.title for curve in drawn),
                [f"{curve.title} {curve.order or ''}".strip() for curve in drawn],
            )
            stops = (
                f"{one.title} {one.stop.words(scaling.unit(puzzle))}"
                for one in drawn
                if one.stop and one.stop.failed
            )
            pictures.append("\n".join([picture, *stops]))
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
    xs: Sequence[Sequence[float]],
    ys: Sequence[Sequence[float]],
    marks: list[str],
    names: list[str],
    x_unit: str = "",
    scale_x: float = 1.0,
) -> str:
    """A log-log picture out of letters, so that it needs no colour; ys in nanoseconds, shown in seconds."""
    from uniplot import plot_to_string

    picture: str = plot_to_string(
        xs=[[x * scale_x for x in line] for line in xs],
        ys=[[max(y, 1.0) * 1e-9 for y in line] for line in ys],
        title=title,
        legend_labels=names,
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
