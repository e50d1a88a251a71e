"""Makes lists of roots and of places after their points."""

from random import Random

MOST, FIRST, LAST = 10**18 - 1, 10, 10**7


def generate(rng: Random, size: int) -> str:
    """One to five roots, or as many as it takes, whose places add up to ``size`` or are 10 to 25 each."""
    places = [FIRST + rng.randint(0, 15) for _ in range(rng.choice((0, 0, 1, 2, 4)))]
    rest = max(FIRST, size - sum(places))
    count = -(-rest // LAST)
    places += [(rest + number) // count for number in range(count)]
    rng.shuffle(places)
    return "\n".join(f"{number(rng)} {place}" for place in places)


def number(rng: Random) -> int:
    """A number of 1 to 18 digits; half of the time a square, or next to one.

    The root of (5 · 10^j)² + 1 has 0s up to its place j + 1, then 9s up to place 3j.
    """
    if rng.random() < 0.5:
        return rng.randint(1, 10 ** rng.randint(1, 18) - 1)
    root = rng.randint(1, 10**9 - 1)
    if rng.random() < 0.5:
        root = rng.choice((5, 25, 125)) * 10 ** rng.randint(0, 6)
    return min(MOST, max(1, root**2 + rng.choice((-2, -1, 0, 1, 2))))
