"""Linen Layout: towels are taken off a design's front in all ways; what is left alike is counted."""

from collections import Counter


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    first, _, *designs = text.split("\n")
    towels = first.split(", ")
    possible = ways = 0
    for design in designs:
        left = Counter({design: 1})
        found = 0
        while left:
            found += left.pop("", 0)
            shorter: Counter[str] = Counter()
            for rest, count in left.items():
                for towel in towels:
                    if rest.startswith(towel):
                        shorter[rest.removeprefix(towel)] += count
            left = shorter
        possible += found > 0
        ways += found
    return str(possible), str(ways)
