"""Deep linear networks: signals go forward, slopes backward, and a product is one of matrix and vector."""

from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np

from ..reading import Lines

P = 2**61 - 1
MOST_LAYERS, MOST_WEIGHTS = 10_000, 10**6
WIDTHS = "expected 2 to 10001 widths from 1 to 100 with at most 10^6 weights, separated by spaces"
NUMBER = r"-?0{0,15}\d{1,3}"
ROW = "expected numbers from -999 to 999, as many as the width says, separated by spaces"

# Numbers have no limit: the elements are Python's own.
Array = np.ndarray[Any, np.dtype[np.object_]]


class Network(NamedTuple):
    """Matrices, what the first one gets, and what the last one should give."""

    layers: list[Array]
    x: Array
    y: Array


def parse(text: str) -> Network:
    """Which network is it, and what should it make of what?"""
    lines = Lines(text)
    (line,) = lines.line(r"(\d{1,18}(?: \d{1,18})+)", WIDTHS, valid=are_widths)
    widths = [int(word) for word in line.split()]
    layers = []
    for inputs, outputs in pairwise(widths):
        lines.blank("expected an empty line")
        layers.append(np.array([row(lines, inputs) for _ in range(outputs)], dtype=object))
    lines.blank("expected an empty line")
    x, y = (np.array(row(lines, width), dtype=object) for width in (widths[0], widths[-1]))
    lines.end()
    return Network(layers, x, y)


def are_widths(line: str) -> bool:
    """Are there layers, and few enough weights?"""
    widths = [int(word) for word in line.split()]
    few = len(widths) <= MOST_LAYERS + 1 and min(widths) >= 1 and max(widths) <= 100
    return few and sum(one * other for one, other in pairwise(widths)) <= MOST_WEIGHTS


def row(lines: Lines, count: int) -> list[int]:
    """The numbers of a line."""
    (line,) = lines.line(rf"({NUMBER}(?: {NUMBER}){{{count - 1}}})", ROW)
    return [int(word) for word in line.split()]


def part1(network: Network) -> int:
    """How large is the loss?"""
    error = signals(network)[-1] - network.y
    return int(error @ error % P)


def part2(network: Network) -> int:
    """What is the sum of the loss's derivatives by all weights, each times the weight's number?"""
    *given, output = signals(network)
    error = 2 * (output - network.y) % P
    *slopes, _ = accumulate(network.layers[::-1], lambda slope, layer: slope @ layer % P, initial=error)
    total, first = 0, 1
    for slope, signal in zip(slopes[::-1], given, strict=True):
        gradient = np.outer(slope, signal)
        numbers = np.arange(first, first + gradient.size).reshape(gradient.shape)
        total += int((gradient * numbers).sum())
        first += gradient.size
    return total % P


def signals(network: Network) -> list[Array]:
    """What does each layer get, and what comes out at last?"""
    return list(accumulate(network.layers, lambda signal, layer: layer @ signal % P, initial=network.x))
