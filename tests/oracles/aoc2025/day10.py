"""Factory: every number of presses that a button may have is tried, one button after another."""

from itertools import combinations
from math import inf


def solve(text: str) -> tuple[str, str]:
    switches = counts = 0
    for line in text.split("\n"):
        lights, *buttons, counters = (part[1:-1] for part in line.split(" "))
        on = {place for place, light in enumerate(lights) if light == "#"}
        wired = [set(map(int, button.split(","))) for button in buttons]
        switches += min(map(len, (some for some in subsets(wired) if odd(some) == on)))
        counts += int(presses(wired, list(map(int, counters.split(",")))))
    return str(switches), str(counts)


def subsets(buttons: list[set[int]]) -> list[tuple[set[int], ...]]:
    return [some for size in range(len(buttons) + 1) for some in combinations(buttons, size)]


def odd(buttons: tuple[set[int], ...]) -> set[int]:
    return {place for place in range(10) if sum(place in button for button in buttons) % 2}


def presses(buttons: list[set[int]], left: list[int]) -> float:
    """The fewest presses; a counter that only the first button moves says how often it is pressed."""
    if not buttons:
        return inf if any(left) else 0
    first, *others = buttons
    forced = {left[place] for place in first if not any(place in button for button in others)}
    fewest = inf
    for times in forced if forced else range(min(left[place] for place in first) + 1):
        after = [count - times * (place in first) for place, count in enumerate(left)]
        if len(forced) < 2 and min(after) >= 0:
            fewest = min(fewest, times + presses(others, after))
    return fewest
