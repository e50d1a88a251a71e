"""Timing is Everything: every second is tried, each disc by itself."""

import re

SIZES = (1, 2, 3, 4, 5, 6)


def solve(text: str) -> tuple[str, str]:
    discs = [tuple(map(int, re.findall(r"\d+", line.replace("time=0", "")))) for line in text.split("\n")]
    return first_time(discs), first_time([*discs, (len(discs) + 1, 11, 0)])


def first_time(discs: list[tuple[int, ...]]) -> str:
    time = 0
    while any((start + time + number) % positions for number, positions, start in discs):
        time += 1
    return str(time)
