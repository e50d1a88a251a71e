"""Air Duct Spelunking: distances are lowered until none is too high, and every order of points is tried."""

from itertools import pairwise, permutations

SIZES = (*range(1, 60), 100, 200, 500)

Place = tuple[int, int]


def solve(text: str) -> tuple[str, str]:
    cells = {
        (x, y): cell for y, row in enumerate(text.split("\n")) for x, cell in enumerate(row) if cell != "#"
    }
    points = {cell: place for place, cell in cells.items() if cell != "."}
    far = {number: lowered(set(cells), place) for number, place in points.items()}
    others = points.keys() - {"0"}
    routes = ["0" + "".join(order) for order in permutations(others)]

    def length(route: str) -> int:
        return sum(far[one][points[other]] for one, other in pairwise(route))

    return str(min(map(length, routes))), str(min(length(route + "0") for route in routes))


def lowered(cells: set[Place], start: Place) -> dict[Place, int]:
    """How far each cell is from one."""
    far = dict.fromkeys(cells, len(cells)) | {start: 0}
    while True:
        lower = {
            (x, y): min(far[x, y], *(1 + far.get(near, len(cells)) for near in around(x, y)))
            for x, y in cells
        }
        if lower == far:
            return far
        far = lower


def around(x: int, y: int) -> list[Place]:
    return [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
