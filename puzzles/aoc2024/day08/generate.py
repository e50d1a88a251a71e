"""Makes cities with a few antennas of each frequency."""

from math import isqrt
from random import Random
from string import ascii_letters, digits

LIMIT = 500


def generate(rng: Random, size: int) -> str:
    """A city of about ``size`` places, a square in which one in twelve or fewer has an antenna.

    A small one may be a rectangle. Raises `ValueError` beyond 500 by 500 places.
    """
    if size > LIMIT**2:
        raise ValueError("no more than 500 by 500 places are valid")
    side = isqrt(size)
    width, height = (side, side) if side > 4 else (rng.randint(1, side + 2), rng.randint(1, side + 2))
    places = [(x, y) for y in range(height) for x in range(width)]
    signs = rng.sample(digits + ascii_letters, min(62, size // 50 + 1))
    alike = rng.choice((3, 4, 4, 9)) if size < 2000 else 4
    wanted = [sign for sign in signs for _ in range(rng.randint(2, alike))]
    rows = [["."] * width for _ in range(height)]
    for sign, (x, y) in zip(wanted, rng.sample(places, min(len(places), len(wanted))), strict=False):
        rows[y][x] = sign
    return "\n".join(map("".join, rows))
