"""Guard Gallivant: every place gets an obstruction in turn, and the guard walks step by step."""

SIZES = (1, 2, 3, 5, 9, 16, 30, 64, 150)


def walk(rows: list[str], obstruction: tuple[int, int] | None = None) -> set[tuple[int, int]] | None:
    """The places visited, or nothing if the guard walks for ever."""
    open_places = {(x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell != "#"}
    inside = {(x, y) for y, row in enumerate(rows) for x in range(len(row))}
    [(x, y)] = ((x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "^")
    open_places.discard(obstruction)
    dx, dy = 0, -1
    states = set()
    while (x, y) in inside:
        if (x, y, dx, dy) in states:
            return None
        states.add((x, y, dx, dy))
        ahead = (x + dx, y + dy)
        if ahead in open_places or ahead not in inside:
            x, y = ahead
        else:
            dx, dy = -dy, dx
    return {(x, y) for x, y, _, _ in states}


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    rows = text.split("\n")
    places = [(x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "."]
    visited = walk(rows)
    assert visited, "a generated guard leaves"
    return str(len(visited)), str(sum(walk(rows, place) is None for place in places))
