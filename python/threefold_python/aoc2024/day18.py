"""RAM Run: waves spread over free places; where there is no way there never is again, so halving helps."""

from bisect import bisect_left

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbers

FORM = "expected two coordinates from 0 to 70 as 12,34, in 350000 lines at most"
MOST = 350_000
LAST = 70  # of the coordinates

Place = tuple[int, int]


def parse(text: str) -> list[Place]:
    """Where does each byte fall?"""
    places = []
    for number, (x, y) in enumerate(numbers(text, r"(\d+),(\d+)", FORM, LAST), 1):
        if number > MOST:
            raise InvalidInput(number, FORM)
        places.append((x, y))
    return places


def part1(places: list[Place]) -> int:
    """How many steps does the shortest way take after the first 1024 bytes, or half of them?"""
    steps = shortest_way(places, min(1024, len(places) // 2))
    if steps is None:
        raise NoAnswer("there is no way any more")
    return steps


def part2(places: list[Place]) -> str:
    """Where does the first byte fall that leaves no way?"""
    is_cut = bisect_left(range(len(places) + 1), True, key=lambda count: shortest_way(places, count) is None)
    if is_cut > len(places):
        raise NoAnswer("there is always a way")
    x, y = places[is_cut - 1]
    return f"{x},{y}"


def shortest_way(places: list[Place], count: int) -> int | None:
    """How many steps does the shortest way take after so many bytes, if there is one?"""
    free = {(x, y) for x in range(LAST + 1) for y in range(LAST + 1)} - set(places[:count])
    wave = {(0, 0)} & free
    steps = 0
    while wave:
        if (LAST, LAST) in wave:
            return steps
        free -= wave
        wave = {near for x, y in wave for near in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1))} & free
        steps += 1
    return None
