"""Makes circuits that mix a signal by exclusive or and by rotation."""

from collections.abc import Iterator
from itertools import product
from random import Random
from string import ascii_lowercase


def names() -> Iterator[str]:
    """Names for wires but a and b, the short ones first."""
    for length in range(1, 5):
        for letters in product(ascii_lowercase, repeat=length):
            if (name := "".join(letters)) not in "ab":
                yield name


def generate(rng: Random, size: int) -> str:
    """``size`` gates in any order, all values of which follow from b."""
    unused = names()
    if size < 2:
        return f"{rng.randint(1, 65535)} -> a"
    gates, wires = [f"{rng.randint(1, 65535)} -> b"], ["b"]

    def add(gate: str) -> str:
        gates.append(f"{gate} -> {(wire := next(unused))}")
        wires.append(wire)
        return wire

    x, y = "b", add(str(rng.randint(1, 65535)))
    while len(gates) < size - 1:  # a step can be undone, so that what b says is never lost
        by = rng.randint(1, 15)
        high = f"1 AND {y}" if by == 1 else y if rng.random() < 0.7 else f"NOT {y}"
        if high != y:
            high = add(high)
        turned = add(f"{add(f'{y} RSHIFT {by}')} OR {add(f'{high} LSHIFT {16 - by}')}")
        either, both = add(f"{x} OR {turned}"), add(f"{x} AND {turned}")
        x, y = y, add(f"{either} AND {add(f'NOT {both}')}")
    gates[size - 1 :] = [f"{wires[size - 2]} -> a"]
    rng.shuffle(gates)
    return "\n".join(gates)
