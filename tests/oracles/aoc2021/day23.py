"""Amphipod, naively: all diagrams that can be there after one move, after two and so on.

Each has its least energy. One thought goes beyond the rules: one that has only its own kind below it at home
stays there.
"""

import numpy as np
import numpy.typing as npt

SIZES = (1, 12, 30)  # half a second each

SPOTS = (0, 1, 3, 5, 7, 9, 10)
DOORS = (2, 4, 6, 8)

# A column is a diagram, 0 for a free place and kinds from 1 to 4: the hallway, then the rooms from above.
Diagrams = npt.NDArray[np.int8]
Energies = npt.NDArray[np.int64]


def later(diagrams: Diagrams, energies: Energies) -> tuple[Diagrams, Energies]:
    """What can be there after one more move, out of a room into the hallway or from there home?"""
    found: list[tuple[Diagrams, Energies]] = []
    free = diagrams == 0
    deep = (len(diagrams) - 11) // 4
    for number, door in enumerate(DOORS):
        room = range(11 + number * deep, 11 + (number + 1) * deep)
        own = diagrams[room] == number + 1
        for depth, place in enumerate(room):
            leaves = free[room[:depth]].all(axis=0) & ~free[place] & ~own[depth:].all(axis=0)
            enters = free[room[: depth + 1]].all(axis=0) & own[depth + 1 :].all(axis=0)
            for spot in SPOTS:
                between = range(spot + 1, door + 1) if spot < door else range(door, spot)
                way = free[between].all(axis=0)
                steps = depth + 1 + len(between)
                home = enters & way & (diagrams[spot] == number + 1)
                for who, start, end in ((leaves & way & free[spot], place, spot), (home, spot, place)):
                    moved = diagrams[:, who]
                    found.append((moved, energies[who] + steps * 10 ** (moved[start].astype(int) - 1)))
                    moved[[start, end]] = moved[[end, start]]
    return least(*(np.concatenate(parts, axis=-1) for parts in zip(*found, strict=True)))


def least(diagrams: Diagrams, energies: Energies) -> tuple[Diagrams, Energies]:
    """Each diagram once, with the least of its energies."""
    names = np.zeros_like(energies)
    for place in diagrams:
        names = names * 5 + place
    order = np.lexsort((energies, names))
    first = order[np.diff(names[order], prepend=-1) > 0]
    return diagrams[:, first], energies[first]


def answer(rooms: list[str]) -> str:
    start = [0] * 11 + ["ABCD".index(kind) + 1 for room in rooms for kind in room]
    home = np.array([sorted(start)]).T
    diagrams, energies = np.array([start], np.int8).T, np.array([0])
    while not (there := (diagrams == home).all(axis=0)).any():
        diagrams, energies = later(diagrams, energies)
        if not len(energies):
            raise ValueError("there is no way")
    return str(energies[there].min())


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    lines = text.split("\n")
    upper, lower = lines[2][3:10:2], lines[-2][3:10:2]
    rows = [upper, lower], [upper, "DCBA", "DBAC", lower]
    first, second = (answer(list(map("".join, zip(*part, strict=True)))) for part in rows)
    return first, second
