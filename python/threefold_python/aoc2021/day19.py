"""Beacon Scanner: beacons are known by their distances to others, and the map grows from scanner 0."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, permutations, product
from math import comb, prod
from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

COMMON = 12
RANGE = 1000
MOST = 250

UNCLEAR = "there is no one way to put all scanners on a map"

Point = tuple[int, int, int]
Report = list[Point]
Pair = tuple[int, int]
Distances = dict[tuple[int, ...], list[Pair]]

BEACON = re.compile(r"(-?0*[0-9]{1,4}),(-?0*[0-9]{1,4}),(-?0*[0-9]{1,4})", re.ASCII)


class Placement(NamedTuple):
    """Where is a scanner, and which of its axes, in which direction, is each axis of the map?"""

    axes: tuple[int, ...]
    signs: tuple[int, ...]
    position: Point = (0, 0, 0)

    def __call__(self, point: Point) -> Point:
        """Where on the map is what the scanner sees?"""
        (a, b, c), (i, j, k), (x, y, z) = self
        return x + i * point[a], y + j * point[b], z + k * point[c]


EVEN = [(0, 1, 2), (1, 2, 0), (2, 0, 1)]
TURNS = [
    Placement(axes, signs)
    for axes, signs in product(permutations(range(3)), product((1, -1), repeat=3))
    if prod(signs) == (1 if axes in EVEN else -1)  # the others are mirrored
]


def parse(text: str) -> list[Report]:
    """What does each scanner report?"""
    reports: list[Report] = []
    seen: set[Point] = set()
    headed = False
    for number, line in numbered(text):
        if not headed:
            if line != f"--- scanner {len(reports)} ---":
                raise InvalidInput(number, "expected the header of the next scanner")
            reports.append([])
            headed, seen = True, set()
        elif seen and not line:
            headed = False
        else:
            beacon = read_beacon(line, number)
            if len(seen) == MOST:
                raise InvalidInput(number, f"expected at most {MOST} beacons")
            if beacon in seen:
                raise InvalidInput(number, "expected no beacon twice")
            seen.add(beacon)
            reports[-1].append(beacon)
    if not seen:
        read_beacon("", number)
    return reports


def read_beacon(line: str, number: int) -> Point:
    """Where is a beacon, for the scanner that reports it?"""
    if match := BEACON.fullmatch(line):
        x, y, z = map(int, match.groups())
        if max(abs(x), abs(y), abs(z)) <= RANGE:
            return x, y, z
    raise InvalidInput(number, f"expected a beacon as x,y,z, each from -{RANGE} to {RANGE}")


def part1(reports: list[Report]) -> int:
    """How many beacons are there?"""
    return len({beacon for _, beacons in placed(reports) for beacon in beacons})


def part2(reports: list[Report]) -> int:
    """How far apart are the two scanners that are the farthest apart, by Manhattan distance?"""
    positions = [placement.position for placement, _ in placed(reports)]
    return max(
        max(x + j * y + k * z for x, y, z in positions) - min(x + j * y + k * z for x, y, z in positions)
        for j, k in product((1, -1), repeat=2)
    )


def placed(reports: list[Report]) -> Iterable[tuple[Placement, Report]]:
    """Where are all scanners, and where on the map is what they report?"""
    distances = [distances_of(report) for report in reports]
    near = neighbours(distances)
    known = {0: (TURNS[0], reports[0])}
    queue = [0]
    for scanner in queue:
        for other in near[scanner]:
            near[other].discard(scanner)
            pairs = product(range(len(reports[scanner])), range(len(reports[other])))
            matches = alike(distances[scanner], distances[other], pairs)
            for placement in alignments(known[scanner][1], reports[other], matches):
                if other not in known:
                    known[other] = placement, [placement(beacon) for beacon in reports[other]]
                    queue.append(other)
                if known[other][0] != placement:
                    raise NoAnswer(UNCLEAR)
    if len(known) < len(reports):
        raise NoAnswer(UNCLEAR)
    return known.values()


def distances_of(report: Report) -> Distances:
    """Which beacons are how far apart along the axes, in whatever order? Turns don't change that."""
    distances = defaultdict(list)
    for i, j in combinations(range(len(report)), 2):
        x, y, z = map(abs, offset(report[i], report[j]))
        distances[tuple(sorted((x, y, z)))].append((i, j))
    return distances


def neighbours(distances: list[Distances]) -> list[set[int]]:
    """Which scanners may have twelve beacons in common? Those have 66 distances."""
    near: list[set[int]] = [set() for _ in distances]
    index: dict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
    for scanner, own in enumerate(distances):
        common: Counter[int] = Counter()
        for distance, pairs in own.items():
            for other, count in index[distance]:
                common[other] += min(count, len(pairs))
            index[distance].append((scanner, len(pairs)))
        near[scanner] = {other for other, count in common.items() if count >= comb(COMMON, 2)}
        for other in near[scanner]:
            near[other].add(scanner)
    return near


def alike(ours: Distances, theirs: Distances, pairs: Iterable[Pair]) -> list[Pair]:
    """Which beacons of two scanners may be the same? Those have eleven distances in common."""
    common = [(ours[distance], theirs[distance]) for distance in ours.keys() & theirs.keys()]
    if sum(len(a) * len(b) for a, b in common) > MOST**2:
        return list(pairs)  # where beacons lie so regularly, distances tell nothing
    same = (match for a, b in common for two in product(a, b) for match in product(*two))
    return [match for match, count in Counter(same).items() if count >= COMMON - 1]


def alignments(known: Report, report: Report, matches: list[Pair]) -> Iterator[Placement]:
    """Which placements of a scanner bring twelve of its beacons onto known ones?"""
    for turn in TURNS:
        offsets = Counter(offset(known[ours], turn(report[theirs])) for ours, theirs in matches)
        for position, common in offsets.items():
            if common >= COMMON:
                yield turn._replace(position=position)


def offset(to: Point, start: Point) -> Point:
    """How does one come from a point to another?"""
    return to[0] - start[0], to[1] - start[1], to[2] - start[2]
