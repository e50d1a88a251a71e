"""Historian Hysteria: the smallest are taken out again and again, and equal numbers looked for everywhere."""

SIZES = range(1, 60)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    rows = [line.split() for line in text.split("\n")]
    left, right = [int(row[0]) for row in rows], [int(row[1]) for row in rows]
    similar = sum(number for number in left for other in right if other == number)
    distance = 0
    while left:
        distance += abs(min(left) - min(right))
        left.remove(min(left))
        right.remove(min(right))
    return str(distance), str(similar)
