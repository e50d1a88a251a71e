"""Short pictures for the terminal, by uniplot and rich; they need no colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...core.tables import rendered
from ...core.units import duration
from ..comparison import Comparison, Memory
from ..curves import Results
from .canvas import Titles, across
from .costs import Costs
from .ratios import REFERENCE, clouds_of


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
    clouds = clouds_of(costs, titles)
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

    points = [across((x, max(y, 1.0) * 1e-9) for x, y in line) for _, line in lines]
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
