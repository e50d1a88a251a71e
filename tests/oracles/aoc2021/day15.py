"""Chiton, naively: lower every total that a neighbour can lower, until none can be lowered any more."""


def lowest(risks: dict[tuple[int, int], int]) -> str:
    """The lowest total risk from the least position to the greatest."""
    totals = dict.fromkeys(risks, 9 * len(risks))
    totals[0, 0] = 0
    changed = True
    while changed:
        changed = False
        for (x, y), risk in risks.items():
            for neighbour in ((x - 1, y), (x, y - 1), (x + 1, y), (x, y + 1)):
                if neighbour in totals and totals[neighbour] + risk < totals[x, y]:
                    totals[x, y] = totals[neighbour] + risk
                    changed = True
    return str(totals[max(risks)])


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    rows = text.split("\n")
    width, height = len(rows[0]), len(rows)
    once = {(x, y): int(rows[y][x]) for x in range(width) for y in range(height)}
    repeated = {
        (x + i * width, y + j * height): risk + i + j if risk + i + j < 10 else risk + i + j - 9
        for (x, y), risk in once.items()
        for i in range(5)
        for j in range(5)
    }
    return lowest(once), lowest(repeated)
