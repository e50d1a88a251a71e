"""Transparent Origami: fold a ruler instead of the paper, then look up every dot's two numbers on it."""

import re
from typing import NamedTuple

import numpy as np

from threefold.contract import InvalidInput
from threefold_python.reading import natural, numbered

LIMIT = 9999
DOT = re.compile(r"([0-9]+),([0-9]+)")
FOLD = re.compile(r"fold along ([xy])=([0-9]+)")

Dot = tuple[int, int]
Fold = tuple[str, int]


class Paper(NamedTuple):
    dots: list[Dot]
    folds: list[Fold]


def parse(text: str) -> Paper:
    lines = numbered(text)
    dots: list[Dot] = []
    folds: list[Fold] = []
    for number, line in lines:
        if not line and dots:
            break
        if not (match := DOT.fullmatch(line)):
            raise InvalidInput(number, "expected a dot as x,y")
        dots.append((natural(match[1], number, LIMIT), natural(match[2], number, LIMIT)))
    for number, line in lines[len(dots) + 1 :]:
        if not (match := FOLD.fullmatch(line)):
            raise InvalidInput(number, "expected a fold as fold along x=5 or fold along y=5")
        folds.append((match[1], natural(match[2], number, LIMIT)))
    if not folds:
        raise InvalidInput(len(lines), "expected folds after the dots and an empty line")
    return Paper(dots, folds)


def part1(paper: Paper) -> int:
    """How many dots are visible after the first fold?"""
    return len(folded(paper.dots, paper.folds[:1]))


def part2(paper: Paper) -> str:
    """Which picture do the dots make after all folds?"""
    xs, ys = zip(*folded(paper.dots, paper.folds), strict=True)
    left, right = extent(xs, lines_along("x", paper.folds))
    top, bottom = extent(ys, lines_along("y", paper.folds))
    picture = np.full((bottom - top, right - left + 1), ord("."), np.uint8)
    picture[np.array(ys) - top, np.array(xs) - left] = ord("#")
    picture[:, -1] = ord("\n")
    return picture.tobytes().decode().removesuffix("\n")


def folded(dots: list[Dot], folds: list[Fold]) -> set[Dot]:
    """Where are dots after these folds?"""
    across = folded_ruler(lines_along("x", folds))
    down = folded_ruler(lines_along("y", folds))
    return {(across[x], down[y]) for x, y in dots}


def folded_ruler(lines: list[int]) -> list[int]:
    """Where do the numbers from 0 to the limit come to lie, when a ruler is folded at these lines in turn?"""
    ruler = np.arange(LIMIT + 1)
    edge = LIMIT
    for line in lines:
        if line < edge:  # there is no paper farther out
            ruler = np.minimum(ruler, 2 * line - ruler)
            edge = line
    return list(ruler.tolist())


def lines_along(axis: str, folds: list[Fold]) -> list[int]:
    """Along which lines of that axis is the paper folded?"""
    return [line for name, line in folds if name == axis]


def extent(places: tuple[int, ...], lines: list[int]) -> tuple[int, int]:
    """From where up to where does the picture reach? To the last line, and as far as there are dots."""
    return min(0, *places), max(1 + max(places), min(lines, default=0))
