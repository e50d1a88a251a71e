"""Extended Polymerization: what matters of a polymer is how often each pair of neighbours occurs in it."""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from threefold_python.reading import Lines

LONGEST = 2000

Pair = tuple[str, str]


class Manual(NamedTuple):
    template: str
    rules: dict[Pair, str]


def parse(text: str) -> Manual:
    """With which polymer does it begin, and what comes between which pairs?"""
    lines = Lines(text)
    (template,) = lines.line(
        f"([A-Z]{{1,{LONGEST}}})", f"expected a template of 1 to {LONGEST} capital letters"
    )
    lines.blank("expected an empty line after the template")
    rules: dict[Pair, str] = {}
    while not rules or not lines.is_done():
        left, right, middle = lines.line(
            "([A-Z])([A-Z]) -> ([A-Z])",
            "expected a rule as AB -> C, for a pair that has none so far",
            valid=lambda left, right, _: (left, right) not in rules,
        )
        rules[left, right] = middle
    return Manual(template, rules)


def part1(manual: Manual) -> int:
    """By how much does the most frequent letter outnumber the rarest, after ten steps?"""
    return spread(letters_after(10, manual))


def part2(manual: Manual) -> int:
    """The same after forty steps."""
    return spread(letters_after(40, manual))


def spread(letters: Counter[str]) -> int:
    """By how much does the most frequent letter outnumber the rarest?"""
    return max(letters.values()) - min(letters.values())


def letters_after(steps: int, manual: Manual) -> Counter[str]:
    """How often does each letter occur after so many steps?"""
    letters = Counter(manual.template)
    pairs = Counter(pairwise(manual.template))
    for _ in range(steps):
        grown: Counter[Pair] = Counter()
        for (left, right), count in pairs.items():
            if middle := manual.rules.get((left, right)):
                letters[middle] += count
                grown[left, middle] += count
                grown[middle, right] += count
            else:
                grown[left, right] += count
        pairs = grown
    return letters
