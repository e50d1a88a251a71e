"""Extended Polymerization: what matters of a polymer is how often each pair of neighbours occurs in it."""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from threefold.contract import InvalidInput
from threefold_python.reading import numbered

TEMPLATE = re.compile(r"[A-Z]+")
RULE = re.compile(r"([A-Z])([A-Z]) -> ([A-Z])")

Pair = tuple[str, str]


class Manual(NamedTuple):
    template: str
    rules: dict[Pair, str]


def parse(text: str) -> Manual:
    (_, template), *rest = numbered(text)
    if not TEMPLATE.fullmatch(template):
        raise InvalidInput(1, "expected a template of capital letters")
    if rest and rest[0][1]:
        raise InvalidInput(2, "expected an empty line after the template")
    if len(rest) < 2:
        raise InvalidInput(1 + len(rest), "expected an empty line and rules after the template")
    rules: dict[Pair, str] = {}
    for number, line in rest[1:]:
        if not (match := RULE.fullmatch(line)):
            raise InvalidInput(number, "expected a rule as AB -> C")
        left, right, middle = match.groups()
        if (left, right) in rules:
            raise InvalidInput(number, "expected a pair that has no rule so far")
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
