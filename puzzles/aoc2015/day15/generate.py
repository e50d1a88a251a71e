"""Makes ingredients for cookies."""

from math import comb
from random import Random

NAMES = ("Sugar", "Sprinkles", "Candy", "Chocolate", "Peanuts")
TEASPOONS, CALORIES = 100, 500


def generate(rng: Random, size: int) -> str:
    """As many ingredients as make ``size`` mixes or fewer; two for less than the 101 that two make.

    Raises `ValueError` above 17700000 mixes, a hundred times the official number.
    """
    if size > 17_700_000:
        raise ValueError("no more than five ingredients are valid")
    count = max(
        2, *(count for count in range(1, 6) if comb(TEASPOONS + count - 1, count - 1) <= max(size, 1))
    )
    calories = [1]
    while not any(reaches(one, other) for one in calories for other in calories):
        calories = [rng.randint(1, 9) for _ in range(count)]
    rows = [[rng.choice((0, 0, 0, 0, -1, -2, -3)) for _ in range(4)] for _ in range(count)]
    owners = rng.sample(range(count), count)
    for place in range(4):
        rows[owners[place % count]][place] = rng.randint(2, 5)
    lines = zip(rng.sample(NAMES, count), rows, calories, strict=True)
    return "\n".join(
        f"{name}: capacity {row[0]}, durability {row[1]}, flavor {row[2]}, texture {row[3]}, calories {own}"
        for name, row, own in lines
    )


def reaches(one: int, other: int) -> bool:
    """Is there a mix of two ingredients that has the calories which part 2 wants?"""
    return any(one * first + other * (TEASPOONS - first) == CALORIES for first in range(TEASPOONS + 1))
