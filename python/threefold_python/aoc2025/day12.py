"""Christmas Tree Farm: most regions are decided by counting; a small one is filled unit by unit."""

from collections.abc import Iterator
from functools import cache

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

SHAPES = 6
ROW = "(?=.*#)([#.]{3})"
SHAPE = "expected three rows of three # or ., one # at least in each, five in all"
REGION = "expected a region as 12x5: 1 0 1 0 3 2, sides from 1 to 99, six numbers up to 999"
NARROW, SMALL = 5, 60  # of regions that are searched: the shorter side, and the units

Shape = frozenset[tuple[int, int]]  # rows and columns
Presents = tuple[int, ...]  # how many of each shape


Farm = tuple[list[Shape], list[tuple[int, int, Presents]]]  # regions have a width and a height


def parse(text: str) -> Farm:
    """What shapes do presents have, and how many of each should lie in which region?"""
    lines = Lines(text)
    shapes = [shape(lines, number) for number in range(SHAPES)]
    form = r"(\d+)x(\d+):" + r" (\d+)" * SHAPES
    block = lines.block(form, REGION, 999, lambda *sizes: all(0 < int(side) < 100 for side in sizes[:2]))
    lines.end()
    return shapes, [(int(width), int(height), tuple(map(int, some))) for width, height, *some in block]


def shape(lines: Lines, number: int) -> Shape:
    """Which units has the shape of that number?"""
    lines.line(f"{number}:", f"expected shape {number}, as {number}: and three rows below")
    first, second = (lines.line(ROW, SHAPE)[0] for _ in range(2))
    (third,) = lines.line(ROW, SHAPE, valid=lambda row: (first + second + row).count("#") >= 5)
    lines.blank("expected an empty line after a shape")
    return frozenset(divmod(at, 3) for at, unit in enumerate(first + second + third) if unit == "#")


def part1(farm: Farm) -> int:
    """In how many regions do all presents fit?"""
    shapes, regions = farm
    return sum(fits(shapes, line, *region) for line, region in enumerate(regions, 5 * SHAPES + 1))


def fits(shapes: list[Shape], line: int, width: int, height: int, presents: Presents) -> bool:
    """Do all presents of a region fit in it?"""
    if width * height < needed(shapes, presents):
        return False
    if sum(presents) <= (width // 3) * (height // 3):  # a square for each
        return True
    if min(width, height) > NARROW or width * height > SMALL:
        raise NoAnswer(f"the region on line {line} is too large to be searched")
    return can_be_filled(shapes, min(width, height), width * height, presents)


def needed(shapes: list[Shape], presents: Presents) -> int:
    """How many units do presents take?"""
    return sum(len(shape) * count for shape, count in zip(shapes, presents, strict=True))


def can_be_filled(shapes: list[Shape], width: int, units: int, presents: Presents) -> bool:
    """Is there a place for all presents? Unit by unit, one is tried whose first unit that is."""
    ways = [[set(ways_to_lie(shape, x, width)) for shape in shapes] for x in range(width)]

    @cache
    def fit_from(unit: int, taken: int, left: Presents) -> bool:
        """Do those left fit in this unit and later ones, of which some are taken, a bit each?"""
        if not any(left) or units - unit - taken.bit_count() < needed(shapes, left):
            return not any(left)
        for number in (number for number, count in enumerate(left) if count):
            fewer = (*left[:number], left[number] - 1, *left[number + 1 :])
            for present in ways[unit % width][number]:
                free = not taken & present and unit + present.bit_length() <= units
                if free and fit_from(unit + 1, (taken | present) >> 1, fewer):
                    return True
        return fit_from(unit + 1, taken >> 1, left)

    return fit_from(0, 0, presents)


def ways_to_lie(shape: Shape, x: int, width: int) -> Iterator[int]:
    """How can a present lie whose first unit is in a column, a bit for each unit from there?"""
    for _ in range(4):
        shape = frozenset((x, -y) for y, x in shape)
        for way in (shape, frozenset((y, -x) for y, x in shape)):
            top, left = min(way)
            if all(0 <= x + j - left < width for _, j in way):
                yield sum(1 << (i - top) * width + j - left for i, j in way)
