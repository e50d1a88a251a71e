"""Radioisotope Thermoelectric Generators: all states, with each thing by its name, move after move."""

import re
from itertools import combinations

SIZES = (*range(1, 8),)


def solve(text: str) -> tuple[str, str]:
    floors = {}
    for floor, line in enumerate(text.split("\n")):
        for kind, thing in re.findall(r"(\w+)(?:-compatible)? (generator|microchip)", line):
            floors[thing[0] + kind] = floor
    more = {thing + kind: 0 for thing in "gm" for kind in ("one more", "another")}
    return str(moves(floors)), str(moves({**floors, **more}))


def moves(floors: dict[str, int]) -> int:
    names = sorted(floors)
    states = {(0, *(floors[name] for name in names))}
    seen = set(states)
    count = 0
    while not any(set(state[1:]) == {3} for state in states):
        states = {after for state in states for after in steps(state, names)} - seen
        seen |= states
        count += 1
    return count


def steps(state: tuple[int, ...], names: list[str]) -> list[tuple[int, ...]]:
    elevator, *floors = state
    here = [place for place, floor in enumerate(floors) if floor == elevator]
    found = []
    for to in (elevator - 1, elevator + 1):
        for taken in (*combinations(here, 1), *combinations(here, 2)) if 0 <= to <= 3 else ():
            after = [to if place in taken else floor for place, floor in enumerate(floors)]
            if is_safe(dict(zip(names, after, strict=True))):
                found.append((to, *after))
    return found


def is_safe(floors: dict[str, int]) -> bool:
    generators = {floor for name, floor in floors.items() if name[0] == "g"}
    chips = [(floors["g" + name[1:]], floor) for name, floor in floors.items() if name[0] == "m"]
    return all(own == floor or floor not in generators for own, floor in chips)
