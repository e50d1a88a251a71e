"""Makes reports that rise or fall, most of them with something wrong."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` reports of five to eight levels.

    Raises `ValueError` above 100000 reports.
    """
    if size > 100_000:
        raise ValueError("there are no more than 100000 reports")
    return "\n".join(" ".join(map(str, report(rng))) for _ in range(size))


def report(rng: Random) -> list[int]:
    steps = [rng.randint(1, 3) for _ in range(rng.randint(4, 7))]
    for _ in range(rng.choice((0, 1, 1, 2))):
        steps[rng.choice((0, rng.randrange(len(steps)), -1))] = rng.choice((0, -1, -3, 4, 7))
    levels = [sum(steps[:at]) for at in range(len(steps) + 1)]
    lowest = rng.randint(1, 99 - max(levels) + min(levels)) - min(levels)
    return [level + lowest for level in levels[:: rng.choice((1, -1))]]
