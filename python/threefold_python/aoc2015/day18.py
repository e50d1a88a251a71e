"""Like a GIF For Your Yard: neighbours are the same grid, moved by one."""

import numpy as np
from numpy.typing import NDArray

from threefold_python.reading import grid

STEPS = 100
MOST = 1000
Lights = NDArray[np.bool_]


def parse(text: str) -> Lights:
    """Which lights are on?"""
    rows = grid(text, ".#", MOST, f"expected a row of # and ., all of one length, at most {MOST} by {MOST}")
    return np.array([[sign == "#" for sign in row] for row in rows])


def part1(lights: Lights) -> int:
    """How many lights are on after 100 steps?"""
    return lit(lights, stuck=np.zeros_like(lights))


def part2(lights: Lights) -> int:
    """How many if the four corners are stuck?"""
    corners = np.zeros_like(lights)
    corners[np.ix_([0, -1], [0, -1])] = True
    return lit(lights, stuck=corners)


def lit(lights: Lights, stuck: Lights) -> int:
    """How many lights are on after 100 steps, if some are on all the time?"""
    lights = lights | stuck
    for _ in range(STEPS):
        lights = step(lights) | stuck
    return int(lights.sum())


def step(lights: Lights) -> Lights:
    """Which lights are on next? Three of three by three are, or four with the one in the middle."""
    height, width = lights.shape
    padded = np.pad(lights, 1).astype(np.uint8)
    rows = padded[:, :width] + padded[:, 1:-1] + padded[:, 2:]
    near = rows[:height] + rows[1:-1] + rows[2:]
    on: Lights = (near == 3) | lights & (near == 4)
    return on
