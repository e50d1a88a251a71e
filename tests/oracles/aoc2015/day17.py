"""No Such Thing as Too Much: every set of containers."""

from collections import Counter
from itertools import combinations

SIZES = (*range(1, 15), 17, 20)


def solve(text: str) -> tuple[str, str]:
    containers = list(map(int, text.split()))
    ways = Counter(
        count
        for count in range(len(containers) + 1)
        for chosen in combinations(containers, count)
        if sum(chosen) == 150
    )
    return str(ways.total()), str(ways[min(ways)])
