"""How every picture looks: a language's style, axes, bars, names beside what they name."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...core import catalogue
from ...core.saving import replace_whole, spare

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Picture

THREAD = {"arrowstyle": "-", "linewidth": 0.7, "shrinkA": 1}  # from a name to what it names


Titles = Mapping[str, str]  # by language


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

Box = tuple[float, float, float]  # a bar: y of its middle, where it begins, how long it is
End = tuple[float, float, str, Style]  # of a line: where that is, and what is to be written there


def styles(names: Iterable[str]) -> dict[str, Style]:
    """A style for each; what has none of its own takes the others in turn."""
    spare = [name for name in names if name not in STYLES]
    more = {name: OTHERS[at % len(OTHERS)] for at, name in enumerate(spare)}
    return {name: STYLES.get(name) or more[name] for name in names}


def written(picture: Picture, stem: Path, formats: Sequence[str]) -> Iterator[Path]:
    """The picture's files. The same results make the same bytes, so that pictures can be committed."""
    import matplotlib

    for form in formats:
        path = stem.with_name(f"{stem.name}.{form}")
        metadata = {"Date": None, "Creator": "threefold"} if form == "svg" else {"Software": "threefold"}
        metadata["Title"] = stem.name
        spare(path, "picture of threefold's", lambda data: b"threefold" in data)
        made = BytesIO()
        with matplotlib.rc_context({"svg.hashsalt": "threefold", "svg.fonttype": "none"}):
            picture.savefig(made, format=form, dpi=160, metadata=metadata)
        content = made.getvalue()
        replace_whole(path, compact(content.decode()) if form == "svg" else content)
        yield path


def compact(svg: str) -> str:
    """A picture at a quarter of its size: equal styles as classes, tenths of a point, no bare groups."""
    found: dict[str, str] = {}

    def named(style: re.Match[str]) -> str:
        return f'class="{found.setdefault(style[1], f"s{len(found)}")}"'

    svg = re.sub(r"<!--.*?-->\s*|^ +", "", svg, flags=re.DOTALL | re.MULTILINE)
    svg = re.sub(r' id="\w+_\d+"| transform="rotate\(-0 [^"]*"', "", svg)
    svg = re.sub(r'="[^"]*"', lambda value: re.sub(r" +$|(?<=\d\.\d)\d+", "", value[0], flags=re.M), svg)
    svg = re.sub(r'style="([^"]*)"', named, svg)
    bare = 1
    while bare:
        svg, bare = re.subn(r"<g>\n((?:(?!</?g\b).)*)</g>\n|<g/>\n", r"\1", svg, flags=re.DOTALL)
    rules = "\n".join(f".{name} {{{style}}}" for style, name in found.items())
    return svg.replace("</style>", f"\n{rules}\n</style>", 1)


def canvas(width: float, height: float, rows: int = 1, columns: int = 1, **how: Any) -> tuple[Picture, Any]:
    """A figure in inches that knows no window, and its axes."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Picture

    # DejaVu Sans comes with matplotlib: no machine lacks it, and no machine draws it differently.
    matplotlib.rcParams.update({"font.family": "DejaVu Sans", "font.size": 9, "hatch.linewidth": 0.5})
    picture = Picture(figsize=(width, height), layout="constrained", facecolor="white")
    FigureCanvasAgg(picture)
    return picture, list(picture.subplots(rows, columns, squeeze=False, **how).flat)


def logarithmic(axis: Any, words: Callable[[float], str]) -> None:
    """Powers of ten, said in words, and marks at 2 and 5 between them."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    axis.set_major_locator(LogLocator(base=10, numticks=30))
    axis.set_minor_locator(LogLocator(base=10, subs=[2, 5], numticks=60))
    axis.set_minor_formatter(NullFormatter())
    axis.set_major_formatter(FuncFormatter(lambda value, _: words(value)))


def frame(axes: Axes, *without: str, grid: Any = None) -> None:
    """Leaves sides of the frame away; lines across, from the ticks of an axis (``x`` or ``both``)."""
    axes.spines[list(without)].set_visible(False)
    if grid:
        axes.grid(axis=grid, which="major", color="0.9")
        axes.set_axisbelow(True)


def label(axes: Axes, text: str, x: float, y: float, offset: int = 6, **how: Any) -> None:
    """Words to the right of a point, a number of points away."""
    place: Any = {"xytext": (offset, 0), "textcoords": "offset points", "va": "center", "fontsize": 7.5}
    axes.annotate(text, (x, y), **place | how)


def bars(axes: Axes, boxes: Iterable[Box], fill: str, hatch: str) -> None:
    """Bars that look alike, as one path: that keeps files small."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    corners = [
        [(left, y - 0.4), (left + width, y - 0.4), (left + width, y + 0.4), (left, y + 0.4), (left, y - 0.4)]
        for y, left, width in boxes
    ]
    outline = Outline.make_compound_path(*(Outline(one, closed=True) for one in corners))
    axes.add_patch(PathPatch(outline, facecolor=fill, hatch=hatch, edgecolor="black", linewidth=0.5))


def heading(puzzle: str) -> str:
    """``Lanternfish (aoc2021/day06)``; the name alone for a puzzle that the catalogue doesn't know."""
    title = catalogue.title(puzzle)
    return f"{title}  ({puzzle})" if title else puzzle


def stacked_rows(
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


def label_rows(axes: Axes, rows: Any, headings: Mapping[str, float], titles: Titles) -> None:
    """The languages as tick labels; each puzzle's title above its languages, from the figure's left edge."""
    axes.set_yticks([y for y, _, _ in rows], [titles[name] for _, _, name in rows], fontsize=8)
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(max(y for y, _, _ in rows) + 0.7, -0.7)
    for puzzle, y in headings.items():
        edge = axes.get_yaxis_transform()
        label(axes, heading(puzzle), 0, y, -44, fontsize=9, fontweight="bold", xycoords=edge)


def across(points: Iterable[tuple[float, float]]) -> list[Any]:
    """All x, then all y."""
    return list(zip(*points, strict=True))


def extent(axes: Axes) -> tuple[float, float]:
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


def name_ends(axes: Axes, ends: Iterable[End], size: float = 8.5) -> None:
    """Names beside the right edge for lines' ends, each with a thin line to it; all in the lines' colours."""
    ends = sorted(ends, key=lambda end: end[1])
    width, height = extent(axes)
    low, high = axes.get_ylim()
    wanted = [min(max(math.log(y / low) / math.log(high / low), 0), 1) * height for _, y, _, _ in ends]
    heights = [size * 1.3 * (text.count("\n") + 1) for _, _, text, _ in ends]
    for (x, y, text, look), at in zip(ends, apart(wanted, heights, height), strict=True):
        how: Any = {"fontsize": size, "fontweight": "bold", "va": "center", "annotation_clip": False}
        thread = THREAD | {"color": look.colour, "linestyle": ":", "relpos": (0, 0.5), "shrinkB": 5}
        place: Any = {"xytext": (1 + 12 / width, at / height), "textcoords": "axes fraction"}
        end = x, min(max(y, low), high)
        axes.annotate(text, end, color=look.colour, arrowprops=thread, **place, **how)
