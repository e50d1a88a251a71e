"""Guard Gallivant: routes are paths in a forest, and numbers of a depth-first search tell what they pass."""

from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import grid

MOST = 500
FORM = f"expected a row as long as the first, at most {MOST}, of . # and one ^, in at most {MOST} rows"
OUTSIDE = 0


class Lab(NamedTuple):
    """A state is four times a place in the map, plus a direction: up, right, down, left."""

    after: list[int]  # the next state of each
    steps: tuple[int, ...]  # from a place to the next in each direction
    start: int

    def walk(self, state: int) -> tuple[list[int], int]:
        """Which states follow, and which is the first that is outside, or was there before?"""
        seen: dict[int, None] = {}
        while state not in seen and state != OUTSIDE:
            seen[state] = None
            state = self.after[state]
        return list(seen), state

    def visits(self) -> dict[int, int]:
        """Which places does the guard visit, and in which direction first?"""
        states, last = self.walk(self.start)
        if last != OUTSIDE:
            raise NoAnswer("the guard never leaves")
        return {state // 4: state % 4 for state in reversed(states)}


class Forest:
    """All states in the order of a search backwards: those whose routes pass one are numbers in a row."""

    def __init__(self, lab: Lab):
        before: list[list[int]] = [[] for _ in lab.after]
        for state, following in enumerate(lab.after):
            before[following].append(state)
        self.lab, count = lab, 0
        self.number, self.end, self.root = ([-1] * len(before) for _ in range(3))
        for some in range(len(before)):
            if self.root[some] < 0:
                _, root = lab.walk(some)  # outside, or on a circle
                stack = before[root].copy()
                while stack:
                    state = stack.pop()
                    if state < 0:
                        self.end[~state] = count
                    else:
                        self.number[state], self.root[state] = count, root
                        count += 1
                        stack += [~state, *(before[state] if state != root else ())]

    def first(self, gates: list[int], state: int) -> int:
        """Which of some states comes first on the way from a state to its root?"""
        passed = [gate for gate in gates if self.number[gate] <= self.number[state] < self.end[gate]]
        return max(passed, key=self.number.__getitem__, default=OUTSIDE)

    def is_trap(self, place: int, direction: int) -> bool:
        """Does an obstruction that the guard meets in a direction keep him for ever?"""
        gates = [4 * (place - step) + turn for turn, step in enumerate(self.lab.steps)]
        gate, met = gates[direction], {OUTSIDE}
        while gate not in met:
            met.add(gate)
            turned = gate - gate % 4 + (gate + 1) % 4
            root = self.root[turned]
            gate = self.first(gates, turned) or self.first(gates, root)
        return gate != OUTSIDE or root != OUTSIDE


def parse(text: str) -> Lab:
    """What comes after each state?"""
    before, guard, after = text.partition("^")
    rows = grid(before + guard + after.replace("^", "?"), ".#^", MOST, FORM)
    if not guard:
        raise InvalidInput(len(rows), "expected a guard ^")
    width = len(rows[0]) + 1
    steps = (-width, 1, width, -1)
    cells = "\n" * width + text.replace("^", ".") + "\n" * (width + 1)
    follow = [OUTSIDE] * 4 * len(cells)
    for place, cell in enumerate(cells):
        for turn, step in enumerate(steps if cell == "." else ()):
            ahead = {".": 4 * (place + step) + turn, "#": 4 * place + (turn + 1) % 4, "\n": OUTSIDE}
            follow[4 * place + turn] = ahead[cells[place + step]]
    return Lab(follow, steps, 4 * (width + len(before)))


def part1(lab: Lab) -> int:
    """How many places does the guard visit?"""
    return len(lab.visits())


def part2(lab: Lab) -> int:
    """At how many of them would an obstruction keep him for ever?"""
    forest, visits = Forest(lab), lab.visits()
    return sum(forest.is_trap(place, turn) for place, turn in visits.items() if place != lab.start // 4)
