"""Playground: circuits as sets of boxes, all pairs sorted by distance and by place on the list."""

from itertools import combinations
from math import dist, prod

SIZES = (*range(1, 13), 45, 200, 1300, 2500)  # more than 1000 pairs, too


def solve(text: str) -> tuple[str, str]:
    boxes = [tuple(map(int, line.split(","))) for line in text.split("\n")]

    def apart(pair: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        one, other = pair
        return round(dist(boxes[one], boxes[other]) ** 2), pair

    circuits = [{at} for at in range(len(boxes))]
    part1 = part2 = None
    for turn, (one, other) in enumerate(sorted(combinations(range(len(boxes)), 2), key=apart), 1):
        joined = [circuit for circuit in circuits if one in circuit or other in circuit]
        circuits = [circuit for circuit in circuits if circuit not in joined] + [set[int]().union(*joined)]
        if turn <= 1000:
            part1 = prod(sorted(map(len, circuits))[-3:])
        if len(joined) == 2 and len(circuits) == 1:
            part2 = boxes[one][0] * boxes[other][0]
    return str(part1), str(part2)
