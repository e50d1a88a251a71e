"""Print Queue: the rules are a comparison to sort by; afterwards each page stands before all later ones."""

from functools import cmp_to_key
from itertools import combinations
from typing import NamedTuple

from threefold_python.reading import Lines

RULE = "expected a rule as 47|53 for two pages from 10 to 99 that have none yet"
UPDATE = "expected an odd number of pages as 75,47,61, in just one order by the rules, in 20000 lines at most"
LONGEST = 20_000


class Update(NamedTuple):
    """Pages as they are printed, and in their right order."""

    printed: list[int]
    right: list[int]

    def middle(self) -> int:
        """Which page belongs in the middle?"""
        return self.right[len(self.right) // 2]


def parse(text: str) -> list[Update]:
    """Which pages does each update have, and in which order do they belong?"""
    lines = Lines(text)
    rules: set[tuple[int, int]] = set()
    updates: list[Update] = []

    def is_rule(*words: str) -> bool:
        """Is it the first for these pages? Then it is kept."""
        first, second = sorted(pages := (int(words[0]), int(words[1])))
        is_new = 10 <= first < second and not {(first, second), (second, first)} & rules
        rules.add(pages)
        return is_new

    def is_update(line: str) -> bool:
        """Have its pages one order by the rules? Then it is kept."""
        words = line.split(",")
        printed = [int(word) for word in words]
        right = sorted(printed, key=cmp_to_key(lambda a, b: -1 if (a, b) in rules else 1))
        updates.append(Update(printed, right))
        fits = len(words) % 2 == 1 and all(10 <= page < 100 for page in printed)
        fits = fits and all(len(word) <= 18 for word in words)
        return fits and len(updates) <= LONGEST and all(pair in rules for pair in combinations(right, 2))

    lines.block(r"(\d+)\|(\d+)", RULE, 99, is_rule)
    lines.blank("expected an empty line")
    lines.block(r"(\d+(?:,\d+){0,88})", UPDATE, valid=is_update)
    lines.end()
    return updates


def part1(updates: list[Update]) -> int:
    """What is the sum of the pages in the middle of updates that are in order?"""
    return sum(update.middle() for update in updates if update.printed == update.right)


def part2(updates: list[Update]) -> int:
    """And of the others, once they are in order?"""
    return sum(update.middle() for update in updates if update.printed != update.right)
