"""Hoof It: from the peaks down, every place knows where its trails end, and how many end there."""

from collections import Counter

from threefold_python.reading import grid

Place = tuple[int, int]  # column and row
FORM = "expected a row of digits, as long as the first, at most 600 rows and columns"


def parse(text: str) -> dict[Place, int]:
    """How high is each place?"""
    rows = grid(text, "0123456789", 600, FORM)
    return {(x, y): int(height) for y, row in enumerate(rows) for x, height in enumerate(row)}


def part1(heights: dict[Place, int]) -> int:
    """How many ends have the trails of each trailhead, all together?"""
    return sum(len(ends) for ends in trails(heights))


def part2(heights: dict[Place, int]) -> int:
    """How many trails are there?"""
    return sum(ends.total() for ends in trails(heights))


def trails(heights: dict[Place, int]) -> list[Counter[Place]]:
    """How many trails lead from each trailhead to which ends?"""
    levels: list[list[Place]] = [[] for _ in range(10)]
    for place, height in heights.items():
        levels[height].append(place)
    ends = {place: Counter([place]) for place in levels.pop()}
    while levels:
        ends = {place: onward(place, ends) for place in levels.pop()}
    return list(ends.values())


def onward(place: Place, higher: dict[Place, Counter[Place]]) -> Counter[Place]:
    """To which ends do trails lead over the places beside one that are a step higher?"""
    x, y = place
    ends: Counter[Place] = Counter()
    for beside in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
        if beside in higher:
            ends.update(higher[beside])
    return ends
