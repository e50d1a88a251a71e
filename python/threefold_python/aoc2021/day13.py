"""Transparent Origami: a fold takes a dot to its mirror image if that is nearer, and a set has each once."""

from functools import reduce
from typing import NamedTuple

from threefold_python.reading import Lines

LIMIT = 9999

Dot = tuple[int, int]
Fold = tuple[str, int]


class Paper(NamedTuple):
    dots: set[Dot]
    folds: list[Fold]


def parse(text: str) -> Paper:
    """Where are the dots, and along which lines is the paper folded?"""
    lines = Lines(text)
    block = lines.block(r"(\d+),(\d+)", f"expected a dot as x,y, none above {LIMIT}", LIMIT)
    dots = {(int(x), int(y)) for x, y in block}
    lines.blank("expected an empty line after the dots")
    xs, ys = zip(*dots, strict=True)
    sides = {axis: range(max(numbers) + 1, 2 * LIMIT + 2) for axis, numbers in (("x", xs), ("y", ys))}
    folds: list[Fold] = []
    while not lines.is_done():
        fault = lines.fault("expected a fold in the middle, as fold along x=5 or fold along y=5")
        axis, number = lines.line(r"fold along ([xy])=(\d+)", fault.message, LIMIT)
        line = int(number)
        if 2 * line + 1 not in sides[axis]:
            raise fault
        sides[axis] = range(line, line + 1)
        folds.append((axis, line))
    if len(dict(folds)) < 2:
        raise lines.fault("expected folds along x and along y")
    return Paper(dots, folds)


def folded(dots: set[Dot], fold: Fold) -> set[Dot]:
    """Where are the dots after a fold?"""
    axis, line = fold
    if axis == "x":
        return {(min(x, 2 * line - x), y) for x, y in dots}
    return {(x, min(y, 2 * line - y)) for x, y in dots}


def part1(paper: Paper) -> int:
    """How many dots are visible after the first fold?"""
    return len(folded(paper.dots, paper.folds[0]))


def part2(paper: Paper) -> str:
    """Which picture do the dots make after all folds?"""
    dots = reduce(folded, paper.folds, paper.dots)
    last = dict(paper.folds)
    rows = ("".join("#" if (x, y) in dots else "." for x in range(last["x"])) for y in range(last["y"]))
    return "\n".join(rows)
