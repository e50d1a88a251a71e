"""Race Condition: every pair of places is a cheat, if it is short and saves enough."""

SIZES = range(1, 1500)


def distances(free: dict[tuple[int, int], str], start: str) -> dict[tuple[int, int], int]:
    """How far is each place from one, wave after wave?"""
    wave = {place for place, sign in free.items() if sign == start}
    far: dict[tuple[int, int], int] = {}
    while wave:
        far.update(dict.fromkeys(wave, max(far.values(), default=-1) + 1))
        around = {(x + dx, y + dy) for x, y in wave for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0))}
        wave = {place for place in around if place in free and place not in far}
    return far


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input that has some."""
    signs = ((x, y, sign) for y, row in enumerate(text.split("\n")) for x, sign in enumerate(row))
    free = {(x, y): sign for x, y, sign in signs if sign != "#"}
    from_start, to_end = distances(free, "S"), distances(free, "E")
    (best,) = (steps for place, steps in from_start.items() if free[place] == "E")
    counts = [0, 0]
    for (x, y), before in from_start.items():
        for (x2, y2), after in to_end.items():
            steps = abs(x - x2) + abs(y - y2)
            if best - before - steps - after >= 100:
                counts[0] += steps <= 2
                counts[1] += steps <= 20
    return str(counts[0]), str(counts[1])
