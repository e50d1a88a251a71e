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

    while len(gates) < size - 1:
        x, y = (rng.choice(wires[-9:]) for _ in range(2))
        kind, by = rng.randrange(4), rng.randint(1, 15)
        if kind == 0:
            either, both = add(f"{x} OR {y}"), add(f"{x} AND {y}")
            add(f"{either} AND {add(f'NOT {both}')}")
        elif kind == 1:
            add(f"{add(f'{x} RSHIFT {by}')} OR {add(f'{x} LSHIFT {16 - by}')}")
        elif kind == 2:
            lowest = add(f"1 AND {x}")
            add(f"{add(f'{x} RSHIFT 1')} OR {add(f'{lowest} LSHIFT 15')}")
        else:
            add(f"NOT {x}")
    gates[size - 1 :] = [f"{wires[size - 2]} -> a"]
    rng.shuffle(gates)
    return "\n".join(gates)
