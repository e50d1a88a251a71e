"""Dumbo Octopus, naively: while there are some who have more energy than 9 and did not flash, one flashes."""


def step(energies: dict[tuple[int, int], int]) -> int:
    """How many octopuses flash in the next step?"""
    for place in energies:
        energies[place] += 1
    flashed: set[tuple[int, int]] = set()
    while ready := {place for place, energy in energies.items() if energy > 9} - flashed:
        x, y = min(ready)
        flashed.add((x, y))
        for place in energies:
            if place != (x, y) and abs(place[0] - x) <= 1 and abs(place[1] - y) <= 1:
                energies[place] += 1
    for place in flashed:
        energies[place] = 0
    return len(flashed)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    energies = {(x, y): int(digit) for y, row in enumerate(text.split("\n")) for x, digit in enumerate(row)}
    everybody = len(energies)
    counts: list[int] = []
    while len(counts) < 100 or everybody not in counts:
        counts.append(step(energies))
    return str(sum(counts[:100])), str(counts.index(everybody) + 1)
