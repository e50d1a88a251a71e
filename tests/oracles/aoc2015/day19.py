"""Medicine for Rudolph: all molecules that come of the medicine, and all that lead to it, step by step."""

import re

SIZES = (*range(1, 13), 20, 30, 40)


def replaced(
    molecule: tuple[str, ...], left: tuple[str, ...], right: tuple[str, ...]
) -> set[tuple[str, ...]]:
    """What comes of one replacement, anywhere."""
    places = range(len(molecule) - len(left) + 1)
    return {
        molecule[:at] + right + molecule[at + len(left) :]
        for at in places
        if molecule[at : at + len(left)] == left
    }


def solve(text: str) -> tuple[str, str]:
    above, medicine = text.split("\n\n")
    rules = [
        tuple(tuple(re.findall("[A-Z][a-z]?|e", side)) for side in line.split(" => "))
        for line in above.split("\n")
    ]
    whole = tuple(re.findall("[A-Z][a-z]?", medicine))
    made = set().union(*(replaced(whole, left, right) for left, right in rules))
    steps, before = 0, {whole}
    while before and ("e",) not in before:
        before = {one for each in before for left, right in rules for one in replaced(each, right, left)}
        steps += 1
    return str(len(made)), str(steps)
