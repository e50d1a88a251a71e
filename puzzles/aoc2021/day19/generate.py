"""Makes reports of scanners that hang beside each other in the deep, turned any way."""

from itertools import product
from random import Random

RANGE = 1000
SPACING = 1100
DRIFT = 90
COMMON = 12
SEEN = 25
LATELY = 6

Point = tuple[int, int, int]
STEPS = [(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)]
AROUND = list(product((-1, 0, 1), repeat=3))
EVEN = [(0, 1, 2), (1, 2, 0), (2, 0, 1)]
ODD = [(0, 2, 1), (1, 0, 2), (2, 1, 0)]


def generate(rng: Random, size: int) -> str:
    """``size`` scanners with some 25 beacons each, or more where several see the same.

    Why there is an answer: each scanner but the first is put down beside an earlier one, which makes a tree,
    and beacons are added where both of them see until they have twelve in common. In the end each reports
    whatever is in its range, as the rules say. A false alignment needs twelve other beacons that lie alike by
    chance, among a billion places each; so that this really is chance, ``rng`` only says where pseudo-random
    numbers start.
    """
    sea = _Sea(Random(rng.getrandbits(64)))
    sea.add_scanner((0, 0, 0))
    while len(sea.cells) < size:
        sea.add_neighbour()
    for position in sea.cells.values():
        while len(sea.seen[position]) < SEEN:
            sea.add_beacon([position])
    return "\n\n".join(f"--- scanner {n} ---\n{sea.report(at)}" for n, at in enumerate(sea.cells.values()))


class _Sea:
    """Scanners, at most one to a cell of a lattice, and beacons."""

    def __init__(self, rng: Random):
        self.rng = rng
        self.cells: dict[Point, Point] = {}
        self.beacons: dict[Point, list[Point]] = {}
        self.seen: dict[Point, list[Point]] = {}

    def add_scanner(self, cell: Point) -> None:
        """A scanner near the middle of a cell sees the beacons that are there."""
        x, y, z = (SPACING * place + self.rng.randint(-DRIFT, DRIFT) for place in cell)
        self.cells[cell] = at = (x, y, z)
        self.seen[at] = [
            beacon for near in _around(cell) for beacon in self.beacons.get(near, []) if _in_range(at, beacon)
        ]

    def add_neighbour(self) -> None:
        """A scanner beside one of the last, or beside any where these have no room."""
        cells = list(self.cells)[-LATELY:]
        while not (free := [(cell, to) for cell in cells for to in _beside(cell) if to not in self.cells]):
            cells = [self.rng.choice(list(self.cells))]
        cell, to = self.rng.choice(free)
        self.add_scanner(to)
        both = [self.cells[cell], self.cells[to]]
        common = len(set(self.seen[both[0]]) & set(self.seen[both[1]]))
        for _ in range(common, COMMON):
            self.add_beacon(both)

    def add_beacon(self, scanners: list[Point]) -> None:
        """A new beacon in the range of all these scanners."""
        x, y, z = (
            self.rng.randint(max(axis) - RANGE, min(axis) + RANGE) for axis in zip(*scanners, strict=True)
        )
        cell = (round(x / SPACING), round(y / SPACING), round(z / SPACING))
        here = self.beacons.setdefault(cell, [])
        if (x, y, z) not in here:
            here.append((x, y, z))
            for near in _around(cell):
                if (at := self.cells.get(near)) and _in_range(at, (x, y, z)):
                    self.seen[at].append((x, y, z))

    def report(self, at: Point) -> str:
        """What a scanner reports of the beacons that it sees, turned any way."""
        turn = self.rng.choice(EVEN + ODD)
        i, j = self.rng.choice((1, -1)), self.rng.choice((1, -1))
        signs = (i, j, i * j if turn in EVEN else -i * j)
        beacons = self.rng.sample(self.seen[at], len(self.seen[at]))
        return "\n".join(
            ",".join(str(sign * (beacon[axis] - at[axis])) for axis, sign in zip(turn, signs, strict=True))
            for beacon in beacons
        )


def _beside(cell: Point) -> list[Point]:
    return [_plus(cell, step) for step in STEPS]


def _around(cell: Point) -> list[Point]:
    return [_plus(cell, step) for step in AROUND]


def _plus(cell: Point, step: tuple[int, ...]) -> Point:
    return cell[0] + step[0], cell[1] + step[1], cell[2] + step[2]


def _in_range(scanner: Point, beacon: Point) -> bool:
    return all(abs(a - b) <= RANGE for a, b in zip(scanner, beacon, strict=True))
