"""An Elephant Named Joseph: a round leaves a slice of a range, which is a range again."""

from threefold_python.reading import Lines

MESSAGE = "expected a number from 1 to 1000000000"


def parse(text: str) -> int:
    """How many elves are there?"""
    lines = Lines(text)
    (elves,) = lines.line(r"(\d+)", MESSAGE, most=10**9, valid=lambda number: int(number) > 0)
    lines.end()
    return int(elves)


def part1(elves: int) -> int:
    """Who has all presents, if each elf takes from the next?"""
    circle = range(1, elves + 1)
    while len(circle) > 1:
        # The last of an odd number takes from the first, who has just had a turn.
        circle = circle[2::2] if len(circle) % 2 else circle[::2]
    return circle[0]


def part2(elves: int) -> int:
    """And if each takes from the one across the circle? The last does at a power of three."""
    power = 1
    while 3 * power < elves:
        power *= 3
    if elves == 1:
        return 1
    # From there on, the place grows by one for each elf up to twice the power, and then by two.
    return max(elves - power, 2 * elves - 3 * power)
