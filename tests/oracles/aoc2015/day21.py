"""RPG Simulator 20XX: every set of things that may be bought, and every fight turn by turn."""

from itertools import chain, combinations

SHOP = {
    "weapon": {(8, 4, 0), (10, 5, 0), (25, 6, 0), (40, 7, 0), (74, 8, 0)},
    "armour": {(13, 0, 1), (31, 0, 2), (53, 0, 3), (75, 0, 4), (102, 0, 5)},
    "ring": {(25, 1, 0), (50, 2, 0), (100, 3, 0), (20, 0, 1), (40, 0, 2), (80, 0, 3)},
}
THINGS = [(kind, *numbers) for kind, things in SHOP.items() for numbers in sorted(things)]


def allowed(bag: tuple[tuple[str, int, int, int], ...]) -> bool:
    kinds = [thing[0] for thing in bag]
    return kinds.count("weapon") == 1 and kinds.count("armour") <= 1 and kinds.count("ring") <= 2


BAGS = list(filter(allowed, chain.from_iterable(combinations(THINGS, count) for count in range(1, 5))))


def solve(text: str) -> tuple[str | None, str | None]:
    points, strength, shield = (int(line.split(": ")[1]) for line in text.split("\n"))
    gold: dict[bool, list[int]] = {True: [], False: []}
    for bag in BAGS:
        damage, armour = sum(thing[2] for thing in bag), sum(thing[3] for thing in bag)
        mine, other = 100, points
        while True:
            other -= max(damage - shield, 1)
            if other <= 0:
                break
            mine -= max(strength - armour, 1)
            if mine <= 0:
                break
        gold[mine > 0].append(sum(thing[1] for thing in bag))
    return tuple(str(best(some)) if some else None for best, some in ((min, gold[True]), (max, gold[False])))  # type: ignore[return-value]
