"""Trick Shot: x and y fly for themselves, and a shot hits if there is a step at which both are inside."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, count, takewhile
from math import inf
from typing import NamedTuple

from threefold_python.reading import Lines

LIMIT = 20_000
AREA = r"target area: x=(\d+)\.\.(\d+), y=(-?\d+)\.\.(-?\d+)"
WRONG = "expected a target area as x=20..30, y=-10..-5, in which a shot can come to rest in time"


class Target(NamedTuple):
    left: int
    right: int
    bottom: int
    top: int


def parse(text: str) -> Target:
    """Where is the target?"""
    lines = Lines(text)
    fault = lines.fault(WRONG)
    target = Target(*map(int, lines.line(AREA, WRONG, LIMIT)))
    left, right, bottom, top = target
    rests = next(steps for steps, place in enumerate(accumulate(count(1)), 1) if place >= left)
    if not (
        0 < left <= right and bottom <= top < 0 and rests * (rests + 1) // 2 <= right and rests <= -2 * bottom
    ):
        raise fault
    lines.end()
    return target


def inside(places: Iterable[int], near: int, far: int) -> tuple[int, int] | None:
    """At which step is a probe first between near and far, and at which last?"""
    reached = enumerate(takewhile(lambda place: place <= far, places), 1)
    steps = [step for step, place in reached if place >= near]
    return (steps[0], steps[-1]) if steps else None


def horizontal(target: Target) -> Iterator[tuple[int, float]]:
    """From which step to which is x inside, for each speed that gets there?"""
    for speed in range(1, target.right + 1):
        if steps := inside(accumulate(range(speed, 0, -1)), target.left, target.right):
            rests = steps[1] == speed
            yield steps[0], inf if rests else steps[1]


def vertical(target: Target) -> Iterator[tuple[int, int]]:
    """The same for y. A shot upward comes back to the launch's height one faster than it left."""
    for speed in range(1, -target.bottom + 1):
        if steps := inside(accumulate(count(speed)), -target.top, -target.bottom):
            for before in (0, 2 * speed - 1):
                yield before + steps[0], before + steps[1]


def part1(target: Target) -> int:
    """How high can a shot fly that hits? In the step after it is back, it falls to the lowest row."""
    return sum(range(-target.bottom))


def part2(target: Target) -> int:
    """With how many velocities does a shot hit the target?"""
    starts, ends = map(sorted, zip(*horizontal(target), strict=True))
    return sum(bisect_right(starts, last) - bisect_left(ends, first) for first, last in vertical(target))
