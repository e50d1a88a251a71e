"""Factory: what is odd tells which buttons are pressed an odd number of times, and the rest is done twice."""

from collections import defaultdict
from functools import cache, reduce
from itertools import combinations
from math import inf
from operator import add, xor
from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import fields

NUMBERS = r"\d{1,18}(?:,\d{1,18})*"
FORM = rf"\[([.#]{{1,10}})\]((?: \({NUMBERS}\)){{1,13}}) \{{({NUMBERS})\}}"
MACHINE = "expected a machine as [.#] (0) (0,1) {3,5}: at most 10 lights, 13 buttons and counters to 2000"

Counters = tuple[int, ...]


class Machine(NamedTuple):
    lights: set[int]
    buttons: list[set[int]]
    counters: Counters


def parse(text: str) -> list[Machine]:
    """Which lights have to be on, which does a button switch, and how far should counters come?"""
    machines = []
    for number, (lights, buttons, counters) in enumerate(fields(text, FORM, MACHINE), 1):
        wired = [[*map(int, button[1:-1].split(","))] for button in buttons.split()]
        numbers = tuple(map(int, counters.split(",")))
        wrong = any(len(set(button)) < len(button) or max(button) >= len(lights) for button in wired)
        if wrong or len(numbers) != len(lights) or max(numbers) > 2000:
            raise InvalidInput(number, MACHINE)
        on = {place for place, light in enumerate(lights) if light == "#"}
        machines.append(Machine(on, [*map(set, wired)], numbers))
    return machines


def part1(machines: list[Machine]) -> int:
    """How few presses switch the lights of all machines as they have to be?"""
    return sum(to_switch(line, machine) for line, machine in enumerate(machines, 1))


def part2(machines: list[Machine]) -> int:
    """How few presses bring all counters to their numbers?"""
    return sum(to_count(line, machine) for line, machine in enumerate(machines, 1))


def to_switch(line: int, machine: Machine) -> int:
    """How few presses switch a machine's lights?"""
    for presses in range(len(machine.buttons) + 1):
        for some in combinations(machine.buttons, presses):
            if reduce(xor, some, set()) == machine.lights:
                return presses
    raise NoAnswer(f"the lights of the machine on line {line} can't be reached")


def to_count(line: int, machine: Machine) -> int:
    """How few presses bring a machine's counters to their numbers?"""
    pressed_once = by_parity(machine)

    @cache
    def presses(counters: Counters) -> float:
        """Some buttons are pressed once, so that what is left is even; half of it is done twice."""
        if not any(counters):
            return 0
        choices = pressed_once[tuple(count % 2 for count in counters)]
        halves = ((once, tuple(map(half, counters, effect))) for effect, once in choices.items())
        return min((once + 2 * presses(left) for once, left in halves if min(left) >= 0), default=inf)

    if (fewest := presses(machine.counters)) == inf:
        raise NoAnswer(f"the counters of the machine on line {line} can't be reached")
    return int(fewest)


def half(count: int, done: int) -> int:
    """How much of a counter is left to be done twice?"""
    return (count - done) // 2


def by_parity(machine: Machine) -> dict[Counters, dict[Counters, int]]:
    """Buttons are pressed once each: how many add what to the counters, by which of these are odd then?"""
    choices = [(0, (0,) * len(machine.counters))]
    for button in machine.buttons:
        step = tuple(int(place in button) for place in range(len(machine.counters)))
        choices += [(presses + 1, tuple(map(add, effect, step))) for presses, effect in choices]
    found: dict[Counters, dict[Counters, int]] = defaultdict(dict)
    for presses, effect in sorted(choices):  # the fewest first
        found[tuple(count % 2 for count in effect)].setdefault(effect, presses)
    return found
