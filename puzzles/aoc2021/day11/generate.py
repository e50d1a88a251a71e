"""Makes rectangles of octopuses that will all flash at once."""

from collections.abc import Iterator
from itertools import islice
from math import isqrt
from random import Random


def generate(rng: Random, size: int) -> str:
    """About ``size`` octopuses with energies from 1 to 8, nearly as many in a column as in a row.

    There are at most 100. The energies are drawn until all octopuses flash at once, which is tried out.
    """
    if size > 100:
        raise ValueError("no more than 10 by 10 octopuses are valid")
    rows = isqrt(size)
    columns = min(size // rows, 10)
    while True:
        drawn = [[rng.randint(1, 8) for _ in range(columns)] for _ in range(rows)]
        if any(islice(_flashes(drawn), 500)):
            return "\n".join("".join(map(str, row)) for row in drawn)


def _flashes(rows: list[list[int]]) -> Iterator[bool]:
    """Do all flash, step by step? For each energy the octopuses that have it are the bits of a number."""
    stride = len(rows[0]) + 1  # between two rows is a bit that is nobody's
    places = [(y * stride + x, energy) for y, row in enumerate(rows) for x, energy in enumerate(row)]
    having = [sum(1 << place for place, energy in places if energy == level) for level in range(10)]
    everybody = sum(having)
    while True:
        having = [0, *having]
        flashed = 0
        while wave := having[10]:
            flashed |= wave
            having[10] = 0
            for shift in (1, stride - 1, stride, stride + 1):
                for hit in (wave << shift, wave >> shift):
                    for energy in range(9, 0, -1):
                        up = having[energy] & hit
                        having[energy] ^= up
                        having[energy + 1] |= up
        having = [flashed, *having[1:10]]
        yield flashed == everybody
