"""Crossed Wires: wires ask for what they wait for, and their pairs are shared out in all ways."""

from collections.abc import Iterator
from functools import cache
from itertools import permutations, product

SIZES = (1, 2, 5, 6)
Wanted = dict[tuple[str, frozenset[str]], str]


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    above, below = text.split("\n\n")
    start = dict(line.split(": ") for line in above.split("\n"))
    words = [line.split() for line in below.split("\n")]
    gates = {word[4]: word[:3] for word in words}

    @cache
    def value(name: str) -> int:
        if name in start:
            return int(start[name])
        a, operation, b = gates[name]
        both = value(a) + value(b)
        return int(both == 2 if operation == "AND" else both > 0 if operation == "OR" else both == 1)

    number = sum(value(name) << int(name[1:]) for name in gates if name[0] == "z" and name[1:].isdigit())
    now = {(word[1], frozenset((word[0], word[2]))): word[4] for word in words}
    (names,) = {",".join(sorted(changes)) for changes in repairs(now, len(start) // 2)}
    return str(number), names


def repairs(now: Wanted, bits: int) -> Iterator[dict[str, str]]:
    """What eight outputs become, if they change in pairs and all is an adder then."""
    x_and_y = [frozenset((f"x{bit:02}", f"y{bit:02}")) for bit in range(bits)]
    inner = [(operation, tuple(inputs)) for operation, inputs in now if inputs not in x_and_y]
    for sums in shared([inputs for operation, inputs in inner if operation == "XOR"]):
        wanted = {("XOR", x_and_y[0]): "z00", ("AND", x_and_y[0]): sums[0][1]}
        for bit in range(1, bits):
            a, _ = sums[bit - 1]
            wanted |= {("XOR", x_and_y[bit]): a, ("XOR", frozenset(sums[bit - 1])): f"z{bit:02}"}
        if len(changed(now, wanted)) > 8:
            continue
        for halves in shared([inputs for operation, inputs in inner if operation == "OR"]):
            for bit in range(1, bits):
                c, d = halves[bit - 1]
                wanted |= {("AND", x_and_y[bit]): c, ("AND", frozenset(sums[bit - 1])): d}
                wanted[("OR", frozenset((c, d)))] = sums[bit][1] if bit < bits - 1 else f"z{bits:02}"
            changes = changed(now, wanted)
            if len(changes) == 8 and all(changes.get(new) == old for old, new in changes.items()):
                yield changes


def shared(pairs: list[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """All orders of pairs, each pair in both orders."""
    for order in permutations(pairs):
        for turns in product((1, -1), repeat=len(order)):
            yield [pair[::turn] for pair, turn in zip(order, turns, strict=True)]


def changed(now: Wanted, wanted: Wanted) -> dict[str, str]:
    return {now[gate]: output for gate, output in wanted.items() if now[gate] != output}
