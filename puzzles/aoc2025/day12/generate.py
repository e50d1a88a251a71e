"""Makes shapes of presents and regions for them."""

from itertools import product
from random import Random

SHAPES = 6
FEW = 12
Shape = frozenset[tuple[int, int]]


def generate(rng: Random, size: int) -> str:
    """``size`` regions: half with a square for each present, half with too many units, as official ones.

    In up to 12 regions some are in between, of up to 30 units; in up to 99 the first two, of up to 60.
    """
    shapes = [shape(rng) for _ in range(SHAPES)]
    lines = []
    for number, units in enumerate(shapes):
        rows = ("".join("#" if (y, x) in units else "." for x in range(3)) for y in range(3))
        lines += [f"{number}:", *rows, ""]
    most = min(30, 12 + 2 * size) if size <= FEW else 60
    for number in range(max(1, size)):
        between = rng.random() < 0.4 if size <= FEW else number < 2 and size < 100
        lines.append(in_between(rng, shapes, most) if between else official(rng, shapes))
    return "\n".join(lines)


def shape(rng: Random) -> Shape:
    """Five to seven connected units which reach all four sides of a square."""
    while True:
        units = {(1, 1)}
        wanted = rng.choice((5, 6, 7, 7, 7))
        while len(units) < wanted:
            y, x = rng.choice(list(product(range(3), repeat=2)))
            if any((y + i, x + j) in units for i, j in ((0, 1), (1, 0), (0, -1), (-1, 0))):
                units.add((y, x))
        if all({0, 2} <= set(axis) for axis in zip(*units, strict=True)):
            return frozenset(units)


def official(rng: Random, shapes: list[Shape]) -> str:
    width, height = rng.randint(35, 50), rng.randint(35, 50)
    squares = (width // 3) * (height // 3)
    if rng.random() < 0.5:
        return region(width, height, divided(rng, int(squares * rng.uniform(0.95, 1))))
    while needed(shapes, counts := divided(rng, rng.randint(squares, 2 * squares))) <= width * height:
        pass
    return region(width, height, counts)


def in_between(rng: Random, shapes: list[Shape], most: int) -> str:
    while True:
        narrow = rng.randint(2, 5)
        width, height = rng.sample((narrow, rng.randint(2, most // narrow)), 2)
        counts = divided(rng, rng.randint(1, max(1, most // 5)))
        crowded = sum(counts) > (width // 3) * (height // 3)
        if crowded and needed(shapes, counts) <= width * height:
            return region(width, height, counts)


def needed(shapes: list[Shape], counts: list[int]) -> int:
    """How many units the presents have."""
    return sum(count * len(shape) for count, shape in zip(counts, shapes, strict=True))


def divided(rng: Random, count: int) -> list[int]:
    """A number of presents, divided among the shapes."""
    ends = sorted(rng.randint(0, count) for _ in range(SHAPES - 1))
    return [end - begin for begin, end in zip([0, *ends], [*ends, count], strict=True)]


def region(width: int, height: int, counts: list[int]) -> str:
    return f"{width}x{height}: {' '.join(map(str, counts))}"
