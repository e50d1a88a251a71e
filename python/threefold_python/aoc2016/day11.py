"""Radioisotope Thermoelectric Generators: A* over pairs in order, as any two of them are alike."""

import re
from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import chain, combinations
from math import inf

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

FORM = (
    "expected the four floors as The first floor contains a ruby generator and a ruby-compatible "
    "microchip., one to seven kinds, both things of each, no microchip where only others have generators"
)
THING = r"an? [a-z]+(?: generator|-compatible microchip)"
LIST = rf"(nothing relevant|{THING}(?: and {THING}|(?:, {THING})+, and {THING})?)"
TOP = 3

Pairs = tuple[tuple[int, int], ...]  # the floors of a generator and of its microchip, for each kind
State = tuple[int, Pairs]  # the elevator's floor


def parse(text: str) -> Pairs:
    """On which floors are the two things of each kind?"""
    lines = Lines(text)
    floors: dict[tuple[str, str], int] = {}
    for floor, ordinal in enumerate(("first", "second", "third", "fourth")):
        fault = lines.fault(FORM)
        (words,) = lines.line(rf"The {ordinal} floor contains {LIST}\.", FORM)
        things = re.findall(r"an? ([a-z]+)(?:-compatible)? (g|m)", words)
        kinds = {kind for kind, _ in [*floors, *things]}
        is_new = len({*floors, *things}) == len(floors) + len(things) and len(kinds) <= 7
        floors |= dict.fromkeys(things, floor)
        pairs = tuple((floors.get((kind, "g"), -1), floors.get((kind, "m"), -1)) for kind in kinds)
        is_whole = floor < TOP or 0 < 2 * len(kinds) == len(floors)
        if not (is_new and is_whole and is_safe(pairs, floor)):
            raise fault
    lines.end()
    return pairs


def part1(pairs: Pairs) -> int:
    """How many moves bring everything to the fourth floor?"""
    return fewest(pairs)


def part2(pairs: Pairs) -> int:
    """And with two more pairs on the first floor?"""
    return fewest((*pairs, (0, 0), (0, 0)))


def fewest(pairs: Pairs) -> int:
    """How many moves are enough?"""
    start = 0, tuple(sorted(pairs))
    queue = [(at_least(start), 0, start)] if is_safe(pairs, 0) else []
    moves = {start: 0}
    while queue:
        *_, state = heappop(queue)
        if all(pair == (TOP, TOP) for pair in state[1]):
            return moves[state]
        for after in steps(state):
            if moves.get(after, inf) > moves[state] + 1:
                moves[after] = moves[state] + 1
                heappush(queue, (moves[after] + at_least(after), -moves[after], after))
    raise NoAnswer("not everything can be brought to the fourth floor")


def steps(state: State) -> Iterator[State]:
    """Where can one or two things be taken, a floor up or down?"""
    floor, pairs = state
    here = [(kind, thing) for kind, pair in enumerate(pairs) for thing in (0, 1) if pair[thing] == floor]
    for to in {floor - 1, floor + 1} & set(range(TOP + 1)):
        for taken in chain(combinations(here, 1), combinations(here, 2)):
            moved = list(pairs)
            for kind, thing in taken:
                moved[kind] = (moved[kind][0], to) if thing else (to, moved[kind][1])
            after = tuple(sorted(moved))
            if is_safe(after, floor) and is_safe(after, to):
                yield to, after


def is_safe(pairs: Pairs, floor: int) -> bool:
    """Has each microchip on a floor its generator there, or are there no generators?"""
    alone = any(generator != floor for generator, microchip in pairs if microchip == floor)
    return not alone or all(generator != floor for generator, _ in pairs)


def at_least(state: State) -> int:
    """How many moves would it take if everything could be next to everything?

    Two go up and one of them comes back, until one or two are left: 2 n - 3 rides for n things, to each
    next floor.
    """
    elevator, pairs = state
    below = [sum(at <= floor for pair in pairs for at in pair) for floor in range(TOP)]
    return sum(2 * n if elevator > floor else max(1, 2 * n - 3) for floor, n in enumerate(below) if n)
