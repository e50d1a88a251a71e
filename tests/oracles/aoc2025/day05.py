"""Cafeteria: each ingredient against each range; IDs are counted between all ends that there are."""

from itertools import pairwise


def solve(text: str) -> tuple[str, str]:
    above, below = text.split("\n\n")
    ranges = [tuple(map(int, line.split("-"))) for line in above.split("\n")]

    def fresh(number: int) -> bool:
        return any(first <= number <= last for first, last in ranges)

    ends = sorted({end for first, last in ranges for end in (first, last + 1)})
    different = sum(after - end for end, after in pairwise(ends) if fresh(end))
    return str(sum(fresh(int(line)) for line in below.split("\n"))), str(different)
