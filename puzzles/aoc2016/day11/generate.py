"""Makes floors with generators and microchips."""

from random import Random

FLOORS = ("first", "second", "third", "fourth")
KINDS = (
    *(
        "bismuth",
        "cadmium",
        "erbium",
        "gallium",
        "hafnium",
        "indium",
        "iridium",
        "lithium",
        "niobium",
        "osmium",
    ),
    *("palladium", "radium", "rhodium", "sodium", "tantalum", "uranium", "yttrium", "zinc"),
)


def generate(rng: Random, size: int) -> str:
    """As many pairs as have ``size`` sets, one of them together on the first floor.

    No microchip is below its generator, and the fourth floor is empty. Each such arrangement has an answer:
    all were tried.
    Raises `ValueError` from 256 sets on, which would be eight pairs.
    """
    if size >= 256:
        raise ValueError("no more than seven pairs are valid, which have 128 sets")
    more = max(1, size.bit_length() - 1) - 1
    while True:
        pairs = [(0, 0), *(rng.choice([(0, 0), (0, 1), (0, 2), (1, 1), (1, 2)]) for _ in range(more))]
        powered = {generator for generator, _ in pairs}
        if all(own == floor or floor not in powered for own, floor in pairs):
            break
    kinds = rng.sample(KINDS, len(pairs))
    things: list[list[str]] = [[] for _ in FLOORS]
    for kind, (generator, microchip) in zip(kinds, pairs, strict=True):
        things[generator].append(f"{article(kind)} {kind} generator")
        things[microchip].append(f"{article(kind)} {kind}-compatible microchip")
    for floor in things:
        rng.shuffle(floor)
    lines = zip(FLOORS, map(listed, things), strict=True)
    return "\n".join(f"The {floor} floor contains {found}." for floor, found in lines)


def article(kind: str) -> str:
    return "an" if kind[0] in "aeiou" else "a"


def listed(things: list[str]) -> str:
    """A list as one says it."""
    if len(things) < 3:
        return " and ".join(things) or "nothing relevant"
    return f"{', '.join(things[:-1])}, and {things[-1]}"
