"""All in a Single Night: all orders of the towns."""

from itertools import pairwise, permutations

SIZES = (1, 2, 4, 5, 8, 9, 12, 16, 32, 40, 64, 128, 256)


def solve(text: str) -> tuple[str, str]:
    distances: dict[frozenset[str], int] = {}
    for line in text.split("\n"):
        one, _, other, _, distance = line.split()
        distances[frozenset((one, other))] = int(distance)
    towns = {town for pair in distances for town in pair}
    lengths = [sum(distances[frozenset(pair)] for pair in pairwise(order)) for order in permutations(towns)]
    return str(min(lengths)), str(max(lengths))
