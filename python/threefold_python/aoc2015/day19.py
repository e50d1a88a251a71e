"""Medicine for Rudolph: a chart says which stretches of the molecule an atom makes, and in how few steps."""

import re
from collections import defaultdict
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

REPLACEMENT = "expected a replacement as H => HO, with 2 to 16 atoms"
MEDICINE = "expected a molecule as HOH, of at most 1000 atoms"

Atoms = tuple[str, ...]


class Plant(NamedTuple):
    replacements: list[tuple[str, Atoms]]
    medicine: Atoms


def parse(text: str) -> Plant:
    """Which replacements are there, and what is to be made?"""
    lines = Lines(text)
    atom = "[A-Z][a-z]?"
    found = lines.block(rf"({atom}|e) => ((?:{atom}){{2,16}})", REPLACEMENT)
    lines.blank("expected an empty line")
    (medicine,) = lines.line(rf"((?:{atom}){{1,1000}})", MEDICINE)
    lines.end()
    return Plant(
        [(left, tuple(re.findall(atom, right))) for left, right in found], tuple(re.findall(atom, medicine))
    )


def part1(plant: Plant) -> int:
    """How many molecules come of one replacement in the medicine?"""
    made = set()
    for place, atom in enumerate(plant.medicine):
        before, after = "".join(plant.medicine[:place]), "".join(plant.medicine[place + 1 :])
        made |= {before + "".join(right) + after for left, right in plant.replacements if left == atom}
    return len(made)


def part2(plant: Plant) -> int:
    """In how few replacements does e become the medicine?"""
    size = len(plant.medicine)
    if size not in (made := chart(plant)[0].get(("e",), {})):
        raise NoAnswer("e never becomes the medicine")
    return made[size]


def chart(plant: Plant) -> list[dict[Atoms, dict[int, int]]]:
    """From each place on: what can be made into the medicine up to which ends, in how few steps?

    That is an atom, itself or by a replacement, or what a replacement makes, all of it or from some atom on.
    """
    lefts, tails = defaultdict(set), defaultdict(set)
    for left, right in plant.replacements:
        lefts[right].add(left)
        for place in range(len(right) - 1):
            tails[right[place : place + 1]].add(right[place + 1 :])
    size = len(plant.medicine)
    charts: list[dict[Atoms, dict[int, int]]] = [{} for _ in range(size + 1)]
    for start in reversed(range(size)):
        here: dict[int, dict[Atoms, int]] = defaultdict(dict)
        here[start + 1][plant.medicine[start : start + 1]] = 0
        for middle in range(start + 1, size + 1):
            found = here.get(middle, {})
            for molecule, steps in list(found.items()):
                for left in lefts.get(molecule, ()):
                    found[(left,)] = min(steps + 1, found.get((left,), steps + 1))
            for head, steps in found.items():
                charts[start].setdefault(head, {})[middle] = steps
                for tail in tails.get(head, ()):
                    for end, more in charts[middle].get(tail, {}).items():
                        here[end][head + tail] = min(steps + more, here[end].get(head + tail, steps + more))
    return charts
