"""Beacon Scanner: scanners that share distances are tried on each other, and the map grows from scanner 0."""

from collections import Counter
from collections.abc import Iterator
from itertools import count, permutations, product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

COMMON = 12
RANGE = 1000
BEACON = r"(-?\d+),(-?\d+),(-?\d+)"

Points = npt.NDArray[np.int64]  # in rows

MATRICES = [
    np.diag(signs)[list(order)] for order in permutations(range(3)) for signs in product((1, -1), repeat=3)
]
TURNS = np.array([matrix for matrix in MATRICES if np.linalg.det(matrix) > 0])  # the others are mirrored
PLACES = np.array([1 << 26, 1 << 13, 1])  # a step within range, times these, is one number


class Scanner(NamedTuple):
    """Where it is, and where its beacons are, as it sees them but turned as scanner 0 is."""

    position: Points
    beacons: Points


def parse(text: str) -> list[Points]:
    """What does each scanner report?"""
    headers = (f"--- scanner {number} ---" for number in count())

    def report(lines: Lines) -> Points:
        lines.line(next(headers), "expected the header of the next scanner")
        beacons = lines.block(BEACON, f"expected a beacon as x,y,z, each from -{RANGE} to {RANGE}", RANGE)
        return np.unique(np.array(beacons, dtype=np.int64), axis=0)

    return Lines(text).blocks(report)


def part1(reports: list[Points]) -> int:
    """How many beacons are there?"""
    return len(np.unique(np.concatenate([here + beacons for here, beacons in scanners(reports)]), axis=0))


def part2(reports: list[Points]) -> int:
    """How far apart are the two scanners that are the farthest apart, by Manhattan distance?"""
    positions = np.array([scanner.position for scanner in scanners(reports)])
    return max(int(np.abs(positions - position).sum(axis=1).max()) for position in positions)


def scanners(reports: list[Points]) -> list[Scanner]:
    """Where on the map are all scanners?"""
    apart = [distances(report) for report in reports]
    known = {0: Scanner(np.zeros(3, dtype=np.int64), reports[0])}
    for scanner in (queue := [0]):
        for other in set(range(len(reports))) - {scanner}:
            if (apart[scanner] & apart[other]).total() >= COMMON * (COMMON - 1) // 2:
                for position, beacons in alignments(known[scanner].beacons, reports[other]):
                    found = Scanner(known[scanner].position + position, beacons)
                    if other not in known:
                        known[other] = found
                        queue.append(other)
                    if not all(map(np.array_equal, known[other], found)):
                        raise NoAnswer("there is no one way to put all scanners on a map")
    if len(known) < len(reports):
        raise NoAnswer("there is no one way to put all scanners on a map")
    return [known[scanner] for scanner in range(len(reports))]


def distances(report: Points) -> Counter[int]:
    """How far apart along the axes, in whatever order, are any two beacons? Turns don't change that."""
    first, second = np.triu_indices(len(report), 1)
    return Counter((np.sort(np.abs(report[first] - report[second])) @ PLACES).tolist())


def alignments(known: Points, report: Points) -> Iterator[tuple[Points, Points]]:
    """Where is a scanner, and what does it see, in each way that brings twelve beacons onto known ones?"""
    for turned in report @ TURNS:
        offsets = (known @ PLACES)[:, np.newaxis] - turned @ PLACES
        values, counts = np.unique(offsets, return_counts=True)
        for value in values[counts >= COMMON]:
            ours, theirs = np.argwhere(offsets == value)[0]
            yield known[ours] - turned[theirs], turned
