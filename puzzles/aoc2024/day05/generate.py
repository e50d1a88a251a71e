"""Makes rules that have no common order, and updates that have one."""

from itertools import combinations
from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` updates, of pages that are near each other on a circle; half of them in order.

    Raises `ValueError` above 20000 updates.
    """
    if size > 20_000:
        raise ValueError("there are no more than 20000 updates")
    circle = rng.sample(range(10, 100), 49 if size > 50 else rng.choice((9, 25, 49)))
    count = len(circle)
    rules = []
    for first, second in combinations(range(count), 2):
        if second - first > count // 2:
            first, second = second, first  # the shorter way round
        rules.append(f"{circle[first]}|{circle[second]}")
    rng.shuffle(rules)
    return "\n".join([*rules, "", *(update(rng, circle) for _ in range(size))])


def update(rng: Random, circle: list[int]) -> str:
    half, start = len(circle) // 2, rng.randrange(len(circle))
    near = [circle[(start + at) % len(circle)] for at in range(half + 1)]
    length = rng.randrange(1, min(half, 23) + 1, 2)
    chosen = sorted(rng.sample(range(len(near)), length))
    if rng.random() < 0.5:
        rng.shuffle(chosen)
    return ",".join(str(near[at]) for at in chosen)
