"""Resonant Collinearity: every place is asked about every two antennas."""

from itertools import combinations

SIZES = (1, 2, 3, 5, 10, 30, 100, 400, 2500)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    rows = text.split("\n")
    antennas = [(x, y) for y, row in enumerate(rows) for x, sign in enumerate(row) if sign != "."]
    pairs = [
        (one, other)
        for one, other in combinations(antennas, 2)
        if rows[one[1]][one[0]] == rows[other[1]][other[0]]
    ]
    twice = in_line = 0
    for y in range(len(rows)):
        for x in range(len(rows[0])):
            aligned = [
                ((a - x, b - y), (c - x, d - y))
                for (a, b), (c, d) in pairs
                if (a - x) * (d - y) == (b - y) * (c - x)
            ]
            in_line += bool(aligned)
            twice += any((2 * a, 2 * b) == (c, d) or (a, b) == (2 * c, 2 * d) for (a, b), (c, d) in aligned)
    return str(twice), str(in_line)
