"""Beacon Scanner: scanners that share distances are tried on each other, and the map grows from 0."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations, product
from math import comb
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

COMMON = 12
RANGE = 1000
MOST = 250
BEACON = re.compile("(-?0*[0-9]{1,4}),(-?0*[0-9]{1,4}),(-?0*[0-9]{1,4})")

Beacon = tuple[int, int, int]
Points = npt.NDArray[np.int64]  # in rows

MATRICES = [
    np.diag(signs)[list(order)] for order in permutations(range(3)) for signs in product((1, -1), repeat=3)
]
TURNS = np.array([matrix for matrix in MATRICES if np.linalg.det(matrix) > 0])  # the others are mirrored
PLACES = np.array([1 << 26, 1 << 13, 1])  # a step within range, times these, is one number


class Placement(NamedTuple):
    """How a scanner is turned, and where it is, as another one or the map sees it."""

    turn: Points
    position: Points

    def __call__(self, points: Points) -> Points:
        """Where is what the scanner sees?"""
        return points @ self.turn + self.position


def parse(text: str) -> list[Points]:
    """What does each scanner report?"""
    reports: list[list[Beacon]] = []
    headed = False
    for number, line in numbered(text):
        if not headed:
            if line != f"--- scanner {len(reports)} ---":
                raise InvalidInput(number, "expected the header of the next scanner")
            reports.append([])
            headed = True
        elif reports[-1] and not line:
            headed = False
        else:
            beacon = read_beacon(line, number)
            if len(reports[-1]) == MOST:
                raise InvalidInput(number, f"expected at most {MOST} beacons")
            if beacon in reports[-1]:
                raise InvalidInput(number, "expected no beacon twice")
            reports[-1].append(beacon)
    if not reports[-1]:
        read_beacon("", number)
    return [np.array(report) for report in reports]


def read_beacon(line: str, number: int) -> Beacon:
    """Where is a beacon, for the scanner that reports it?"""
    if match := BEACON.fullmatch(line):
        x, y, z = map(int, match.groups())
        if max(abs(x), abs(y), abs(z)) <= RANGE:
            return x, y, z
    raise InvalidInput(number, f"expected a beacon as x,y,z, each from -{RANGE} to {RANGE}")


def part1(reports: list[Points]) -> int:
    """How many beacons are there?"""
    seen = [placement(report) for placement, report in zip(placements(reports), reports, strict=True)]
    return len(np.unique(np.concatenate(seen), axis=0))


def part2(reports: list[Points]) -> int:
    """How far apart are the two scanners that are the farthest apart, by Manhattan distance?"""
    positions = np.array([placement.position for placement in placements(reports)])
    along = positions @ np.array([[1, 1, 1], [1, 1, -1], [1, -1, 1], [1, -1, -1]]).T
    return int(np.ptp(along, axis=0).max())


def placements(reports: list[Points]) -> list[Placement]:
    """Where on the map are all scanners?"""
    near = neighbours(reports)
    known = {0: Placement(np.eye(3, dtype=np.int64), np.zeros(3, dtype=np.int64))}
    queue = [0]
    for scanner in queue:
        here = known[scanner]
        for other in near[scanner]:
            near[other].discard(scanner)
            for turn, position in alignments(reports[scanner], reports[other]):
                placement = Placement(turn @ here.turn, here(position))
                if other not in known:
                    known[other] = placement
                    queue.append(other)
                if not all(map(np.array_equal, known[other], placement)):
                    raise NoAnswer("there is no one way to put all scanners on a map")
    if len(known) < len(reports):
        raise NoAnswer("there is no one way to put all scanners on a map")
    return [known[scanner] for scanner in range(len(reports))]


def neighbours(reports: list[Points]) -> list[set[int]]:
    """Which scanners may have twelve beacons in common? Those have 66 distances."""
    near: list[set[int]] = [set() for _ in reports]
    seen: defaultdict[int, list[int]] = defaultdict(list)
    for scanner, report in enumerate(reports):
        own = distances(report)
        common = Counter(other for distance in own for other in seen[distance])
        near[scanner] = {other for other, count in common.items() if count >= comb(COMMON, 2)}
        for other in near[scanner]:
            near[other].add(scanner)
        for distance in own:
            seen[distance].append(scanner)
    return near


def distances(report: Points) -> list[int]:
    """How far apart along the axes, in whatever order, are any two beacons? Turns don't change that.

    Each distance is a number, and a different one for each time that it occurs.
    """
    first, second = np.triu_indices(len(report), 1)
    apart = np.sort(np.sort(np.abs(report[first] - report[second])) @ PLACES)
    times = np.arange(len(apart)) - np.searchsorted(apart, apart)
    distances: list[int] = (apart * MOST**2 + times).tolist()
    return distances


def alignments(known: Points, report: Points) -> Iterator[Placement]:
    """Which placements of a scanner bring twelve of its beacons onto known ones?"""
    offsets = (known @ PLACES)[:, np.newaxis] - (report @ TURNS @ PLACES)[:, np.newaxis, :]
    offsets += np.arange(len(TURNS))[:, np.newaxis, np.newaxis] << 40
    values, counts = np.unique(offsets, return_counts=True)
    for offset in values[counts >= COMMON]:
        turn, ours, theirs = np.argwhere(offsets == offset)[0]
        yield Placement(TURNS[turn], known[ours] - report[theirs] @ TURNS[turn])
