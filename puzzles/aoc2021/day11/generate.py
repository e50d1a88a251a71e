"""Makes rectangles of octopuses that will all flash at once."""

from collections.abc import Iterator
from itertools import count, islice
from math import isqrt
from random import Random

Energies = dict[tuple[int, int], int]


def generate(rng: Random, size: int) -> str:
    """About ``size`` octopuses with energies from 1 to 8, nearly as many in a column as in a row.

    There are at most 100. The energies are drawn until all octopuses flash at once, which is tried out.
    """
    if size > 100:
        raise ValueError("no more than 10 by 10 octopuses are valid")
    rows = isqrt(size)
    columns = min(size // rows, 10)
    for _ in count():
        drawn = [[rng.randint(1, 8) for _ in range(columns)] for _ in range(rows)]
        energies = {(x, y): energy for y, row in enumerate(drawn) for x, energy in enumerate(row)}
        if rows * columns in islice(_flashes(energies), 500):
            break
    return "\n".join("".join(map(str, row)) for row in drawn)


def _flashes(energies: Energies) -> Iterator[int]:
    """How many flash in each step? All that are ready do so together, wave after wave."""
    while True:
        energies = {place: energy + 1 for place, energy in energies.items()}
        while wave := {place for place, energy in energies.items() if energy > 9}:
            energies = {place: _after(place, energy, wave) for place, energy in energies.items()}
        yield sum(energy == 0 for energy in energies.values())


def _after(place: tuple[int, int], energy: int, wave: set[tuple[int, int]]) -> int:
    """An octopus's energy after a wave: 0 if it has flashed."""
    x, y = place
    near = {(x + column, y + row) for column in (-1, 0, 1) for row in (-1, 0, 1)}
    return 0 if place in wave or energy == 0 else energy + len(near & wave)
