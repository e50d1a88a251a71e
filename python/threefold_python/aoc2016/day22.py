"""Grid Computing: the data go where the empty node is, so that node goes around them, from side to side."""

from bisect import bisect_left
from collections.abc import Iterator

from threefold.contract import NoAnswer
from threefold_python.reading import Lines
from threefold_python.search import cheapest

HEAD = ("root@ebhq-gridcenter# df -h", "Filesystem              Size  Used  Avail  Use%")
NODE = r"/dev/grid/node-x(\d+)-y(\d+) +(\d+)T +(\d+)T +(\d+)T +(\d+)%"
FORM = (
    "expected /dev/grid/node-x0-y0 92T 70T 22T 76%, at most 9999T that are used or available, one column "
    "after the other, two or more, all as long as the first, and at most 4000 nodes"
)
MOST = 4000
SIDES = (1, 1j, -1, -1j)

Place = complex  # column and row
Node = tuple[int, int]  # size, and what is used of it


def parse(text: str) -> dict[Place, Node]:
    """Which nodes are there?"""
    lines = Lines(text)
    for line in HEAD:
        lines.line(line, f"expected {line}")
    grid: dict[Place, Node] = {}
    height = 0  # known when the first column is over
    while not lines.is_done() or not height or len(grid) % height:
        fault = lines.fault(FORM)
        x, y, size, used, free, share = map(int, lines.line(NODE, FORM, 99_999))
        if (x, y) == (1, 0):
            height = height or len(grid)
        is_next = (x, y) == (divmod(len(grid), height) if height else (0, len(grid)))
        if not is_next or used + free != size or size > 9999 or share > 100 or len(grid) == MOST:
            raise fault
        grid[complex(x, y)] = size, used
    return grid


def part1(grid: dict[Place, Node]) -> int:
    """Of how many pairs of nodes do the data of the first one fit into what the second one has left?"""
    free = sorted(size - used for size, used in grid.values())
    fitting = sum(len(free) - bisect_left(free, used) for _, used in grid.values() if used)
    return fitting - sum(0 < used <= size - used for size, used in grid.values())


def part2(grid: dict[Place, Node]) -> int:
    """How many moves bring the data of the last node of row 0 to the first?"""
    empty, places = movable(grid)
    data = complex(max(place.real for place in grid))

    def moves(state: tuple[Place, Place]) -> Iterator[tuple[int, tuple[Place, Place]]]:
        data, empty = state
        for side in places & {data + side for side in SIDES}:
            if side == empty:
                yield 1, (empty, data)
            elif way := around(data, empty, side, places):
                yield way, (data, side)

    if data in places - {empty}:
        steps = cheapest((data, empty), moves, lambda state: state[0] == 0)
        if steps is not None:
            return steps
    raise NoAnswer("no moves bring the data to node-x0-y0")


def movable(grid: dict[Place, Node]) -> tuple[Place, set[Place]]:
    """Which node is empty, and which nodes' data can go there? Nothing else can ever be moved."""
    empties = [place for place, (_, used) in grid.items() if not used]
    room = grid[empties[0]][0] if len(empties) == 1 else 0
    places = {place for place, (_, used) in grid.items() if used <= room}
    sizes = [grid[place][0] for place in places]
    needs = sorted(grid[place][1] for place in places)[1:]  # of all but the empty one
    if needs and needs[-1] <= min(sizes) and max(sizes) < 2 * needs[0]:
        large = [node for place, node in grid.items() if place not in places]
        if all(used > max(sizes) and size - used < needs[0] for size, used in large):
            return empties[0], places
    raise NoAnswer("data can be moved that do not go into one empty node")


def around(data: Place, start: Place, end: Place, places: set[Place]) -> int | None:
    """How many moves bring the empty node from one place to another, if the data are to stay?"""
    corner = start + end - data
    if abs(start - data) == 1 and corner != data and corner in places:
        return 2
    seen, reached = {data}, {start}
    moves = 0
    while reached and end not in reached:
        seen |= reached
        reached = ({place + side for place in reached for side in SIDES} & places) - seen
        moves += 1
    return moves if reached else None
