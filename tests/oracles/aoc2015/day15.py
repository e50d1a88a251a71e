"""Science for Hungry People: every mix, teaspoon by teaspoon."""

import re
from collections.abc import Iterator

SIZES = (*range(1, 13), 5151, 5151, 6000, 176851)


def mixes(count: int, left: int) -> Iterator[list[int]]:
    if count == 1:
        yield [left]
    else:
        for amount in range(left + 1):
            for others in mixes(count - 1, left - amount):
                yield [amount, *others]


def solve(text: str) -> tuple[str, str]:
    table = [list(map(int, re.findall(r"-?\d+", line))) for line in text.split("\n")]
    best = lean = 0
    for mix in mixes(len(table), 100):
        totals = [
            sum(amount * row[place] for amount, row in zip(mix, table, strict=True)) for place in range(5)
        ]
        score = 0 if min(totals[:4]) < 0 else totals[0] * totals[1] * totals[2] * totals[3]
        best = max(best, score)
        if totals[4] == 500:
            lean = max(lean, score)
    return str(best), str(lean)
