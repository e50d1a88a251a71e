"""Lanternfish, naively: one fish at a time, and its children after it."""

from functools import cache


@cache
def family(timer: int, days: int) -> int:
    """How many fish one fish has become after a number of days, itself included."""
    if days == 0:
        return 1
    if timer == 0:
        return family(6, days - 1) + family(8, days - 1)
    return family(timer - 1, days - 1)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    timers = [int(timer) for timer in text.split(",")]
    return str(sum(family(timer, 80) for timer in timers)), str(sum(family(timer, 256) for timer in timers))
