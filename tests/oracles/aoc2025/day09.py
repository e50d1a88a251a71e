"""Movie Theater: a tile is outside if a ray to its left crosses the loop evenly; a few tell all."""

from itertools import combinations, product

SIZES = (*range(1, 20), 40, 80, 160, 300)


def solve(text: str) -> tuple[str, str]:
    red = [tuple(map(int, line.split(","))) for line in text.split("\n")]
    lines = list(zip(red, red[1:] + red[:1], strict=True))

    def outside(x: int, y: int) -> bool:
        on = any(
            min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2)
            for (x1, y1), (x2, y2) in lines
        )
        crossed = sum(x1 == x2 < x and min(y1, y2) < y + 0.5 < max(y1, y2) for (x1, y1), (x2, y2) in lines)
        return not on and crossed % 2 == 0

    xs, ys = (sorted({at + by for at in axis for by in (-1, 0, 1)}) for axis in zip(*red, strict=True))
    bad = [(x, y) for x, y in product(xs, ys) if outside(x, y)]
    part1 = part2 = 0
    for one, other in combinations(red, 2):
        (x1, x2), (y1, y2) = (sorted(axis) for axis in zip(one, other, strict=True))
        area = (x2 - x1 + 1) * (y2 - y1 + 1)
        part1 = max(part1, area)
        if area > part2 and not any(x1 <= x <= x2 and y1 <= y <= y2 for x, y in bad):
            part2 = area
    return str(part1), str(part2)
