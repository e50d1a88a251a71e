"""Firewall Rules: addresses between two neighbouring ends share one fate, and every range is asked for it."""

from itertools import pairwise

SIZES = (1, 2, 3, 10, 50, 200)


def solve(text: str) -> tuple[str, str]:
    ranges = [tuple(map(int, line.split("-"))) for line in text.split("\n")]
    ends = sorted({0, 2**32}.union(*({first, last + 1} for first, last in ranges)))
    allowed = [
        (start, end - start)
        for start, end in pairwise(ends)
        if not any(first <= start <= last for first, last in ranges)
    ]
    return str(allowed[0][0]), str(sum(length for _, length in allowed))
