"""RAM Run: byte after byte falls, and a new way is looked for when one falls on the last."""

Place = tuple[int, int]


def way(fallen: set[Place]) -> list[Place]:
    """All places of a shortest way, or none."""
    before: dict[Place, Place] = {}
    queue = [] if (0, 0) in fallen else [(0, 0)]
    for x, y in queue:
        if (x, y) == (70, 70):
            found = [(x, y)]
            while found[-1] != (0, 0):
                found.append(before[found[-1]])
            return found
        for near in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)):
            is_free = min(near) >= 0 and max(near) <= 70 and near not in fallen
            if is_free and near not in before and near != (0, 0):
                before[near] = (x, y)
                queue.append(near)
    return []


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input that has some."""
    places = [tuple(map(int, line.split(","))) for line in text.split("\n")]
    steps = len(way(set(places[: min(1024, len(places) // 2)]))) - 1
    fallen: set[Place] = set()
    last = way(fallen)
    for x, y in places:
        fallen.add((x, y))
        if (x, y) in last and not (last := way(fallen)):
            return str(steps), f"{x},{y}"
    raise AssertionError("there is always a way")
