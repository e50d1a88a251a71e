"""Makes rectangles of octopuses that will all flash at once."""

from math import isqrt
from random import Random

LARGEST = 100


def generate(rng: Random, size: int) -> str:
    """About ``size`` octopuses, nearly as many in a column as in a row; at most 100 by 100 are valid.

    Whether they ever flash all at once is tried out. If not, the energies are drawn anew and nearer to each
    other, and equal ones at last. More than 200 with any energies hardly ever do: theirs are never far apart.
    """
    if size > LARGEST**2:
        raise ValueError("no more than 100 by 100 octopuses are valid")
    rows = isqrt(size)
    columns = min(size // rows, LARGEST)
    for spread in (8, 8, 8, 5, 5, 4, 3, 0):
        if spread == 8 and size > 200:
            continue
        least = rng.randint(1, 9 - spread)
        energies = [[rng.randint(least, least + spread) for _ in range(columns)] for _ in range(rows)]
        if spread == 0 or _flash_at_once(energies):
            break
    return "\n".join("".join(map(str, row)) for row in energies)


def _flash_at_once(rows: list[list[int]]) -> bool:
    """Do all flash at once in the first 500 steps?"""
    never = -1_000_000
    stride = len(rows[0]) + 1
    border = [never] * stride
    energies = [*border, *(energy for row in rows for energy in (*row, never)), *border]
    around = (-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1)
    for _ in range(500):
        energies = [energy + 1 for energy in energies]
        flashing = [place for place, energy in enumerate(energies) if energy > 9]
        for place in flashing:
            for further in around:
                energies[place + further] += 1
                if energies[place + further] == 10:
                    flashing.append(place + further)
        for place in flashing:
            energies[place] = 0
        if len(flashing) == len(rows) * len(rows[0]):
            return True
    return False
