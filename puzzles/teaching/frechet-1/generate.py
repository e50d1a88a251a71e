"""Makes sums of traces: walks from shape to shape that end where they begin."""

from random import Random

MOST_FACTORS, MOST_TERMS = 100, 20


def generate(rng: Random, size: int) -> str:
    """A function with so many factors; `ValueError` above 2000."""
    if size > MOST_FACTORS * MOST_TERMS:
        raise ValueError(f"there are at most {MOST_FACTORS * MOST_TERMS} factors")
    large = size > 12
    shape = (5, 4) if large else (rng.randint(1, 3), rng.randint(1, 3))
    if not large and rng.random() < 0.05:
        shape = (rng.randint(1, 20), rng.randint(1, 20))
    most = 999 if large else rng.choice((1, 9, 999))
    # One of each shape, so that there is a way from any to any.
    shapes = [(0, 0), (1, 1), *((rng.randint(0, 1), rng.randint(0, 1)) for _ in range(rng.randint(0, 5)))]
    kinds = dict(zip("ABCDEFG", shapes, strict=False)) | {"X": (0, 1)}
    given = [
        f"{name} = {matrix(rng, [shape[side] for side in sides], most)}" for name, sides in kinds.items()
    ]
    steps = [(name, *sides) for name, sides in kinds.items()]
    steps += [(f"{name}'", right, left) for name, (left, right) in kinds.items()]
    terms = []
    count = min(MOST_TERMS, -(-size // 20)) if large else rng.randint(1, size)
    for number in range(count):
        start = here = rng.randint(0, 1)
        names = []
        for left in range((size + number) // count, 0, -1):
            name, _, here = rng.choice(
                [step for step in steps if step[1] == here and (left > 1 or step[2] == start)]
            )
            names.append(name)
        terms.append(f"{rng.choice('+-')} {' '.join(names)}")
    head = f"constants {len(given) - 1} terms {count}"
    return "\n".join([head, *given, "", *terms])


def matrix(rng: Random, shape: list[int], most: int) -> str:
    height, width = shape
    return "; ".join(" ".join(str(rng.randint(-most, most)) for _ in range(width)) for _ in range(height))
