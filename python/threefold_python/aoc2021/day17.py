"""Trick Shot: x and y fly for themselves, and a shot hits if there is a step at which both are inside."""

import re
from math import isqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from threefold.contract import InvalidInput, NoAnswer

LIMIT = 1_000_000
NUMBER = "(-?)0*([0-9]+)"
AREA = re.compile(rf"target area: x={NUMBER}\.\.{NUMBER}, y={NUMBER}\.\.{NUMBER}")
FOREVER = 1 << 40

Numbers = npt.NDArray[np.int64]


class Target(NamedTuple):
    left: int
    right: int
    bottom: int
    top: int


class Steps(NamedTuple):
    """Ranges of steps, one for each speed; one that doesn't stop after its start is empty."""

    start: Numbers
    stop: Numbers


def parse(text: str) -> Target:
    line, *more = text.split("\n")
    if not AREA.fullmatch(line):
        raise InvalidInput(1, "expected a target area as x=1..2, y=-2..-1")
    target = Target(*(int(sign + digits[:8]) for sign, digits in re.findall(NUMBER, line)))
    if max(map(abs, target)) > LIMIT:
        raise InvalidInput(1, f"expected numbers from -{LIMIT} to {LIMIT}")
    if target.left > target.right or target.bottom > target.top:
        raise InvalidInput(1, "expected the smaller number of a range first")
    if more:
        raise InvalidInput(2, "expected a single line")
    return target


def part1(target: Target) -> int:
    """How high can a shot fly that hits the target?"""
    speeds, counts = hits_by_vertical_speed(target)
    fastest = max(0, int(speeds[counts > 0].max()))
    return fastest * (fastest + 1) // 2


def part2(target: Target) -> int:
    """With how many velocities does a shot hit the target?"""
    _, counts = hits_by_vertical_speed(target)
    return int(counts.sum())


def hits_by_vertical_speed(target: Target) -> tuple[Numbers, Numbers]:
    """With how many horizontal speeds does a shot hit, for each of the vertical speeds with which one can?"""
    left, right, bottom, top = target
    sides = [horizontally_inside(0, left, right), horizontally_inside(1, -right, -left)]
    if bottom <= 0 <= top and any((side.stop == FOREVER).any() for side in sides):
        raise NoAnswer("a shot can fly as high as one likes and fall through the target")
    moving = isqrt(2 * max(-left, right)) + 1  # no shot moves on inside for more steps than that
    speeds = np.arange(min(bottom, 0), max(top, -bottom, moving) + 1)
    rising, falling = vertically_inside(speeds, bottom, top)
    return speeds, sum((hits(side, rising, falling) for side in sides), np.zeros_like(speeds))


def hits(horizontal: Steps, rising: Steps, falling: Steps) -> Numbers:
    """How many of the horizontal ranges meet at least one of two vertical ones, for each pair of these?"""
    starts, stops = map(np.sort, horizontal)

    def meeting(start: Numbers, stop: Numbers) -> Numbers:
        """How many horizontal ranges start before the stop, less those that stop by the start?"""
        return starts.searchsorted(stop, "left") - stops.searchsorted(start, "right")

    up, down = rising.start < rising.stop, falling.start < falling.stop
    both = np.maximum(meeting(falling.start, rising.stop), 0)  # those that last from the one to the other
    return up * meeting(*rising) + down * meeting(*falling) - (up & down) * both


def horizontally_inside(slowest: int, near: int, far: int) -> Steps:
    """During which steps is a shot between near and far, if it ever is? It slows down until it rests."""
    speeds = np.arange(slowest, far + 1)
    start, stop = np.maximum(above(speeds, near).start, 1), above(speeds, far + 1).start
    return Steps(start[start < stop], stop[start < stop])


def vertically_inside(speeds: Numbers, bottom: int, top: int) -> tuple[Steps, Steps]:
    """During which steps is a shot between bottom and top, before it flies over the top and after that?"""
    inside, over = above(speeds, bottom), above(speeds, top + 1)
    rising = Steps(np.maximum(inside.start, 1), np.minimum(over.start, inside.stop))
    return rising, Steps(np.maximum(over.stop, 1), inside.stop)


def above(speeds: Numbers, height: int) -> Steps:
    """During which steps is a shot at that height or above, in the past too? If never: from forever on.

    After t steps it is at t (2 v + 1 - t) / 2, a parabola of t.
    """
    discriminant = (2 * speeds + 1) ** 2 - 8 * height
    last = (2 * speeds + 1 + np.sqrt(np.maximum(discriminant, 0)).astype(np.int64)) // 2
    ever = discriminant >= 0
    return Steps(np.where(ever, 2 * speeds + 1 - last, FOREVER), np.where(ever, last + 1, FOREVER))
