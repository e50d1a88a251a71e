"""Gradients of traces: difference quotients of whole numbers, exact as the step is the modulus."""

from functools import reduce

import numpy as np

P = 2**61 - 1
SIZES = (*range(1, 25), 40)


def solve(text: str) -> tuple[str, str]:
    given, terms = (part.split("\n") for part in text.split("\n\n"))
    matrices = {}
    for line in given[1:]:
        name, rows = line.split(" = ")
        matrices[name] = np.array(
            [[int(word) for word in row.split()] for row in rows.split(";")], dtype=object
        )
    value, x = f(matrices, terms), matrices["X"]
    gradient = []
    for row in range(len(x)):
        slopes = []
        for column in range(len(x[0])):
            step = 0 * x
            step[row, column] = P
            slopes.append(str(nearest((f(matrices | {"X": x + step}, terms) - value) // P)))
        gradient.append(" ".join(slopes))
    return str(nearest(value)), "\n".join(gradient)


def f(matrices: dict[str, np.ndarray], terms: list[str]) -> int:
    total = 0
    for term in terms:
        sign, *names = term.split()
        factors = [matrices[name[0]].T if name.endswith("'") else matrices[name] for name in names]
        total += int(sign + "1") * reduce(np.matmul, factors).trace()
    return total


def nearest(number: int) -> int:
    return min(number % P, number % P - P, key=abs)
