"""Printing Department: rolls are taken one by one, and the whole floor is looked at again after each."""


def solve(text: str) -> tuple[str, str]:
    rolls = {(x, y) for y, row in enumerate(text.split("\n")) for x, sign in enumerate(row) if sign == "@"}

    def reachable() -> list[tuple[int, int]]:
        near = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)]
        return [(x, y) for x, y in rolls if sum((x + i, y + j) in rolls for i, j in near) < 4]

    part1, all_rolls = len(reachable()), len(rolls)
    while some := reachable():
        rolls.remove(some[-1])
    return str(part1), str(all_rolls - len(rolls))
