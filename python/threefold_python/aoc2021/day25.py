"""Sea Cucumber: a map is a number in binary, east is to the right."""

from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import rectangular

PATIENCE = 40_000_000


class Map(NamedTuple):
    """The places of each herd: a binary digit for each place, row after row."""

    width: int
    height: int
    east: int
    south: int


class Way(NamedTuple):
    """One place on, for a whole set of places; after the last places come the first again."""

    by: int
    around: int
    first: int
    last: int

    def ahead(self, places: int) -> int:
        """Which places are one place on?"""
        leaving = places & self.last
        return (places ^ leaving) >> self.by | leaving << self.around

    def behind(self, places: int) -> int:
        """Which places are one place before?"""
        leaving = places & self.first
        return (places ^ leaving) << self.by | leaving >> self.around


def parse(text: str) -> Map:
    rows = rectangular(text, ".>v", "expected 1 to 1400 rows of 1 to 1400 of . > v, equally long", 1400)
    places = "".join(rows)
    east = int(places.translate(str.maketrans(".>v", "010")), 2)
    south = int(places.translate(str.maketrans(".>v", "001")), 2)
    return Map(len(rows[0]), len(rows), east, south)


def part1(seafloor: Map) -> int:
    """In which step does no cucumber move for the first time?"""
    width, height, *herds = seafloor
    last_column = int(("0" * (width - 1) + "1") * height, 2)
    last_row = (1 << width) - 1
    eastward = Way(1, width - 1, last_column << (width - 1), last_column)
    southward = Way(width, width * (height - 1), last_row << width * (height - 1), last_row)
    remembered = herds
    for step in range(1, PATIENCE // (width + height) + 1):
        east, south = herds
        east = advance(east, south, eastward)
        south = advance(south, east, southward)
        if herds == [east, south]:
            return step
        herds = [east, south]
        if herds == remembered:  # and so it will go on
            break
        if step.bit_count() == 1:  # a power of two, so there is ever more time to come back
            remembered = herds
    raise NoAnswer("the cucumbers do not come to rest in the steps that are allowed")


def advance(herd: int, others: int, way: Way) -> int:
    """Where is a herd after all that have a free place ahead moved to it?"""
    blocked = herd & way.behind(herd | others)
    return blocked | way.ahead(herd ^ blocked)
