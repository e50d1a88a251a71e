"""It Hangs in the Balance: first groups by size and product, as long as the rest does not divide as well."""

from collections.abc import Iterator
from math import prod

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbers

MESSAGE = "expected a weight from 1 to 999, on at most 32 lines"

Group = tuple[int, ...]


def parse(text: str) -> Group:
    """How much does each package weigh?"""
    weights = []
    for number, (weight,) in enumerate(numbers(text, r"(\d+)", MESSAGE, 999), 1):
        if number > 32 or weight == 0:
            raise InvalidInput(number, MESSAGE)
        weights.append(weight)
    return tuple(weights)


def part1(weights: Group, groups: int = 3) -> int:
    """What is the least product of a smallest first group, if the packages are put into groups as heavy?"""
    share, over = divmod(sum(weights), groups)
    packages = tuple(sorted(weights, reverse=True))
    # What is no multiple of a divisor is made of packages, one of which is none.
    too_few = any(
        share % divisor and sum(package % divisor > 0 for package in packages) < groups
        for divisor in range(2, packages[0] + 1)
    )
    if over or packages[0] > share or too_few:
        raise NoAnswer("the packages can't be put into groups as heavy")
    for size in range(1, len(packages) + 1):
        for group in sorted(chosen(packages, size, share), key=prod):
            if divides(without(packages, group), share):
                return prod(group)
    raise NoAnswer("the packages can't be put into groups as heavy")


def part2(weights: Group) -> int:
    """And with four groups?"""
    return part1(weights, groups=4)


def chosen(packages: Group, size: int, weight: int) -> Iterator[Group]:
    """Which different groups of a size have a weight? Packages come with the heaviest first."""
    if size == 0 and weight == 0:
        yield ()
    for place, package in enumerate(packages[: len(packages) - size + 1] if size else ()):
        if package * size < weight:
            return  # all that follow are too light
        if package <= weight and package not in packages[place - 1 : place]:
            for group in chosen(packages[place + 1 :], size - 1, weight - package):
                yield (package, *group)


def divides(packages: Group, share: int) -> bool:
    """Can packages be put into groups of a weight? One has the heaviest."""
    if not packages:
        return True
    return any(
        divides(without(packages[1:], group), share)
        for size in range(len(packages))
        for group in chosen(packages[1:], size, share - packages[0])
    )


def without(packages: Group, group: Group) -> Group:
    """What is left when a group is taken?"""
    left = list(packages)
    for package in group:
        left.remove(package)
    return tuple(left)
