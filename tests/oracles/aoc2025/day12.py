"""Christmas Tree Farm: one present after another is laid at every place, in every way."""

from itertools import product

SIZES = range(1, 13)  # larger inputs have regions of up to 60 units, for which all places are too many


def solve(text: str) -> tuple[str, None]:
    *blocks, regions = text.split("\n\n")
    shapes = [
        [(y, x) for y, x in product(range(3), repeat=2) if block.split("\n")[y + 1][x] == "#"]
        for block in blocks
    ]
    return str(sum(fits(shapes, line) for line in regions.split("\n"))), None


def fits(shapes: list[list[tuple[int, int]]], line: str) -> bool:
    sides, counts = line.split(":")
    width, height = map(int, sides.split("x"))
    presents = [shape for shape, count in zip(shapes, counts.split(), strict=True) for _ in range(int(count))]
    if sum(map(len, presents)) > width * height:
        return False
    if len(presents) <= (width // 3) * (height // 3):
        return True

    def lay(rest: list[list[tuple[int, int]]], taken: frozenset[tuple[int, int]], begin: int) -> bool:
        """Presents of one shape come one after another, the places of their corners in order."""
        if not rest:
            return True
        present, *others = rest
        for at in range(begin, (width + 2) * (height + 2)):
            top, left = divmod(at, width + 2)
            for way in ways(present):
                units = {(top + y - 2, left + x - 2) for y, x in way}
                inside = all(0 <= y < height and 0 <= x < width for y, x in units)
                same = others and others[0] is present
                if inside and not units & taken and lay(others, taken | units, at if same else 0):
                    return True
        return False

    return lay(presents, frozenset(), 0)


def ways(present: list[tuple[int, int]]) -> set[frozenset[tuple[int, int]]]:
    found = set()
    for flip, turns in product((False, True), range(4)):
        way = [(y, 2 - x) if flip else (y, x) for y, x in present]
        for _ in range(turns):
            way = [(x, 2 - y) for y, x in way]
        found.add(frozenset(way))
    return found
