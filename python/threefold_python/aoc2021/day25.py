"""Sea Cucumber: a herd is a number in binary, a digit for each location, so that east is to the right."""

from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import grid

LAST_STEP = 10_000


class Map(NamedTuple):
    """The locations of each herd: a binary digit for each location, row after row."""

    width: int
    height: int
    east: int
    south: int


class Way(NamedTuple):
    """One location on, for a whole set of locations; after the last ones come the first again."""

    by: int
    around: int
    first: int
    last: int

    def ahead(self, locations: int) -> int:
        """Which locations are one on?"""
        leaving = locations & self.last
        return (locations ^ leaving) >> self.by | leaving << self.around

    def behind(self, locations: int) -> int:
        """Which locations are one before?"""
        leaving = locations & self.first
        return (locations ^ leaving) << self.by | leaving >> self.around


def parse(text: str) -> Map:
    """Where is each herd?"""
    rows = grid(text, ".>v", 1400, "expected 1 to 1400 rows of 1 to 1400 of . > v, equally long")
    locations = "".join(rows)
    east = int(locations.translate(str.maketrans(".>v", "010")), 2)
    south = int(locations.translate(str.maketrans(".>v", "001")), 2)
    return Map(len(rows[0]), len(rows), east, south)


def part1(seafloor: Map) -> int:
    """In which step does no cucumber move for the first time?"""
    width, height, east, south = seafloor
    last_column = int(("0" * (width - 1) + "1") * height, 2)
    last_row = (1 << width) - 1
    eastward = Way(1, width - 1, last_column << (width - 1), last_column)
    southward = Way(width, width * (height - 1), last_row << width * (height - 1), last_row)
    for step in range(1, LAST_STEP + 1):
        before = east, south
        east = advance(east, south, eastward)
        south = advance(south, east, southward)
        if (east, south) == before:
            return step
    raise NoAnswer("a cucumber moves in each of the first 10000 steps")


def advance(herd: int, others: int, way: Way) -> int:
    """Where is a herd after all that saw a free location ahead moved to it?"""
    blocked = herd & way.behind(herd | others)
    return blocked | way.ahead(herd ^ blocked)
