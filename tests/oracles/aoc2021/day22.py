"""Reactor Reboot, naively: space is cut at every face of every step, and each cell asks the steps in turn."""

import re
from itertools import pairwise, product

MIDDLE = [(-50, 51)] * 3


def cubes(steps: list[tuple[str, list[tuple[int, int]]]], region: list[tuple[int, int]] | None) -> int:
    """How many cubes are on in the region, or anywhere?"""
    axes = []
    for axis in range(3):
        faces = {face for _, cuboid in steps for face in cuboid[axis]}
        if region:
            low, high = region[axis]
            faces = {low, high} | {face for face in faces if low < face < high}
        axes.append(list(pairwise(sorted(faces))))
    total = 0
    for x, y in product(axes[0], axes[1]):
        column = [
            (switch, cuboid[2]) for switch, cuboid in steps if within(x, cuboid[0]) and within(y, cuboid[1])
        ]
        for z in axes[2]:
            switches = [switch for switch, span in column if within(z, span)]
            if switches and switches[-1] == "on":
                total += (x[1] - x[0]) * (y[1] - y[0]) * (z[1] - z[0])
    return total


def within(cell: tuple[int, int], span: tuple[int, int]) -> bool:
    return span[0] <= cell[0] and cell[1] <= span[1]


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    steps = []
    for line in text.split("\n"):
        numbers = list(map(int, re.findall("-?[0-9]+", line)))
        cuboid = [(first, last + 1) for first, last in zip(numbers[::2], numbers[1::2], strict=True)]
        steps.append((line.split(" ")[0], cuboid))
    return str(cubes(steps, MIDDLE)), str(cubes(steps, None))
