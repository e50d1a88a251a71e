"""Smoke Basin, naively: every location takes the number of a neighbour, until none changes."""

from collections import Counter


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    heights = {(x, y): int(digit) for y, row in enumerate(text.split("\n")) for x, digit in enumerate(row)}
    near = {
        (x, y): [place for place in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)) if place in heights]
        for x, y in heights
    }
    risk = sum(
        1 + height
        for place, height in heights.items()
        if all(height < heights[other] for other in near[place])
    )
    basin = {place: number for number, place in enumerate(heights) if heights[place] < 9}
    changed = True
    while changed:
        changed = False
        for place, number in basin.items():
            least = min([number, *(basin[other] for other in near[place] if other in basin)])
            if least < number:
                basin[place] = least
                changed = True
    first, second, third = sorted(Counter(basin.values()).values())[-3:]
    return str(risk), str(first * second * third)
