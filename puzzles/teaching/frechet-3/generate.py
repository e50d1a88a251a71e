"""Makes deep linear networks: narrow and deep, wide and shallow, some that lose all they are given."""

from itertools import pairwise
from random import Random

MOST_WEIGHTS = 10**6


def generate(rng: Random, size: int) -> str:
    """A network with ``size`` weights, or some less; `ValueError` above a million."""
    if size > MOST_WEIGHTS:
        raise ValueError(f"a network has at most {MOST_WEIGHTS} weights")
    widest = 30 if size > 900 else min(rng.choice((2, 5, 30)), int(size**0.5))
    widths = [rng.randint(1, widest)]
    left = size
    while left >= widths[-1]:
        most = min(left // widths[-1], widest)
        widths.append(rng.randint((most + 1) // 2, most))
        left -= widths[-2] * widths[-1]
    most = rng.choice((9, 9, 99, 999))
    layers = [[numbers(rng, inputs, most) for _ in range(outputs)] for inputs, outputs in pairwise(widths)]
    if rng.random() < 0.1:
        layer = rng.choice(layers)
        layer[:] = [[0] * len(row) for row in layer]
    x, y = numbers(rng, widths[0], most), numbers(rng, widths[-1], most)
    blocks = [[widths], *layers, [x, y]]
    return "\n\n".join("\n".join(" ".join(map(str, row)) for row in rows) for rows in blocks)


def numbers(rng: Random, count: int, most: int) -> list[int]:
    return [rng.randint(-most, most) for _ in range(count)]
