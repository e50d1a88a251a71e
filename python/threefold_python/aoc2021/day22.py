"""Reactor Reboot: cut space until few steps matter to a piece, then paint that with few cells."""

from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from threefold.contract import InvalidInput
from threefold_python.reading import fields

RANGE = r"(-?\d+)\.\.(-?\d+)"
STEP = f"(on|off) x={RANGE},y={RANGE},z={RANGE}"
WRONG = "expected on or off and a cuboid as x=-1..2,y=0..5,z=3..3"
LIMIT = 1_000_000
CELLS = 100_000  # the more to a piece, the fewer pieces

Numbers = NDArray[np.int64]


class Steps(NamedTuple):
    """Each step's cuboid, as x, y and z of where it starts and of where it stops, and what it becomes."""

    starts: Numbers
    stops: Numbers
    on: NDArray[np.bool_]

    def chosen(self, which: NDArray[np.bool_] | slice) -> "Steps":
        return Steps(self.starts[which], self.stops[which], self.on[which])


def parse(text: str) -> Steps:
    """Which cuboids are turned on or off, one after another?"""
    cuboids, switches = [], []
    for number, (switch, *ends) in enumerate(fields(text, STEP, WRONG, LIMIT), 1):
        cuboid = np.array(ends, dtype=np.int64).reshape(3, 2)
        if (cuboid[:, 0] > cuboid[:, 1]).any():
            raise InvalidInput(number, WRONG)
        cuboids.append(cuboid)
        switches.append(switch == "on")
    starts, stops = np.moveaxis(np.array(cuboids), 2, 0)
    return Steps(starts, stops + 1, np.array(switches))


def part1(steps: Steps) -> int:
    """How many cubes are on within 50 of the middle?"""
    return cubes(steps, np.full(3, -50), np.full(3, 51))


def part2(steps: Steps) -> int:
    """How many cubes are on anywhere?"""
    return cubes(steps, steps.starts.min(axis=0), steps.stops.max(axis=0))


def cubes(steps: Steps, start: Numbers, stop: Numbers) -> int:
    """How many cubes are on in the region from start to stop?"""
    steps = that_matter(steps, start, stop)
    faces = np.concatenate([steps.starts, steps.stops])
    inside = (start < faces) & (faces < stop)
    counts = inside.sum(axis=0).tolist()
    if prod(count + 1 for count in counts) <= CELLS:
        return painted(steps)
    axis = counts.index(max(counts))
    middle = np.median(faces[inside[:, axis], axis])
    left, right = stop.copy(), start.copy()
    left[axis] = right[axis] = middle
    return cubes(steps, start, left) + cubes(steps, right, stop)


def that_matter(steps: Steps, start: Numbers, stop: Numbers) -> Steps:
    """What is left of the steps in a region? Nothing matters before one that goes for all of it."""
    inside = Steps(np.maximum(steps.starts, start), np.minimum(steps.stops, stop), steps.on)
    inside = inside.chosen(np.all(inside.starts < inside.stops, axis=1))
    whole = np.flatnonzero(np.all((inside.starts == start) & (inside.stops == stop), axis=1))
    return inside.chosen(slice(whole[-1], None)) if len(whole) else inside


def painted(steps: Steps) -> int:
    """How many cubes are on after the steps? Every cell lies between neighbouring faces of theirs."""
    cells, sizes = [], []
    for starts, stops in zip(steps.starts.T, steps.stops.T, strict=True):
        faces = np.unique([starts, stops])
        cells.append(map(slice, np.searchsorted(faces, starts), np.searchsorted(faces, stops)))
        sizes.append(np.diff(faces))
    picture = np.zeros([len(size) for size in sizes], dtype=np.int8)
    for cuboid, on in zip(zip(*cells, strict=True), steps.on, strict=True):
        picture[cuboid] = on
    x, y, z = sizes
    return int(picture @ z @ y @ x)
