"""LAN Party: the largest group in a set is a computer and the largest group in its later neighbours."""

from collections import defaultdict
from functools import cache
from itertools import combinations

from threefold_python.reading import Lines

LINK = "expected a new link of two computers as ca-mo, neither with more than 16 neighbours"
NEIGHBOURS = 16

Network = dict[str, set[str]]


def parse(text: str) -> Network:
    """Which neighbours has each computer?"""
    near: Network = defaultdict(set)

    def is_link(one: str, other: str) -> bool:
        """Is there none yet, and room for it? Then it is kept."""
        is_new = one != other and one not in near[other]
        near[one].add(other)
        near[other].add(one)
        return is_new and max(len(near[one]), len(near[other])) <= NEIGHBOURS

    lines = Lines(text)
    lines.block(r"([a-z]{2})-([a-z]{2})", LINK, valid=is_link)
    lines.end()
    return near


def part1(near: Network) -> int:
    """How many groups of three have a computer with t?"""
    return len(
        {
            frozenset((first, second, third))
            for first in near
            if first.startswith("t")
            for second, third in combinations(near[first], 2)
            if third in near[second]
        }
    )


def part2(near: Network) -> str:
    """Which is the largest group?"""
    later = {name: {other for other in others if other > name} for name, others in near.items()}

    @cache
    def largest(names: frozenset[str]) -> tuple[str, ...]:
        """The largest group in a set of computers, and of several the first."""
        groups = ((name, *largest(names & later[name])) for name in sorted(names))
        return max(groups, key=len, default=())

    return ",".join(largest(frozenset(near)))
