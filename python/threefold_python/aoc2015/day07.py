"""Some Assembly Required: a gate's turn comes once all that it reads have had theirs."""

from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

Gate = list[str]
Circuit = dict[str, Gate]

ALL_BITS = 65535
WIRE, NUMBER = "[a-z]{1,4}", r"\d{1,18}"
SIGNAL = f"(?:{WIRE}|{NUMBER})"
GATE = f"{SIGNAL}|NOT {WIRE}|{SIGNAL} (?:AND|OR) {SIGNAL}|{WIRE} [LR]SHIFT {NUMBER}"
FORM = (
    "expected a gate that drives a wire of its own, as y AND z -> x, with numbers to 65535 and shifts to 15"
)


def parse(text: str) -> Circuit:
    """Which gate drives each wire?"""
    circuit: Circuit = {}
    lines = Lines(text)
    while not lines.is_done():
        gate, wire = lines.line(
            f"({GATE}) -> ({WIRE})", FORM, valid=lambda gate, wire: fits(gate.split()) and wire not in circuit
        )
        circuit[wire] = gate.split()
    return circuit


def fits(gate: Gate) -> bool:
    """Are its numbers small enough?"""
    most = 15 if {"LSHIFT", "RSHIFT"} & set(gate) else ALL_BITS
    return all(int(word) <= most for word in gate if word.isdecimal())


def part1(circuit: Circuit) -> int:
    """Which signal does wire a carry?"""
    carried = signals(circuit)
    if "a" not in carried:
        raise NoAnswer("wire a gets no signal")
    return carried["a"]


def part2(circuit: Circuit) -> int:
    """And with that signal on wire b?"""
    return part1(circuit | {"b": [str(part1(circuit))]})


def signals(circuit: Circuit) -> dict[str, int]:
    """What does each wire carry? Nothing where a loop or a wire without a gate comes before."""
    order = TopologicalSorter({wire: wires(gate) for wire, gate in circuit.items()})
    with suppress(CycleError):  # it goes on with what is on no loop
        order.prepare()
    carried: dict[str, int] = {}
    while ready := order.get_ready():
        for wire in ready:
            if wire in circuit and all(other in carried for other in wires(circuit[wire])):
                carried[wire] = output(circuit[wire], carried)
        order.done(*ready)
    return carried


def wires(gate: Gate) -> list[str]:
    """Which wires does a gate read?"""
    return [word for word in gate if word.islower()]


def output(gate: Gate, carried: dict[str, int]) -> int:
    """What does a gate make of what the wires carry?"""

    def signal(word: str) -> int:
        return int(word) if word.isdecimal() else carried[word]

    match gate:
        case ["NOT", x]:
            return ALL_BITS ^ signal(x)
        case [x, "AND", y]:
            return signal(x) & signal(y)
        case [x, "OR", y]:
            return signal(x) | signal(y)
        case [x, "LSHIFT", places]:
            return signal(x) << int(places) & ALL_BITS
        case [x, "RSHIFT", places]:
            return signal(x) >> int(places)
    return signal(gate[0])
