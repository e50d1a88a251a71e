"""Amphipod, naively: Dijkstra's search over whole diagrams, one walk after another."""

from heapq import heappop, heappush

SIZES = (3, 12)  # two seconds each

KINDS = "ABCD"
SPOTS = [0, 1, 3, 5, 7, 9, 10]
DOORS = [2, 4, 6, 8]
LEFT = [[spot for spot in SPOTS[::-1] if spot < door] for door in DOORS]
RIGHT = [[spot for spot in SPOTS if spot > door] for door in DOORS]

# The hallway's eleven places, and each room from the door down.
State = tuple[str, tuple[str, ...]]


def least(rooms: list[str]) -> int:
    """What is the least energy that brings everyone home?"""
    start = "." * 11, tuple(rooms)
    home = "." * 11, tuple(kind * len(rooms[0]) for kind in KINDS)
    best = {start: 0}
    queue = [(0, start)]
    while queue:
        energy, state = heappop(queue)
        if state == home:
            return energy
        if energy == best[state]:
            for more, after in moves(*state):
                if energy + more < best.get(after, energy + more + 1):
                    best[after] = energy + more
                    heappush(queue, (best[after], after))
    raise ValueError("there is no way")


def moves(hallway: str, rooms: tuple[str, ...]) -> list[tuple[int, State]]:
    """What may be next, after how much energy? If one can go home for good, nothing else happens before."""
    for home, (kind, room) in enumerate(zip(KINDS, rooms, strict=True)):
        if not room.strip("." + kind):
            for spots in LEFT[home], RIGHT[home]:
                spot = next((spot for spot in spots if hallway[spot] != "."), spots[-1])
                if hallway[spot] == kind:
                    depth = room.count(".")
                    filled = room[: depth - 1] + kind + room[depth:]
                    others = (*rooms[:home], filled, *rooms[home + 1 :])
                    energy = (abs(spot - DOORS[home]) + depth) * 10**home
                    return [(energy, (hallway[:spot] + "." + hallway[spot + 1 :], others))]
    found = []
    for at, room in enumerate(rooms):
        if room.strip("." + KINDS[at]):
            kind = room.lstrip(".")[0]
            depth = room.index(kind)
            step = 10 ** KINDS.index(kind)
            others = (*rooms[:at], room[:depth] + "." + room[depth + 1 :], *rooms[at + 1 :])
            for spots in LEFT[at], RIGHT[at]:
                for spot in spots:
                    if hallway[spot] != ".":
                        break
                    energy = (depth + 1 + abs(spot - DOORS[at])) * step
                    found.append((energy, (hallway[:spot] + kind + hallway[spot + 1 :], others)))
    return found


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    lines = text.split("\n")
    upper, lower = lines[2][3:10:2], lines[-2][3:10:2]
    folded = map("".join, zip(upper, lower, strict=True))
    unfolded = map("".join, zip(upper, "DCBA", "DBAC", lower, strict=True))
    return str(least(list(folded))), str(least(list(unfolded)))
