"""Garden Groups: each fence and each corner belongs to a plot, and regions add up those of their plots."""

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any

import numpy as np
import numpy.typing as npt

from threefold_python.reading import grid

Numbers = npt.NDArray[np.intp]
Plots = npt.NDArray[np.uint8]
Truths = npt.NDArray[np.bool_]

FORM = "expected a row of letters from A to Z, as long as the first, at most 1400 rows and columns"


def parse(text: str) -> Plots:
    """What grows on each plot?"""
    rows = grid(text, ascii_uppercase, 1400, FORM)
    return np.array([list(row.encode()) for row in rows], np.uint8)


def part1(plots: Plots) -> int:
    """What do all fences cost, by their length?"""
    return price(plots, sum(~beside for beside, _, _ in likenesses(plots)))


def part2(plots: Plots) -> int:
    """And by the number of sides, which is that of corners?"""
    corners = ((beside == below) & ~(beside & across) for beside, below, across in likenesses(plots))
    return price(plots, sum(corner.astype(int) for corner in corners))


def likenesses(plots: Plots) -> Iterator[tuple[Truths, Truths, Truths]]:
    """Is what grows beside a plot, below it and between these the same? From all four sides."""
    for turns in range(4):
        garden = np.rot90(np.pad(plots, 1), turns)
        here, beside, below, across = garden[1:-1, 1:-1], garden[1:-1, 2:], garden[2:, 1:-1], garden[2:, 2:]
        first, second, third = (np.rot90(other == here, -turns) for other in (beside, below, across))
        yield first, second, third


def price(plots: Plots, lengths: Any) -> int:
    """What is the sum of all regions' areas, each times the sum of its plots' lengths?"""
    region = regions(plots)
    areas = np.bincount(region)
    total = np.bincount(region, lengths.ravel()).astype(int)
    return int(areas @ total)


def regions(plots: Plots) -> Numbers:
    """Which is the first plot of each plot's region?"""
    places = np.arange(plots.size).reshape(plots.shape)
    level, upright = plots[:, :-1] == plots[:, 1:], plots[:-1] == plots[1:]
    one = np.concatenate([places[:, :-1][level], places[:-1][upright]])
    other = np.concatenate([places[:, 1:][level], places[1:][upright]])
    first = places.ravel()
    while one.size:
        np.minimum.at(first, np.maximum(one, other), np.minimum(one, other))
        while (first[first] != first).any():
            first = first[first]
        one, other = first[one], first[other]
        apart = one != other
        one, other = one[apart], other[apart]
    return first
