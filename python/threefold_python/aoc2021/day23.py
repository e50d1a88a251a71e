"""Amphipod: what nobody can avoid is paid at once, and a search finds the least that detours cost."""

import re
from collections.abc import Iterator
from heapq import heappop, heappush
from math import inf

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

KINDS = "ABCD"
ENERGY = {"A": 1, "B": 10, "C": 100, "D": 1000}
SPOTS = (0, 1, 3, 5, 7, 9, 10)  # where in the hallway one may stop
DOORS = (2, 4, 6, 8)  # between two spots each: room n is between spots n + 1 and n + 2
ROW = "#".join(["([A-D])"] * 4)
FORM = ["#############", r"#\.{11}#", f"###{ROW}###", f"  #{ROW}#", "  #########"]
HIDDEN = ["  #D#C#B#A#", "  #D#B#A#C#"]

# Who stands on the seven spots, and who in each room, from the door on, down to the last that must leave it.
State = tuple[str, tuple[str, ...]]
HOME = ".......", ("", "", "", "")


def parse(text: str) -> list[str]:
    """Who is in each room, from the door on?"""
    lines = numbered(text)
    if [line for _, line in lines[3:5]] == HIDDEN:
        del lines[3:5]
    rows: list[str] = []
    for (number, line), form in zip(lines, FORM, strict=False):
        if not (row := re.fullmatch(form, line)):
            message = "expected the burrow as it is always drawn, with A, B, C or D in each place"
            raise InvalidInput(number, message)
        rows += row.groups()
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
    hidden = zip(*(row[3:10:2] for row in HIDDEN), strict=True)
    return least_energy([room[0] + "".join(more) + room[1] for room, more in zip(rooms, hidden, strict=True)])


def least_energy(rooms: list[str]) -> int:
    """What is the least energy that brings everyone home?"""
    start = HOME[0], tuple(room.rstrip(kind) for kind, room in zip(KINDS, rooms, strict=True))
    best = {start: unavoidable(start[1])}
    queue = [(best[start], start)]
    while queue:
        energy, state = heappop(queue)
        if state == HOME:
            return energy
        if energy == best[state]:
            for detour, after in moves(*state):
                if energy + detour < best.get(after, inf):
                    best[after] = energy + detour
                    heappush(queue, (best[after], after))
    raise NoAnswer("the amphipods block each other for ever")


def unavoidable(rooms: tuple[str, ...]) -> int:
    """What does it cost if nobody is in anybody's way?"""
    return sum(
        (depth + across(room, KINDS.index(kind))) * ENERGY[kind] + depth * ENERGY[KINDS[room]]
        for room, strangers in enumerate(rooms)
        for depth, kind in enumerate(strangers, 1)
    )


def across(room: int, home: int) -> int:
    """How far is it from door to door? Who only makes room must go aside."""
    return max(2, abs(DOORS[room] - DOORS[home]))


def moves(hallway: str, rooms: tuple[str, ...]) -> Iterator[tuple[int, State]]:
    """What may come after one more has left its room, and how much energy goes into detours?"""
    for room, strangers in enumerate(rooms):
        if strangers:
            kind, home = strangers[0], KINDS.index(strangers[0])
            others = (*rooms[:room], strangers[1:], *rooms[room + 1 :])
            for spot in reach(hallway, room):
                way = abs(DOORS[room] - SPOTS[spot]) + abs(SPOTS[spot] - DOORS[home])
                after = go_home(hallway[:spot] + kind + hallway[spot + 1 :], others)
                yield (way - across(room, home)) * ENERGY[kind], (after, others)


def reach(hallway: str, room: int) -> range:
    """Which spots can be reached from a room's door?"""
    left, right = hallway[: room + 2], hallway[room + 2 :]
    return range(len(left.rstrip(".")), len(hallway) - len(right.lstrip(".")))


def go_home(hallway: str, rooms: tuple[str, ...]) -> str:
    """Who is left in the hallway when all have gone home who can? To do so at once does no harm."""
    before = ""
    while hallway != before and "" in rooms:
        before = hallway
        for room, kind in enumerate(KINDS):
            if not rooms[room]:
                left, right = hallway[: room + 2], hallway[room + 2 :]
                hallway = f"{left.rstrip('.' + kind):.<{len(left)}}{right.lstrip('.' + kind):.>{len(right)}}"
    return hallway
