"""Sea Cucumber, naively: a dictionary of places, until a step moves nobody. For maps that come to rest."""

Map = dict[tuple[int, int], str]


def move(places: Map, herd: str, width: int, height: int) -> Map:
    """Where is everybody after one herd moved?"""
    after = {}
    for (x, y), cucumber in places.items():
        ahead = ((x + 1) % width, y) if herd == ">" else (x, (y + 1) % height)
        free = cucumber == herd and ahead not in places
        after[ahead if free else (x, y)] = cucumber
    return after


def solve(text: str) -> tuple[str, None]:
    """The answer of a valid input."""
    rows = text.split("\n")
    width, height = len(rows[0]), len(rows)
    places = {(x, y): place for y, row in enumerate(rows) for x, place in enumerate(row) if place != "."}
    step = 0
    while True:
        step += 1
        after = move(move(places, ">", width, height), "v", width, height)
        if after == places:
            return str(step), None
        places = after
