"""A Maze of Twisty Little Cubicles: step by step, all places that are new."""

from collections.abc import Iterator

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

Place = tuple[int, int]  # column and row

START, GOAL = (1, 1), (31, 39)
SIDE = 64
FORM = "expected a number to 999999 with which there is no wall at 1,1"


def parse(text: str) -> int:
    """What is the office's number?"""
    lines = Lines(text)
    (number,) = lines.line(r"(\d+)", FORM, 999_999, lambda number: is_open(START, int(number)))
    lines.end()
    return int(number)


def part1(number: int) -> int:
    """How many steps are there to the goal?"""
    for steps, places in enumerate(levels(number)):
        if GOAL in places:
            return steps
    raise NoAnswer("no way leads to 31,39")


def part2(number: int) -> int:
    """How many places can be reached in 50 steps?"""
    return sum(len(places) for _, places in zip(range(51), levels(number), strict=False))


def levels(number: int) -> Iterator[set[Place]]:
    """Which places are reached in 0 steps, in 1, in 2 and so on, but not in fewer?"""
    seen: set[Place] = set()
    places = {START}
    while places:
        yield places
        seen |= places
        beside = {place for x, y in places for place in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1))}
        places = {place for place in beside - seen if is_open(place, number)}


def is_open(place: Place, number: int) -> bool:
    """Is it in the office, and no wall?"""
    x, y = place
    ones = (x * x + 3 * x + 2 * x * y + y + y * y + number).bit_count()
    return 0 <= x < SIDE and 0 <= y < SIDE and ones % 2 == 0
