"""Reindeer Maze: scores are lowered until none can be, and tiles are found backwards from the best end."""

SIZES = (1, 60, 400)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    cells = {(x, y): sign for y, row in enumerate(text.split("\n")) for x, sign in enumerate(row)}
    ways = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    states = [(tile, way) for tile, sign in cells.items() if sign != "#" for way in range(4)]
    (start,) = (tile for tile, sign in cells.items() if sign == "S")
    edges = []
    for (x, y), way in states:
        right, down = ways[way]
        edges += [(((x, y), way), ((x, y), (way + turn) % 4), 1000) for turn in (1, 3)]
        if cells[x + right, y + down] != "#":
            edges.append((((x, y), way), ((x + right, y + down), way), 1))
    scores = {(start, 0): 0}
    changed = True
    while changed:
        changed = False
        for before, after, price in edges:
            if before in scores and scores[before] + price < scores.get(after, 10**9):
                scores[after] = scores[before] + price
                changed = True
    ends = [(tile, way) for tile, way in scores if cells[tile] == "E"]
    best = min(scores[state] for state in ends)
    found = {state for state in ends if scores[state] == best}
    size = 0
    while size < len(found):
        size = len(found)
        found |= {
            before
            for before, after, price in edges
            if after in found and before in scores and scores[before] + price == scores[after]
        }
    return str(best), str(len({tile for tile, _ in found}))
