"""Amphipod: what nobody can avoid is paid at once, and a search finds the least that detours cost."""

from collections.abc import Iterator
from heapq import heappop, heappush

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

KINDS = "ABCD"
ENERGY = dict(zip(KINDS, (1, 10, 100, 1000), strict=True))
FORM = ["#############", "#...........#", "###?#?#?#?###", "  #?#?#?#?#", "  #########"]
UNFOLDED = ["  #D#C#B#A#", "  #D#B#A#C#"]
EMPTY = "......."
SPOTS = (0, 1, 3, 5, 7, 9, 10)  # where in the hallway one may stop
DOORS = (2, 4, 6, 8)  # between two spots each: room n is between spots n + 1 and n + 2

# Who stands on the seven spots, and who in each room, from the door on, down to the last that must leave it.
State = tuple[str, tuple[str, ...]]


def parse(text: str) -> list[str]:
    """Who is in each room, from the door on?"""
    lines = numbered(text)
    if [line for _, line in lines[3:5]] == UNFOLDED:
        del lines[3:5]
    rows = ""
    for (number, line), form in zip(lines, FORM, strict=False):
        row = line[3:10:2] if "?" in form else ""
        if line != form.replace("?", "{}").format(*row.ljust(4)) or not set(row) <= set(KINDS):
            message = "expected the burrow as it is always drawn, with A, B, C or D in each place"
            raise InvalidInput(number, message)
        rows += row
        if any(rows.count(kind) > 2 for kind in KINDS):
            raise InvalidInput(number, "expected two amphipods of each kind")
    if len(lines) < len(FORM):
        raise InvalidInput(text.count("\n") + 1, "expected five lines")
    if len(lines) > len(FORM):
        raise InvalidInput(lines[len(FORM)][0], "expected five lines")
    return [upper + lower for upper, lower in zip(rows[:4], rows[4:], strict=True)]


def part1(rooms: list[str]) -> int:
    """What is the least energy that brings everyone home?"""
    return least_energy(rooms)


def part2(rooms: list[str]) -> int:
    """The same, with the two rows unfolded that were hidden between the others?"""
    hidden = zip(*(row[3:10:2] for row in UNFOLDED), strict=True)
    return least_energy([room[0] + "".join(more) + room[1] for room, more in zip(rooms, hidden, strict=True)])


def least_energy(rooms: list[str]) -> int:
    """What is the least energy that brings everyone home?"""
    start = EMPTY, tuple(room.rstrip(kind) for kind, room in zip(KINDS, rooms, strict=True))
    best = {start: unavoidable(start[1])}
    queue = [(best[start], start)]
    while queue:
        energy, state = heappop(queue)
        if not any(state[1]):
            return energy
        if energy > best[state]:
            continue
        for detour, after in moves(*state):
            if energy + detour < best.get(after, energy + detour + 1) and not hopeless(*after):
                best[after] = energy + detour
                heappush(queue, (best[after], after))
    raise NoAnswer("the amphipods block each other for ever")


def unavoidable(strangers: tuple[str, ...]) -> int:
    """What does it cost if nobody is in anybody's way?"""
    total = 0
    for room, leaving in enumerate(strangers):
        for depth, kind in enumerate(leaving, 1):
            across = max(2, abs(DOORS[room] - DOORS[KINDS.index(kind)]))
            total += (depth + across) * ENERGY[kind] + depth * ENERGY[KINDS[room]]
    return total


def moves(hallway: str, strangers: tuple[str, ...]) -> Iterator[tuple[int, State]]:
    """What may come after one more has left its room, and how much energy goes into detours?"""
    for room, leaving in enumerate(strangers):
        if leaving:
            kind, home = leaving[0], DOORS[KINDS.index(leaving[0])]
            others = (*strangers[:room], leaving[1:], *strangers[room + 1 :])
            for spot in reach(hallway, room):
                across = abs(DOORS[room] - SPOTS[spot]) + abs(SPOTS[spot] - home)
                detour = (across - max(2, abs(DOORS[room] - home))) * ENERGY[kind]
                yield detour, (go_home(hallway[:spot] + kind + hallway[spot + 1 :], others), others)


def reach(hallway: str, room: int) -> range:
    """Which spots can be reached from a room's door?"""
    left, right = hallway[: room + 2], hallway[room + 2 :]
    return range(len(left.rstrip(".")), len(hallway) - len(right.lstrip(".")))


def go_home(hallway: str, strangers: tuple[str, ...]) -> str:
    """Who is left in the hallway when all have gone home who can? To do so at once does no harm."""
    for room, kind in enumerate(KINDS):
        if not strangers[room]:
            free = reach(hallway, room)
            for spot in (free.start - 1, free.stop):
                if hallway[spot : spot + 1] == kind:
                    return go_home(hallway[:spot] + "." + hallway[spot + 1 :], strangers)
    return hallway


def hopeless(hallway: str, strangers: tuple[str, ...]) -> bool:
    """Is there no way on, even if strangers vanish when all of their room have left it?"""
    while any(strangers):
        fewer = tuple("" if can_leave(hallway, strangers, room) else strangers[room] for room in range(4))
        if fewer == strangers:
            return True
        strangers, hallway = fewer, go_home(hallway, fewer)
    return hallway != EMPTY


def can_leave(hallway: str, strangers: tuple[str, ...], room: int) -> bool:
    """Is there a spot for each stranger in a room that can't go home from there?"""
    free = reach(hallway, room)
    homes = [KINDS.index(kind) for kind in strangers[room]]
    return sum(strangers[home] != "" or not free.start <= home + 2 <= free.stop for home in homes) <= len(
        free
    )
