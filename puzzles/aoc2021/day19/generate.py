"""Makes reports of scanners that hang one after another in the deep, turned any way."""

from random import Random

RANGE = 1000
SPACING = 1200
DRIFT = 60
COMMON = 12
NEAR = 4  # scanners further on are out of range of all that this one sees

Point = tuple[int, ...]
EVEN = [(0, 1, 2), (1, 2, 0), (2, 0, 1)]
ODD = [(0, 2, 1), (1, 0, 2), (2, 1, 0)]


def generate(rng: Random, size: int) -> str:
    """``size`` scanners in a row that goes on along x, y or z, with 25 to 27 beacons each.

    Why there is an answer: two neighbours see twelve that nobody else does, and each scanner one to three
    that it sees alone. A false alignment needs twelve beacons that lie alike by chance, among a billion
    places each; so that this really is chance, ``rng`` only says where pseudo-random numbers start.
    """
    rng = Random(rng.getrandbits(64))
    cell = [0, 0, 0]
    scanners: list[Point] = []
    for _ in range(max(1, size)):
        scanners.append(tuple(SPACING * place + rng.randint(-DRIFT, DRIFT) for place in cell))
        cell[rng.randrange(3)] += 1
    seen: list[list[Point]] = [[] for _ in scanners]
    for at in range(len(scanners)):
        near = range(max(0, at - NEAR), min(at + NEAR + 1, len(scanners)))
        ends = 2 * COMMON - COMMON * ((at > 0) + (at + 1 < len(scanners)))  # a row's ends see more alone
        for group, number in ([at, at + 1], COMMON), ([at], ends + rng.randint(1, 3)):
            for _ in range(number if group[-1] < len(scanners) else 0):
                beacon = None
                while not beacon or [n for n in near if _sees(scanners[n], beacon)] != group:
                    beacon = tuple(place + rng.randint(-RANGE, RANGE) for place in scanners[at])
                for scanner in group:
                    seen[scanner].append(beacon)
    reports = (_report(rng, position, beacons) for position, beacons in zip(scanners, seen, strict=True))
    return "\n\n".join(f"--- scanner {number} ---\n{report}" for number, report in enumerate(reports))


def _sees(scanner: Point, beacon: Point) -> bool:
    return all(abs(a - b) <= RANGE for a, b in zip(scanner, beacon, strict=True))


def _report(rng: Random, at: Point, beacons: list[Point]) -> str:
    """What a scanner reports of the beacons that it sees, turned any way."""
    turn = rng.choice(EVEN + ODD)
    i, j = rng.choice((1, -1)), rng.choice((1, -1))
    signs = (i, j, i * j if turn in EVEN else -i * j)
    lines = (
        ",".join(str(sign * (beacon[axis] - at[axis])) for axis, sign in zip(turn, signs, strict=True))
        for beacon in rng.sample(beacons, len(beacons))
    )
    return "\n".join(lines)
