"""Grid Computing: all pairs are tried; part 2 looks at whatever can be in the nodes after any moves."""

import re

SIZES = (1, 2, 4, 6)

State = tuple[tuple[int, ...], int]  # what is used of each node, and where the data are


def solve(text: str) -> tuple[str, str | None]:
    nodes = [tuple(map(int, re.findall(r"\d+", line)))[:4] for line in text.split("\n")[2:]]
    sizes = [size for *_, size, _ in nodes]
    used = tuple(used for *_, used in nodes)
    pairs = sum(
        0 < used[one] <= sizes[other] - used[other]
        for one in range(len(nodes))
        for other in range(len(nodes))
        if one != other
    )
    start = used, max(at for at, (_, y, *_) in enumerate(nodes) if y == 0)
    return str(pairs), moves([(x, y) for x, y, *_ in nodes], sizes, start)


def moves(places: list[tuple[int, int]], sizes: list[int], start: State) -> str | None:
    beside = [
        (one, other)
        for one, (x, y) in enumerate(places)
        for other, (z, w) in enumerate(places)
        if abs(x - z) + abs(y - w) == 1
    ]
    seen, reached, steps = {start}, [start], 0
    while reached and start[0][start[1]]:
        if any(data == 0 for _, data in reached):
            return str(steps)
        following = []
        for used, data in reached:
            for one, other in beside:
                if 0 < used[one] <= sizes[other] - used[other]:
                    after = list(used)
                    after[one], after[other] = 0, used[one] + used[other]
                    following.append((tuple(after), other if data == one else data))
        reached = list(set(following) - seen)
        seen.update(reached)
        steps += 1
    return None
