"""Air Duct Spelunking: how far it still is depends on the point and on those that are left."""

import re
from functools import cache
from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

MOST_ROWS, MOST_COLUMNS = 450, 1800
FORM = (
    "expected a row as long as the first, at most 1800, of walls # and cells . or 0 to 7, each number once, "
    "and walls around, in at most 450 rows"
)
MISSING = "expected a 0"
UNKNOWN = -1


class Maze(NamedTuple):
    cells: str  # row after row
    width: int
    points: dict[str, int]  # the place of each number


def parse(text: str) -> Maze:
    """Where are walls, and where are the points?"""
    rows = numbered(text)
    width = len(rows[0][1])
    seen = ""
    for number, row in rows:
        seen += re.sub("[^0-7]", "", row)
        is_edge = number in (1, len(rows))
        is_walled = re.fullmatch("#+" if is_edge else "#(?:[#.0-7]*#)?", row)
        is_sized = len(row) == width <= MOST_COLUMNS and number <= MOST_ROWS
        if not is_walled or not is_sized or len(set(seen)) < len(seen):
            raise InvalidInput(number, FORM)
    if "0" not in seen:
        raise InvalidInput(len(rows), MISSING)
    cells = text.replace("\n", "")
    return Maze(cells, width, {number: cells.index(number) for number in seen})


def part1(maze: Maze) -> int:
    """How few steps does it take from 0 to all points?"""
    return route(maze)


def part2(maze: Maze) -> int:
    """And if it has to end at 0 again?"""
    return route(maze, back=True)


def route(maze: Maze, back: bool = False) -> int:
    """How long is the shortest route from 0 through all points?"""
    far = {number: distances(maze, number) for number in maze.points}
    if any(len(known) < len(far) for known in far.values()):
        raise NoAnswer("a point cannot be reached")

    @cache
    def further(point: str, left: frozenset[str]) -> int:
        """How far is it from a point through those that are left?"""
        if not left:
            return far[point]["0"] if back else 0
        return min(far[point][other] + further(other, left - {other}) for other in left)

    return further("0", frozenset(far) - {"0"})


def distances(maze: Maze, number: str) -> dict[str, int]:
    """How far are the points that can be reached from one?"""
    start = maze.points[number]
    far = [0 if cell == "#" else UNKNOWN for cell in maze.cells]
    far[start] = 0
    queue = [start]
    for place in queue:
        for near in (place - 1, place + 1, place - maze.width, place + maze.width):
            if far[near] == UNKNOWN:
                far[near] = far[place] + 1
                queue.append(near)
    return {number: far[place] for number, place in maze.points.items() if far[place] != UNKNOWN}
