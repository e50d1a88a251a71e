"""Makes tables of two groups, of whom some said yes."""

from math import sqrt
from random import Random

MOST = 5000


def generate(rng: Random, size: int) -> str:
    """A table of ``size`` people, two at least and 10000 at most, among three of up to 40."""
    sizes = [min(size, rng.randint(2, 40)) for _ in range(3)]
    sizes.insert(rng.randint(0, 3), size)
    return "\n".join(table(rng, min(max(2, people), 2 * MOST)) for people in sizes)


def table(rng: Random, people: int) -> str:
    """Two groups with similar shares of yes; now and then all and none, all or none, or equal shares."""
    least = max(1, people - MOST)
    first = people // 2 if rng.random() < 0.4 else rng.randint(least, people - least)
    groups = [first, people - first]
    share = rng.choice([0.5, 0.05, rng.random()])
    yes = [yeses(rng, group, share) for group in groups]
    kind = rng.random()
    if kind < 0.1:
        yes = [groups[0], 0]
    elif kind < 0.2:
        yes = [group * rng.randint(0, 1) for group in groups]
    elif kind < 0.3:
        yes[1] = round(yes[0] * groups[1] / groups[0])
    return " ".join(f"{one}/{group}" for one, group in zip(yes, groups, strict=True))


def yeses(rng: Random, group: int, share: float) -> int:
    """About as many as that share of a group, one or two deviations more or fewer."""
    deviation = sqrt(group * share * (1 - share))
    normal = Random(rng.getrandbits(64)).gauss  # Hypothesis draws infinite ones
    return min(group, max(0, round(group * share + normal(0, 1.5) * deviation)))
