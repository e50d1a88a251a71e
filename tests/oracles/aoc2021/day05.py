"""Hydrothermal Venture: every point of every line is counted."""

from collections import Counter


def solve(text: str) -> tuple[str, str]:
    """How many points were counted at least twice, without and with the slanted lines."""
    straight: Counter[tuple[int, int]] = Counter()
    slanted: Counter[tuple[int, int]] = Counter()
    for line in text.split("\n"):
        start, end = line.split(" -> ")
        (x1, y1), (x2, y2) = (map(int, point.split(",")) for point in (start, end))
        counter = straight if x1 == x2 or y1 == y2 else slanted
        x, y = x1, y1
        counter[x, y] += 1
        while (x, y) != (x2, y2):
            x += (x2 > x) - (x2 < x)
            y += (y2 > y) - (y2 < y)
            counter[x, y] += 1
    part1, part2 = (sum(count > 1 for count in counts.values()) for counts in (straight, straight + slanted))
    return str(part1), str(part2)
