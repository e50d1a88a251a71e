"""Pictures of what was measured: files by matplotlib, and short ones for the terminal by uniplot and rich.

A language looks the same in every picture: a colour of Okabe and Ito's, which the colour-blind tell apart,
and a marker, a line and a hatch of its own for black and white. Names stand beside what they name; there
are no legends to hunt through. Times lie on logarithmic axes as *points*, for a bar on one has no honest
length; bars are linear, from zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..comparison import Comparison
from ..curves import Results
from .canvas import written
from .costs import costs_picture
from .growth import growth_picture
from .memory import memory_picture
from .peers import peers_picture
from .ratios import ratios_picture

if TYPE_CHECKING:
    from ..peers import Peers

PAGE = 25  # puzzles a page: an Advent
PANELS = 12  # growth curves a page


def draw_comparison(comparison: Comparison, folder: Path, formats: Sequence[str]) -> Iterator[Path]:
    """Times and phases a page of puzzles, memory the same, and all puzzles in one; the files written."""
    titles = comparison.titles
    for page, puzzles in pages(comparison.costs, PAGE):
        costs = {puzzle: comparison.costs[puzzle] for puzzle in puzzles}
        yield from written(costs_picture(costs, titles), folder / f"times-{page}", formats)
    memory = comparison.memory
    for page, puzzles in pages(memory, PAGE):
        picture = memory_picture({puzzle: memory[puzzle] for puzzle in puzzles}, titles)
        yield from written(picture, folder / f"memory-{page}", formats)
    if (scatter := ratios_picture(comparison.costs, titles)) is not None:
        yield from written(scatter, folder / "ratios", formats)


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
        yield from written(picture, folder / f"growth-{name}", formats)


def draw_peers(peers: Peers, folder: Path, formats: Sequence[str]) -> Iterator[Path]:
    """The picture of a race against peers; the files written."""
    yield from written(peers_picture(peers), folder / f"peers-{peers.puzzle.split('/')[-1]}", formats)


def pages(puzzles: Iterable[str], most: int) -> Iterator[tuple[str, list[str]]]:
    """The puzzles by folder, at most a number a page; a page is called by its folder, numbered if need be."""
    folders: dict[str, list[str]] = {}
    for puzzle in puzzles:
        folders.setdefault(puzzle.split("/")[0], []).append(puzzle)
    for folder, names in folders.items():
        count = math.ceil(len(names) / most)
        size = math.ceil(len(names) / count)
        for number in range(count):
            name = folder if count == 1 else f"{folder}-{number + 1}"
            yield name, names[number * size : (number + 1) * size]
