"""Amphipod, naively: Dijkstra's search over whole diagrams, place by place, with nothing but the rules."""

from heapq import heappop, heappush

SIZES = (3, 12)  # some seconds each

KINDS = "ABCD"
DOORS = (2, 4, 6, 8)

# The hallway's eleven places, and each room from the door down.
State = tuple[str, tuple[str, ...]]


def put(places: str, at: int, what: str) -> str:
    return places[:at] + what + places[at + 1 :]


def moves(hallway: str, rooms: tuple[str, ...]) -> list[tuple[int, State]]:
    """All that the rules allow: out of a room into the hallway, or from there into one's own room."""
    found = []
    for at, room in enumerate(rooms):
        depth = len(room) - len(room.lstrip("."))
        if depth == len(room) or set(room[depth:]) == {KINDS[at]}:
            continue
        for place in set(range(11)) - set(DOORS):
            low, high = sorted((place, DOORS[at]))
            if set(hallway[low : high + 1]) == {"."}:
                steps = depth + 1 + high - low
                left = (*rooms[:at], put(room, depth, "."), *rooms[at + 1 :])
                found.append(
                    (steps * 10 ** KINDS.index(room[depth]), (put(hallway, place, room[depth]), left))
                )
    for place, kind in enumerate(hallway):
        home = KINDS.find(kind)
        if home < 0 or set(rooms[home]) - {".", kind}:
            continue
        low, high = sorted((place, DOORS[home]))
        if hallway[low : high + 1].count(".") == high - low:
            depth = rooms[home].rindex(".")
            left = (*rooms[:home], put(rooms[home], depth, kind), *rooms[home + 1 :])
            found.append(((depth + 1 + high - low) * 10**home, (put(hallway, place, "."), left)))
    return found


def least(rooms: list[str]) -> str:
    home = "." * 11, tuple(kind * len(rooms[0]) for kind in KINDS)
    queue: list[tuple[int, State]] = [(0, ("." * 11, tuple(rooms)))]
    best = {queue[0][1]: 0}
    while queue:
        energy, state = heappop(queue)
        if state == home:
            return str(energy)
        for more, after in moves(*state) if energy == best[state] else []:
            if energy + more < best.get(after, energy + more + 1):
                best[after] = energy + more
                heappush(queue, (energy + more, after))
    raise ValueError("there is no way")


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    lines = text.split("\n")
    upper, lower = lines[2][3:10:2], lines[-2][3:10:2]
    rows = [upper, lower], [upper, "DCBA", "DBAC", lower]
    first, second = (least(list(map("".join, zip(*part, strict=True)))) for part in rows)
    return first, second
