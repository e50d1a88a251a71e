"""Small network: one piece after the other, each as far as no unit at its start changes its mind."""

from fractions import Fraction
from itertools import pairwise

import numpy as np

SIZES = (*range(1, 25), 30, 40)


def solve(text: str) -> tuple[str, str]:
    _, *blocks = [block.split("\n") for block in text.split("\n\n")]
    rows = [[list(map(int, line.split())) for line in block] for block in blocks]
    *layers, (a, b) = [np.array(block, dtype=object) for block in rows]
    t, pieces, values = Fraction(0), [], []
    while t < 1:
        form, end = np.stack([b - a, a]), Fraction(1)
        for layer in layers:
            form = form @ layer[:, :-1].T + np.outer([0, 1], layer[:, -1])
            if layer is layers[-1]:
                break
            for unit in range(form.shape[1]):
                slope, height = form[:, unit]
                if slope and t < Fraction(-height, slope) < end:
                    end = Fraction(-height, slope)
                # Just after t: by its value there, or by its slope where that is 0.
                if (slope * t + height, slope) <= (0, 0):
                    form[:, unit] = 0
        pieces.append(tuple(form[0]))
        values += [max(form[0] * moment + form[1]) for moment in (t, end)]
        t = end
    changes = sum(one != two for one, two in pairwise(pieces))
    ends = "\n".join(" ".join(map(str, run(layers, point))) for point in (a, b))
    return ends, f"{1 + changes} {max(values)}"


def run(layers: list[np.ndarray], point: np.ndarray) -> np.ndarray:
    for number, layer in enumerate(layers, 1):
        point = layer @ np.append(point, 1)
        if number < len(layers):
            point = np.where(point > 0, point, 0)
    return point
