"""Race Condition: two distances say what a cheat saves; numpy tries one offset for all places at once."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

FORM = (
    "expected a row of # . S E, as long as the first, S and E once in the map, at most 1000 rows and columns"
)
MOST = 1000
SAVED = 100
UNSEEN, WALL = 10**8, 10**8 + 1  # so far away that no cheat saves anything


class Map(NamedTuple):
    cells: str  # row after row, with walls above, below and at the end of each
    row: int  # how long a row is
    start: int
    end: int


def parse(text: str) -> Map:
    """Where are walls, the start and the end?"""
    lines = numbered(text)
    row = len(lines[0][1]) + 1
    missing = {"S", "E"}
    for number, line in lines:
        others = line.replace("#", "").replace(".", "")
        is_sized = 0 < len(line) == row - 1 <= MOST and number <= MOST
        if not is_sized or not missing.issuperset(others) or len(set(others)) < len(others):
            raise InvalidInput(number, FORM)
        missing -= set(others)
    if missing:
        raise InvalidInput(len(lines), "expected an S and an E")
    cells = "#" * row + text.replace("\n", "#") + "#" * (row + 1)
    return Map(cells, row, cells.index("S"), cells.index("E"))


def part1(track: Map) -> int:
    """How many cheats of two steps save at least 100?"""
    return cheats(track, 2)


def part2(track: Map) -> int:
    """And of up to twenty?"""
    return cheats(track, 20)


def cheats(track: Map, longest: int) -> int:
    """How many cheats of at most so many steps save at least 100?"""
    early = distances(track, track.start)
    best = early.flat[track.end]
    if best >= UNSEEN:
        raise NoAnswer("the end can't be reached")
    late = np.pad(best - SAVED - distances(track, track.end), longest, constant_values=-1)
    height, width = early.shape
    count = 0
    for steps in range(2, longest + 1):
        arrival = early + steps
        for right in range(-steps, steps + 1):
            for down in {steps - abs(right), abs(right) - steps}:
                top, left = longest + down, longest + right
                ends = late[top : top + height, left : left + width]
                count += int(np.count_nonzero(arrival <= ends))
    return count


def distances(track: Map, start: int) -> npt.NDArray[np.int32]:
    """How far is each place from one?"""
    far = [WALL if cell == "#" else UNSEEN for cell in track.cells]
    far[start] = 0
    queue = [start]
    for place in queue:
        for near in (place - 1, place + 1, place - track.row, place + track.row):
            if far[near] == UNSEEN:
                far[near] = far[place] + 1
                queue.append(near)
    return np.array(far, np.int32).reshape(-1, track.row)
