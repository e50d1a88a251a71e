"""Amphipod, naively: Dijkstra's search over whole diagrams, one walk after another."""

from heapq import heappop, heappush

KINDS = "ABCD"
SPOTS = [0, 1, 3, 5, 7, 9, 10]


def least(rows: list[str]) -> int:
    """What is the least energy that brings everyone home?

    A state is a text: the hallway's eleven places, then the rooms' rows.
    """
    start = "." * 11 + "".join(rows)
    home = "." * 11 + KINDS * len(rows)
    rooms = {kind: [11 + 4 * depth + at for depth in range(len(rows))] for at, kind in enumerate(KINDS)}
    walks: dict[tuple[int, int], list[int]] = {}
    for at, kind in enumerate(KINDS):
        door = 2 * at + 2
        for spot in SPOTS:
            hallway = [*range(spot, door, 1 if spot < door else -1), door]
            for depth, place in enumerate(rooms[kind]):
                walks[spot, place] = hallway[1:] + rooms[kind][: depth + 1]
                walks[place, spot] = (hallway + rooms[kind][:depth])[::-1]

    def moves(state: str) -> list[tuple[int, int]]:
        """From where to where may one go? Who can go home for good does so, before anything else happens."""
        found = []
        for here, kind in enumerate(state):
            if kind == "." or (here in rooms[kind] and is_home(state, kind)):
                continue
            if here < 11:
                if is_home(state, kind):
                    there = max(place for place in rooms[kind] if state[place] == ".")
                    if is_free(state, here, there):
                        return [(here, there)]
            elif here - 4 < 11 or state[here - 4] == ".":
                found += [(here, spot) for spot in SPOTS if is_free(state, here, spot)]
        return found

    def is_home(state: str, kind: str) -> bool:
        """Is the kind's room without strangers?"""
        return all(state[place] in (kind, ".") for place in rooms[kind])

    def is_free(state: str, here: int, there: int) -> bool:
        return all(state[place] == "." for place in walks[here, there])

    best = {start: 0}
    queue = [(0, start)]
    while queue:
        energy, state = heappop(queue)
        if state == home:
            return energy
        if energy > best[state]:
            continue
        for here, there in moves(state):
            after = list(state)
            after[here], after[there] = ".", state[here]
            total = energy + len(walks[here, there]) * 10 ** KINDS.index(state[here])
            if total < best.get(reached := "".join(after), total + 1):
                best[reached] = total
                heappush(queue, (total, reached))
    raise ValueError("there is no way")


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    upper, lower = (line[3:10:2] for line in text.split("\n")[2:4])
    return str(least([upper, lower])), str(least([upper, "DCBA", "DBAC", lower]))
