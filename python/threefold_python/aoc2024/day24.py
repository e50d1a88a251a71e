"""Crossed Wires: an adder is followed from its lowest bit, and outputs are swapped on trial."""

from collections.abc import Iterable, Iterator
from operator import and_, or_, xor
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

VALUE = "expected a value as x00: 1, from x00 on, and then as many from y00 on, of 62 bits at most"
GATE = "expected a gate as abc AND x00 -> z01, of two wires that have values or gates, with a new output"
MOST_BITS = 62
SWAPS = 4
OPERATIONS = {"AND": and_, "OR": or_, "XOR": xor}


class Gate(NamedTuple):
    """An operation, and the wires that it is done with."""

    operation: str
    inputs: frozenset[str]


class Circuit(NamedTuple):
    """How many bits a number has, values to begin with, and the gate that each other wire comes from."""

    bits: int
    values: dict[str, int]
    gates: dict[str, Gate]


def parse(text: str) -> Circuit:
    """Which values and gates are there?"""
    lines = Lines(text)
    values: dict[str, int] = {}
    gates: dict[str, Gate] = {}

    def is_next(name: str, value: str) -> bool:
        """Is it the value that comes next? Then it is kept."""
        bits = sum(kept[0] == "x" for kept in values)
        is_x = name == f"x{bits:02}" and bits == len(values) < MOST_BITS
        is_y = name == f"y{len(values) - bits:02}" and len(values) < 2 * bits
        values[name] = int(value)
        return is_x or is_y

    def is_gate(a: str, operation: str, b: str, output: str) -> bool:
        """Are its wires different, and is the output new? Then it is kept."""
        is_new = output not in values and output not in gates and len(gates) < most
        is_known = output[0] != "z" or not output[1:].isdecimal() or output in sums
        gates[output] = Gate(operation, frozenset((a, b)))
        return a != b and is_new and is_known

    lines.block(r"([xy]\d\d): ([01])", VALUE, valid=is_next)
    bits = sum(name[0] == "x" for name in values)
    if len(values) < 2 * bits:
        raise lines.fault(VALUE)
    lines.blank("expected an empty line")
    most, sums = 5 * bits - 3, {wire("z", bit) for bit in range(bits + 1)}
    lines.block(r"([a-z\d]{3}) (AND|OR|XOR) ([a-z\d]{3}) -> ([a-z\d]{3})", GATE, valid=is_gate)
    lines.end()
    needed = sums.union(*(gate.inputs for gate in gates.values()))
    if len(gates) < most or not needed <= values.keys() | gates.keys():
        raise lines.fault(GATE)
    return Circuit(bits, values, gates)


def wire(letter: str, bit: int) -> str:
    """What is the wire of a number's bit called?"""
    return f"{letter}{bit:02}"


def part1(circuit: Circuit) -> int:
    """Which number do the wires with z make?"""
    values, waiting = dict(circuit.values), dict(circuit.gates)
    while ready := [output for output, gate in waiting.items() if gate.inputs <= values.keys()]:
        for output in ready:
            operation, inputs = waiting.pop(output)
            values[output] = OPERATIONS[operation](*(values[name] for name in inputs))
    sums = [wire("z", bit) for bit in range(circuit.bits + 1)]
    if not values.keys() >= set(sums):
        raise NoAnswer("a wire waits for itself")
    return sum(values[name] << bit for bit, name in enumerate(sums))


def part2(circuit: Circuit) -> str:
    """Which eight outputs are swapped?"""
    found: set[str] = set()
    for names in Repair(circuit).sets():
        found.add(names)
        if len(found) > 1:
            break
    if len(found) != 1:
        raise NoAnswer("not just one set of four swaps makes an adder")
    return found.pop()


class State(NamedTuple):
    """What becomes of each output about which that is settled, and the outputs that change."""

    settled: dict[str, str]
    swapped: frozenset[str]


class Repair:
    """A circuit whose gates have the right inputs, and maybe wrong outputs."""

    def __init__(self, circuit: Circuit):
        self.bits = circuit.bits
        self.outputs = {gate: output for output, gate in circuit.gates.items()}
        self.partners: dict[str, dict[str, str]] = {"XOR": {}, "OR": {}, "AND": {}}
        for operation, inputs in self.outputs:
            if not inputs & circuit.values.keys():
                a, b = inputs
                self.partners[operation] |= {a: b, b: a}
        self.misfits = {output for gate, output in self.outputs.items() if not self.fits(gate, output)}

    def fits(self, gate: Gate, output: str) -> bool:
        """Is it an output that goes where such a gate's output has to go?"""
        is_lowest, is_half = "x00" in gate.inputs, not gate.inputs <= self.partners["XOR"].keys()
        if gate.operation == "OR" or (gate.operation == "AND" and is_lowest):
            return output in self.partners["XOR"] or output == wire("z", self.bits)
        if gate.operation == "AND":
            return output in self.partners["OR"]
        return output in self.partners["XOR"] if is_half and not is_lowest else output[0] == "z"

    def sets(self) -> Iterator[str]:
        """With which four swaps is it an adder?"""
        lowest = frozenset((wire("x", 0), wire("y", 0)))
        for state in self.settle(State({}, frozenset()), (Gate("XOR", lowest), wire("z", 0))):
            for _, swapped in self.adders(1, Gate("AND", lowest), state):
                if len(swapped) == 2 * SWAPS:
                    yield ",".join(sorted(swapped))

    def adders(self, bit: int, carry: Gate, state: State) -> Iterator[State]:
        """How can it add from this bit on, with a carry from a gate?"""
        if bit == self.bits:
            yield from self.settle(state, (carry, wire("z", bit)))
            return
        inputs = frozenset((wire("x", bit), wire("y", bit)))
        half_sum, half_carry = Gate("XOR", inputs), Gate("AND", inputs)
        for a, b in self.pairs("XOR", half_sum, carry, state):
            both = frozenset((a, b))
            sums = (half_sum, a), (carry, b), (Gate("XOR", both), wire("z", bit))
            for with_sum in self.settle(state, *sums):
                other = Gate("AND", both)
                for c, d in self.pairs("OR", half_carry, other, with_sum):
                    for with_carry in self.settle(with_sum, (half_carry, c), (other, d)):
                        yield from self.adders(bit + 1, Gate("OR", frozenset((c, d))), with_carry)

    def pairs(self, operation: str, one: Gate, other: Gate, state: State) -> list[tuple[str, str]]:
        """Which two wires that share a gate may come out of two gates?"""
        partners = self.partners[operation]
        a, b = self.outputs.get(one, ""), self.outputs.get(other, "")
        firsts: Iterable[str] = partners
        if a in state.settled:
            firsts = [state.settled[a]]
        elif b in state.settled:
            firsts = [partners.get(state.settled[b], "")]
        elif len(self.misfits | state.swapped | {a, b}) > 2 * SWAPS:  # one stays, or each becomes the other
            firsts = {a, partners.get(b, ""), b}
        return [(first, partners[first]) for first in firsts if first in partners]

    def settle(self, state: State, *wishes: tuple[Gate, str]) -> Iterator[State]:
        """If some gates can have these outputs, each by one swap at most: what is settled then?"""
        settled, swapped = state
        for gate, wanted in wishes:
            output = self.outputs.get(gate, "")
            if output != wanted:
                swapped |= {output, wanted}
            is_free = settled.get(output, wanted) == wanted and settled.get(wanted, output) == output
            if not output or not is_free or len(self.misfits | swapped) > 2 * SWAPS:
                return
            settled = settled | {output: wanted, wanted: output}
        yield State(settled, swapped)
