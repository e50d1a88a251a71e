"""Amphipod: what nobody can avoid is paid at once, and a search finds the least that detours cost."""

from collections.abc import Iterator

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import Lines
from threefold_python.search import cheapest

KINDS = "ABCD"
ENERGY = {"A": 1, "B": 10, "C": 100, "D": 1000}
SPOTS = (0, 1, 3, 5, 7, 9, 10)  # where in the hallway one may stop
DOORS = (2, 4, 6, 8)  # between two spots each: room n is between spots n + 1 and n + 2
ROW = "#".join(["([A-D])"] * 4)
DRAWN = ["#" * 13, r"#\.{11}#", f"###{ROW}###", f"  #{ROW}#", "  #########"]
HIDDEN = ["  #D#C#B#A#", "  #D#B#A#C#"]
UNFOLDED = ["DD", "CB", "BA", "AC"]  # by room
WRONG = "expected the burrow as it is always drawn, with two each of A, B, C and D"

# Who stands on the seven spots, and who in each room, from the door on, down to the last that must leave it.
State = tuple[str, tuple[str, ...]]
HOME = ".......", ("", "", "", "")


def parse(text: str) -> list[str]:
    """Who is in each room, from the door on?"""
    lines, kinds = Lines(text), list[str]()
    unfolded = HIDDEN if text.split("\n")[3:5] == HIDDEN else []
    for number, form in enumerate([*DRAWN[:3], *unfolded, *DRAWN[3:]], 1):
        kinds += lines.line(form, WRONG)
        if any(kinds.count(kind) > 2 for kind in KINDS):
            raise InvalidInput(number, WRONG)
    lines.end()
    return [upper + lower for upper, lower in zip(kinds[:4], kinds[4:], strict=True)]


def part1(rooms: list[str]) -> int:
    """What is the least energy that brings everyone home?"""
    start = tuple(room.rstrip(kind) for kind, room in zip(KINDS, rooms, strict=True))
    detours = cheapest((HOME[0], start), moves, lambda state: state == HOME)
    if detours is None:
        raise NoAnswer("the amphipods block each other for ever")
    return unavoidable(start) + detours


def part2(rooms: list[str]) -> int:
    """The same, with the two rows unfolded that were hidden between the others?"""
    return part1([room[0] + more + room[1] for room, more in zip(rooms, UNFOLDED, strict=True)])


def unavoidable(rooms: tuple[str, ...]) -> int:
    """What does it cost if nobody is in anybody's way?"""
    total = 0
    for room, strangers in enumerate(rooms):
        for depth, kind in enumerate(strangers, 1):
            total += (depth + across(room, KINDS.index(kind))) * ENERGY[kind] + depth * ENERGY[KINDS[room]]
    return total


def across(room: int, home: int) -> int:
    """How far is it from door to door? Who only makes room must go aside."""
    return max(2, abs(DOORS[room] - DOORS[home]))


def moves(state: State) -> Iterator[tuple[int, State]]:
    """What may come after one more has left its room, and how much energy goes into detours?"""
    hallway, rooms = state
    for room, strangers in enumerate(rooms):
        if strangers:
            kind, others = strangers[0], (*rooms[:room], strangers[1:], *rooms[room + 1 :])
            home = KINDS.index(kind)
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
    after = hallway
    for room, kind in enumerate(KINDS):
        if not rooms[room]:
            left, right = after[: room + 2], after[room + 2 :]
            after = f"{left.rstrip('.' + kind):.<{len(left)}}{right.lstrip('.' + kind):.>{len(right)}}"
    return after if after == hallway else go_home(after, rooms)
