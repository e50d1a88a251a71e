"""Small network: the units' values at the moments where one begins or ends to fire, in whole numbers."""

import re
from fractions import Fraction
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import numpy as np

from threefold.contract import NoAnswer

from ..reading import Lines

WIDTHS = "expected 2 to 13 widths from 1 to 100, separated by spaces"
UNIT = "expected {} weights and a bias from -999 to 999, separated by spaces"
POINT = "expected numbers from -999 to 999, as many as the first width, separated by spaces"
MOST_BENDS = 5_000

# Numbers have no limit: the elements are Python's own.
Matrix = np.ndarray[Any, np.dtype[np.object_]]


class Layer(NamedTuple):
    """A row of weights and a bias for each unit."""

    weights: Matrix
    biases: Matrix


class Network(NamedTuple):
    """Layers, and the ends of a segment."""

    layers: list[Layer]
    ends: Matrix


class Path(NamedTuple):
    """Values at some moments from 0 to 1, each times its moment's denominator; linear between them."""

    moments: list[Fraction]
    values: Matrix


def parse(text: str) -> Network:
    """Which network is it, and between which points?"""
    lines = Lines(text)
    (line,) = lines.line(r"(\d+(?: \d+){1,12})", WIDTHS, valid=lambda line: within(line, 1, 100))
    layers = []
    for inputs, outputs in pairwise(map(int, line.split())):
        rows = block(lines, outputs, inputs + 1, UNIT.format(inputs))
        layers.append(Layer(rows[:, :-1], rows[:, -1]))
    ends = block(lines, 2, layers[0].weights.shape[1], POINT)
    lines.end()
    return Network(layers, ends)


def block(lines: Lines, height: int, width: int, message: str) -> Matrix:
    """Which numbers follow an empty line?"""
    lines.blank("expected an empty line")
    form = rf"(-?\d+(?: -?\d+){{{width - 1}}})"
    rows = [lines.line(form, message, valid=lambda row: within(row, -999, 999))[0] for _ in range(height)]
    return np.array([list(map(int, row.split())) for row in rows], dtype=object)


def within(line: str, least: int, most: int) -> bool:
    """Are all numbers of a line in this range, in 1 to 18 digits?"""
    return not re.search(r"\d{19}", line) and all(least <= int(word) <= most for word in line.split())


def part1(network: Network) -> str:
    """What are the outputs at both ends?"""
    path = start(network)
    for layer in network.layers[:-1]:
        path = fired(through(layer, path))
    return "\n".join(" ".join(map(str, row)) for row in through(network.layers[-1], path).values)


def part2(network: Network) -> str:
    """In how many linear pieces are the outputs, and which is the greatest?"""
    path = start(network)
    for layer in network.layers[:-1]:
        path = fired(bent(through(layer, path)))
    path = through(network.layers[-1], path)
    outputs = [[Fraction(value, t.denominator) for value in row] for t, row in zip(*path, strict=True)]
    slopes = [
        [(y - x) / (end - begin) for x, y in zip(first, last, strict=True)]
        for (begin, first), (end, last) in pairwise(zip(path.moments, outputs, strict=True))
    ]
    return f"{sum(1 for _ in groupby(slopes))} {max(map(max, outputs))}"


def start(network: Network) -> Path:
    """What is the way from one end to the other?"""
    return Path([Fraction(0), Fraction(1)], network.ends)


def through(layer: Layer, path: Path) -> Path:
    """What arrives at a layer's units?"""
    units = np.array([moment.denominator for moment in path.moments], dtype=object)
    return path._replace(values=path.values @ layer.weights.T + np.outer(units, layer.biases))


def fired(path: Path) -> Path:
    """What do the units hand on?"""
    return path._replace(values=np.maximum(path.values, 0))


def bent(path: Path) -> Path:
    """The same path, with the moments at which a value crosses 0."""
    found = dict(zip(*path, strict=True))
    for place, unit in np.argwhere(path.values[:-1] * path.values[1:] < 0):
        (begin, first), (end, last) = ((path.moments[at], path.values[at]) for at in (place, place + 1))
        # As mediants of fractions are: the value at the new moment is |y| x + |x| y = 0.
        p, q = abs(last[unit]), abs(first[unit])
        above = p * begin.numerator + q * end.numerator
        below = p * begin.denominator + q * end.denominator
        moment = Fraction(above, below)
        if moment not in found:
            found[moment] = (p * first + q * last) // (below // moment.denominator)
            if len(found) > MOST_BENDS + 2:
                raise NoAnswer(f"more than {MOST_BENDS} bends")
    return Path(sorted(found), np.array([found[moment] for moment in sorted(found)], dtype=object))
