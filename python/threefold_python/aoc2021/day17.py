"""Trick Shot: x and y fly for themselves, and a shot hits if there is a step at which both are inside."""

import re
from math import isqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from threefold.contract import InvalidInput, NoAnswer

LIMIT = 1_000_000
AREA = re.compile(r"target area: x=(-?[0-9]+)\.\.(-?[0-9]+), y=(-?[0-9]+)\.\.(-?[0-9]+)")

Numbers = npt.NDArray[np.int64]
FOREVER = 1 << 40


class Target(NamedTuple):
    left: int
    right: int
    bottom: int
    top: int


class Steps(NamedTuple):
    """Ranges of steps, one for each speed; a range that ends before it starts is empty."""

    start: Numbers
    end: Numbers

    def exist(self) -> npt.NDArray[np.bool_]:
        return self.start <= self.end


def parse(text: str) -> Target:
    line, *more = text.split("\n")
    if not (match := AREA.fullmatch(line)):
        raise InvalidInput(1, "expected a target area as x=1..2, y=-2..-1")
    target = Target(*map(number, match.groups()))
    if target.left > target.right or target.bottom > target.top:
        raise InvalidInput(1, "expected the smaller number of a range first")
    if more:
        raise InvalidInput(2, "expected a single line")
    return target


def number(word: str) -> int:
    digits = word.removeprefix("-").lstrip("0") or "0"
    if len(digits) > len(str(LIMIT)) or int(digits) > LIMIT:
        raise InvalidInput(1, f"expected numbers from -{LIMIT} to {LIMIT}")
    return -int(digits) if word.startswith("-") else int(digits)


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
    rightward = horizontally_inside(np.arange(right + 1), left, right)
    leftward = horizontally_inside(1 + np.arange(-left), -right, -left)
    resting = any((steps.exist() & (steps.end == FOREVER - 1)).any() for steps in (rightward, leftward))
    if bottom <= 0 <= top and resting:
        raise NoAnswer("a shot can fly as high as one likes and fall through the target")
    moving = isqrt(2 * max(-left, right)) + 1  # no shot moves on inside for more steps than that
    speeds = np.arange(min(bottom, 0), max(top, -bottom, moving) + 1)
    rising, falling = vertically_inside(speeds, bottom, top)
    return speeds, hits(rightward, rising, falling) + hits(leftward, rising, falling)


def hits(horizontal: Steps, rising: Steps, falling: Steps) -> Numbers:
    """How many of the horizontal ranges meet at least one of two vertical ones, for each pair of these?"""
    starts, ends = (np.sort(bound[horizontal.exist()]) for bound in horizontal)

    def meeting(start: Numbers, end: Numbers) -> Numbers:
        """How many horizontal ranges have started by the end, and are not over before the start?"""
        return starts.searchsorted(end, "right") - ends.searchsorted(start, "left")

    up, down = rising.exist(), falling.exist()
    both = np.maximum(meeting(falling.start, rising.end), 0)  # those that last from the one to the other
    return up * meeting(*rising) + down * meeting(*falling) - (up & down) * both


def horizontally_inside(speeds: Numbers, near: int, far: int) -> Steps:
    """During which steps is a shot between near and far? It slows down until it rests."""
    return Steps(np.maximum(above(speeds, near).start, 1), above(speeds, far + 1).start - 1)


def vertically_inside(speeds: Numbers, bottom: int, top: int) -> tuple[Steps, Steps]:
    """During which steps is a shot between bottom and top, before it flies over the top and after that?"""
    inside, over = above(speeds, bottom), above(speeds, top + 1)
    rising = Steps(np.maximum(inside.start, 1), np.minimum(over.start - 1, inside.end))
    return rising, Steps(np.maximum(over.end + 1, 1), inside.end)


def above(speeds: Numbers, height: int) -> Steps:
    """From which step to which is a shot at that height or above, in the past too? If never: forever.

    After t steps it is at t (2 v + 1 - t) / 2, a parabola of t.
    """
    discriminant = (2 * speeds + 1) ** 2 - 8 * height
    root = np.sqrt(np.maximum(discriminant, 0)).astype(np.int64)
    end = np.where(discriminant < 0, FOREVER, (2 * speeds + 1 + root) // 2)
    start = np.where(discriminant < 0, FOREVER, 2 * speeds + 1 - end)
    return Steps(start, end)
