"""Makes robots that draw a tree in one second."""

from random import Random

WIDE, HIGH = 101, 103
MOST = 50_000


def generate(rng: Random, size: int) -> str:
    """``size`` robots, at least 2, most of which are in a tree at one second.

    Raises `ValueError` above 50000 robots.
    """
    if size > MOST:
        raise ValueError(f"there are no more than {MOST} robots")
    while True:
        robots = crowd(rng, max(2, size))
        axes = [(x, right, WIDE) for x, _, right, _ in robots], [(y, down, HIGH) for _, y, _, down in robots]
        # In a large crowd the tree has no rival.
        if size > 100 or all(stands_out(axis) for axis in axes):
            return "\n".join("p={},{} v={},{}".format(*robot) for robot in robots)


def crowd(rng: Random, size: int) -> list[tuple[int, int, int, int]]:
    left, top = rng.randrange(WIDE - 31), rng.randrange(HIGH - 33)
    tree = [(x, y) for y in range(33) for x in range(31) if 2 * abs(x - 15) <= y % 11 + y // 2]
    seconds = rng.randrange(WIDE * HIGH)
    robots = []
    for _ in range(size):
        x, y = rng.choice(tree)
        x, y = (left + x, top + y) if rng.random() < 0.7 else (rng.randrange(WIDE), rng.randrange(HIGH))
        right, down = (rng.choice((-1, 1)) * rng.randrange(1, 100) for _ in range(2))
        robots.append(((x - seconds * right) % WIDE, (y - seconds * down) % HIGH, right, down))
    return robots


def stands_out(axis: list[tuple[int, int, int]]) -> bool:
    """Are they closest together at one time only?"""
    spreads = []
    for second in range(axis[0][2]):
        places = [(place + speed * second) % size for place, speed, size in axis]
        spreads.append(len(places) * sum(place * place for place in places) - sum(places) ** 2)
    return spreads.count(min(spreads)) == 1
