"""Makes an adder, gives its wires random names, swaps four pairs of outputs and shuffles its gates."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import product
from random import Random

LETTERS = "bcdfghjkmnpqrstvw"
Gate = tuple[str, str, str, str]  # an input, the operation, another input, the output


def generate(rng: Random, size: int) -> str:
    """Numbers of ``size`` bits, or of 5 if that is less.

    Swapped are outputs of different kinds, half the time within a bit and half the time anywhere.

    Raises `ValueError` above 62 bits.
    """
    if size > 62:
        raise ValueError("there are no more than 62 bits")
    gates = list(adder(bits := max(5, size)))
    rng = Random(rng.getrandbits(64))  # many draws may be in vain
    while is_circular(found := swapped(rng, gates, rng.random() < 0.5)):
        pass
    inner = [gate[3] for gate in gates if gate[3][0] != "z"]
    names = map("".join, rng.sample(list(product(LETTERS, repeat=3)), len(inner)))
    named = dict(zip(inner, names, strict=True))
    rng.shuffle(found)
    values = [f"{letter}{bit:02}: {rng.randrange(2)}" for letter in "xy" for bit in range(bits)]
    lines = []
    for a, operation, b, output in found:
        a, b = rng.sample((a, b), 2)
        a, b, output = (named.get(wire, wire) for wire in (a, b, output))
        lines.append(f"{a} {operation} {b} -> {output}")
    return "\n".join([*values, "", *lines])


def adder(bits: int) -> Iterator[Gate]:
    """The gates from the lowest bit on; an inner wire is called by its kind and its bit."""
    yield "x00", "XOR", "y00", "z00"
    yield "x00", "AND", "y00", "c00"
    for bit in range(1, bits):
        here, carry = f"{bit:02}", f"c{bit - 1:02}"
        yield f"x{here}", "XOR", f"y{here}", f"s{here}"
        yield f"x{here}", "AND", f"y{here}", f"b{here}"
        yield f"s{here}", "XOR", carry, f"z{here}"
        yield f"s{here}", "AND", carry, f"d{here}"
        yield f"b{here}", "OR", f"d{here}", f"c{here}" if bit < bits - 1 else f"z{bits:02}"


def swapped(rng: Random, gates: list[Gate], is_near: bool) -> list[Gate]:
    """Each output that changes goes where none of its kind belongs, so no other four swaps will do."""
    goes = {"s": "c", "d": "b"}  # where c and b go, too; the last carry is a bit of z
    kinds = {name: goes.get(name[0], name[0]) for *_, name in gates} | {gates[-1][3]: "zc"}
    pairs: dict[str, str] = {}
    while len(pairs) < 8:
        one, other = rng.sample(list(kinds), 2)
        is_new = one not in pairs and other not in pairs and not {*kinds[one]} & {*kinds[other]}
        if is_new and (one[1:] == other[1:] or not is_near):
            pairs |= {one: other, other: one}
    return [(a, operation, b, pairs.get(output, output)) for a, operation, b, output in gates]


def is_circular(gates: list[Gate]) -> bool:
    try:
        TopologicalSorter({output: (a, b) for a, _, b, output in gates}).prepare()
    except CycleError:
        return True
    return False
