"""Monkey Market: each buyer's numbers one by one, and of each four changes the first price."""

from collections import Counter
from itertools import pairwise

SIZES = (1, 10, 100)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    last = 0
    takings: Counter[tuple[int, ...]] = Counter()
    for line in text.split("\n"):
        secret = int(line)
        prices = [secret % 10]
        for _ in range(2000):
            secret = (secret ^ (secret * 64)) % 16777216
            secret = (secret ^ (secret // 32)) % 16777216
            secret = (secret ^ (secret * 2048)) % 16777216
            prices.append(secret % 10)
        last += secret
        changes = [after - before for before, after in pairwise(prices)]
        sold: dict[tuple[int, ...], int] = {}
        for place in range(4, 2001):
            sold.setdefault(tuple(changes[place - 4 : place]), prices[place])
        takings.update(sold)
    return str(last), str(max(takings.values()))
