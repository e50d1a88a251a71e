"""Makes bytes that fall, until those on a diagonal leave no way."""

from random import Random

MOST = 350_000
LAST = 70


def generate(rng: Random, size: int) -> str:
    """``size`` bytes, all places of a diagonal among them, and no place twice before all are there.

    Raises `ValueError` above 350000 bytes.
    """
    if size > MOST:
        raise ValueError("there are no more than 350000 bytes")
    everywhere = [(x, y) for x in range(LAST + 1) for y in range(LAST + 1)]
    count = min(1024, size // 2)  # for which there has to be a way
    while True:
        away = rng.randrange(min(size, LAST + 1))
        diagonal = [(x, away - x) for x in range(away + 1)]
        gap = diagonal.pop(rng.randrange(len(diagonal)))
        others = [place for place in everywhere if place != gap and sum(place) != away]
        bytes_ = diagonal + rng.sample(others, min(len(others), size - 1 - away))
        rng.shuffle(bytes_)
        bytes_ += rng.choices(everywhere, k=size - 1 - len(bytes_))
        bytes_.insert(rng.randint(count, len(bytes_)), gap)
        if rng.random() < 0.5:  # round the other corner
            bytes_ = [(LAST - x, LAST - y) for x, y in bytes_]
        if is_open(set(bytes_[:count])):
            return "\n".join(f"{x},{y}" for x, y in bytes_)


def is_open(fallen: set[tuple[int, int]]) -> bool:
    """Is there a way?"""
    seen = {(0, 0)} - fallen
    stack = list(seen)
    while stack:
        x, y = stack.pop()
        for near in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
            if min(near) >= 0 and max(near) <= LAST and near not in fallen and near not in seen:
                seen.add(near)
                stack.append(near)
    return (LAST, LAST) in seen
