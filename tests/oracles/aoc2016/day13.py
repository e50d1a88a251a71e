"""A Maze of Twisty Little Cubicles: distances that get shorter until none does."""

SIDE = 64
FAR = SIDE * SIDE


def solve(text: str) -> tuple[str | None, str]:
    number = int(text)
    distance = {(x, y): FAR for x in range(SIDE) for y in range(SIDE) if not wall(x, y, number)}
    distance[1, 1] = 0
    changes = True
    while changes:
        changes = False
        for x, y in distance:
            beside = ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1))
            shorter = 1 + min(distance.get(place, FAR) for place in beside)
            if shorter < distance[x, y]:
                distance[x, y] = shorter
                changes = True
    goal = distance.get((31, 39), FAR)
    return None if goal == FAR else str(goal), str(sum(steps <= 50 for steps in distance.values()))


def wall(x: int, y: int, number: int) -> bool:
    return f"{x * x + 3 * x + 2 * x * y + y + y * y + number:b}".count("1") % 2 == 1
