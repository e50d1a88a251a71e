"""Beacon Scanner, naively: all turns of a scanner, and all offsets that bring a beacon onto a known one."""

from collections import Counter
from itertools import permutations, product

SIZES = range(1, 9)  # each pair of scanners takes 24 turns

Point = tuple[int, int, int]


def parity(axes: tuple[int, ...]) -> int:
    """1 for an even permutation, -1 for an odd one."""
    return 1 if sum(axes[i] > axes[j] for i in range(3) for j in range(i + 1, 3)) % 2 == 0 else -1


TURNS = [
    [tuple(sign * (row == axis) for row in range(3)) for axis, sign in zip(axes, signs, strict=True)]
    for axes in permutations(range(3))
    for signs in product((1, -1), repeat=3)
    if parity(axes) * signs[0] * signs[1] * signs[2] == 1
]


def minus(a: Point, b: Point) -> Point:
    """How one comes from b to a."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def found(known: set[Point], report: list[Point]) -> tuple[Point, set[Point]] | None:
    """Where a scanner is and what it sees, if twelve of that are known."""
    for turn in TURNS:
        turned = [tuple(sum(map(int.__mul__, row, beacon)) for row in turn) for beacon in report]
        offsets = Counter(minus(beacon, (x, y, z)) for beacon in known for x, y, z in turned)
        offset, common = offsets.most_common(1)[0]
        if common >= 12:
            return offset, {minus((x, y, z), minus((0, 0, 0), offset)) for x, y, z in turned}
    return None


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    reports = []
    for block in text.split("\n\n"):
        triples = [line.split(",") for line in block.split("\n")[1:]]
        reports.append(list({(int(x), int(y), int(z)) for x, y, z in triples}))
    positions, seen = [(0, 0, 0)], [set(reports[0])]
    unknown = reports[1:]
    while unknown:
        for known in list(seen):
            for report in list(unknown):
                if match := found(known, report):
                    positions.append(match[0])
                    seen.append(match[1])
                    unknown.remove(report)
    distances = [sum(map(abs, minus(a, b))) for a in positions for b in positions]
    return str(len(set.union(*seen))), str(max(distances))
