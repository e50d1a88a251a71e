"""Reindeer Maze: with two prices, what is to be done next waits in two queues, and not in a heap."""

import re
from collections import defaultdict, deque
from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

MOST = 300
FORM = (
    "expected a row of # and . as long as the first, at most 300, with walls around, "
    "one S and one E, in at most 300 rows"
)

State = tuple[int, int]  # a tile, and from it to the one that the reindeer looks at


class Maze(NamedTuple):
    """Tiles, row after row."""

    tiles: str
    width: int


def parse(text: str) -> Maze:
    """Where are walls?"""
    rows = numbered(text)
    width = len(rows[0][1])
    ends = ""
    for number, row in rows:
        ends += re.sub("[#.]", "", row)
        is_walled = re.fullmatch("#+" if number in (1, len(rows)) else "#[#.SE]+#", row)
        is_sized = 3 <= len(row) == width <= MOST and number <= MOST
        is_single = len(set(ends)) == len(ends) and (len(ends) == 2 or number < len(rows))
        if not (is_walled and is_sized and is_single):
            raise InvalidInput(number, FORM)
    return Maze(text.replace("\n", ""), width)


def part1(maze: Maze) -> int:
    """What is the lowest score of a path from S to E?"""
    return best_paths(maze)[0]


def part2(maze: Maze) -> int:
    """How many tiles are on a path with that score?"""
    return len(best_paths(maze)[1])


def best_paths(maze: Maze) -> tuple[int, set[int]]:
    """What do best paths cost, and which tiles are on one?"""
    tiles, width = maze
    start, end = (tiles.index("S"), 1), tiles.index("E")
    turned = {1: (width, -width), -1: (width, -width), width: (1, -1), -width: (1, -1)}
    scores: dict[State, int] = {}
    before: dict[State, list[State]] = defaultdict(list)
    steps, turns = deque([(0, start, start)]), deque[tuple[int, State, State]]()
    best = None
    while queue := steps if steps and not (turns and turns[0] < steps[0]) else turns:
        score, state, previous = queue.popleft()
        if best is not None and score > best:
            break
        if scores.setdefault(state, score) < score:
            continue
        before[state].append(previous)
        if len(before[state]) > 1:
            continue  # as good as the first time, and what follows is known
        tile, way = state
        if tile == end:
            best = score
        if tiles[tile + way] != "#":
            steps.append((score + 1, (tile + way, way), state))
        turns.extend((score + 1000, (tile, side), state) for side in turned[way])
    if best is None:
        raise NoAnswer("no way leads from S to E")
    found = {state for state in before if state[0] == end}
    for state in reversed(before):  # from higher scores to lower ones
        if state in found:
            found.update(before[state])
    return best, {tile for tile, _ in found}
