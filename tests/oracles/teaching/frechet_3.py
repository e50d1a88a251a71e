"""Deep linear networks: in one weight the loss is a quadratic, so its neighbours tell the derivative."""

from itertools import chain

P = 2**61 - 1
SIZES = (*range(1, 61), 100, 150)


def solve(text: str) -> tuple[str, str]:
    _, *layers, ends = [
        [[int(word) for word in line.split()] for line in block.split("\n")] for block in text.split("\n\n")
    ]
    places = [(row, column) for row in chain(*layers) for column in range(len(row))]
    total = 0
    for number, (weights, column) in enumerate(places, 1):
        weight = weights[column]
        weights[column] = weight + 1
        more = loss(layers, *ends)
        weights[column] = weight - 1
        less = loss(layers, *ends)
        weights[column] = weight
        total += number * ((more - less) // 2)
    return str(loss(layers, *ends) % P), str(total % P)


def loss(layers: list[list[list[int]]], x: list[int], y: list[int]) -> int:
    for layer in layers:
        x = [sum(weight * value for weight, value in zip(row, x, strict=True)) for row in layer]
    return sum((one - other) ** 2 for one, other in zip(x, y, strict=True))
