"""Resonant Collinearity: for any two antennas of a frequency, the places in line with them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from math import gcd
from typing import NamedTuple

from threefold.contract import InvalidInput
from threefold_python.reading import numbered

MOST, MOST_ALIKE = 500, 30
FORM = (
    f"expected a row of . and letters or digits, as long as the first, each at most {MOST_ALIKE} times in"
    f" all, at most {MOST} rows and columns"
)
Place = tuple[int, int]


class City(NamedTuple):
    width: int
    height: int
    antennas: dict[str, list[Place]]  # by frequency

    def has(self, place: Place) -> bool:
        return 0 <= place[0] < self.width and 0 <= place[1] < self.height


def parse(text: str) -> City:
    """Where are the antennas of each frequency?"""
    rows = numbered(text)
    width = len(rows[0][1])
    seen: Counter[str] = Counter()
    antennas = defaultdict(list)
    for number, row in rows:
        seen.update(row.replace(".", ""))
        is_sized = len(row) == width and max(number, width) <= MOST
        if (
            not is_sized
            or not re.fullmatch("[.0-9A-Za-z]+", row)
            or max(seen.values(), default=0) > MOST_ALIKE
        ):
            raise InvalidInput(number, FORM)
        for x, sign in enumerate(row):
            if sign != ".":
                antennas[sign].append((x, number - 1))
    return City(width, len(rows), antennas)


def part1(city: City) -> int:
    """At how many places is an antinode, as far from one antenna as that is from the other?"""
    return antinodes(
        city, lambda a, b: (place for place in (mirrored(a, b), mirrored(b, a)) if city.has(place))
    )


def part2(city: City) -> int:
    """At how many, if all places in line count?"""
    return antinodes(city, lambda a, b: in_line(city, a, b))


def antinodes(city: City, of_two: Callable[[Place, Place], Iterator[Place]]) -> int:
    """At how many places are the antinodes of any two antennas?"""
    pairs = (pair for alike in city.antennas.values() for pair in combinations(alike, 2))
    return len({place for a, b in pairs for place in of_two(a, b)})


def mirrored(a: Place, b: Place) -> Place:
    """Where does a place come to lie, mirrored at another?"""
    return 2 * b[0] - a[0], 2 * b[1] - a[1]


def in_line(city: City, a: Place, b: Place) -> Iterator[Place]:
    """Which places of the city are in line with two?"""
    right, down = b[0] - a[0], b[1] - a[1]
    least = gcd(right, down)
    for step_x, step_y in ((right // least, down // least), (-right // least, -down // least)):
        x, y = a
        while city.has((x, y)):
            yield x, y
            x, y = x + step_x, y + step_y
