"""Makes ingredients for cookies."""

from math import comb
from random import Random

NAMES = ("Sugar", "Sprinkles", "Candy", "Chocolate", "Peanuts")
TEASPOONS, CALORIES_EACH = 100, 5


def generate(rng: Random, size: int) -> str:
    """As many ingredients as make ``size`` mixes or fewer; two for less than the 101 that two make.

    Some mix has 500 calories, and no total of 0 or less. Raises `ValueError` above 17700000 mixes.
    """
    if size > 17_700_000:
        raise ValueError("no more than five ingredients are valid")
    fitting = (count for count in (3, 4, 5) if comb(TEASPOONS + count - 1, count - 1) <= size)
    count = max(2, *fitting, 0)
    mix, calories = shares(rng, count)
    rows = [[0] * 4 for _ in mix]
    order = rng.sample(range(count), count) * 2
    for place in range(4):  # what one ingredient has, the next one takes away
        owner, other = order[place % count], order[place % count + 1]
        rows[owner][place] = most = rng.randint(2, 5)
        fewer = (most * mix[owner] - 1) // mix[other]
        rows[other][place] = -rng.randint(min(1, fewer), min(3, fewer))
    lines = zip(rng.sample(NAMES, count), rows, calories, strict=True)
    return "\n".join(
        f"{name}: capacity {row[0]}, durability {row[1]}, flavor {row[2]}, texture {row[3]}, calories {own}"
        for name, row, own in lines
    )


def shares(rng: Random, count: int) -> tuple[list[int], list[int]]:
    """Teaspoons of a mix, and calories that make 500: what one of a pair has more, the other has less."""
    groups = (count + 1) // 2
    cuts = [0, *sorted(rng.sample(range(10, TEASPOONS, 10), groups - 1)), TEASPOONS]
    mix, calories = [], []
    for number in range(groups):
        share = cuts[number + 1] - cuts[number]
        one, other = rng.choice(((1, 1), (1, 4), (2, 3), (3, 2), (4, 1)))
        sign = rng.choice((-1, 1))
        if len(mix) + 1 == count:
            mix, calories = [*mix, share], [*calories, CALORIES_EACH]
        else:
            mix += [share * one // (one + other), share * other // (one + other)]
            calories += [CALORIES_EACH + sign * other, CALORIES_EACH - sign * one]
    return mix, calories
