"""Claw Contraption: two equations, with one solution or many in a row, of which an end is cheapest."""

from collections.abc import Iterator
from typing import NamedTuple

from threefold_python.reading import Lines

FURTHER = 10**13


class Machine(NamedTuple):
    """How far the claw moves by button A and by button B, and where the prize is."""

    ax: int
    ay: int
    bx: int
    by: int
    x: int
    y: int


def parse(text: str) -> list[Machine]:
    """Which machines are there?"""
    return Lines(text).blocks(machine)


def machine(lines: Lines) -> Machine:
    """Which machine do three lines describe?"""
    words: list[str] = []
    for button in "AB":
        message = f"expected Button {button}: X+12, Y+34 with numbers from 1 to 99"
        words += lines.line(
            rf"Button {button}: X\+(\d+), Y\+(\d+)", message, 99, lambda x, y: int(x) * int(y) > 0
        )
    words += lines.line(
        r"Prize: X=(\d+), Y=(\d+)", "expected Prize: X=56, Y=78 with numbers to 999999", 999_999
    )
    return Machine(*map(int, words))


def part1(machines: list[Machine]) -> int:
    """What do all prizes cost that can be won, if no button is pressed more than 100 times?"""
    return sum(tokens(machine, 100) for machine in machines)


def part2(machines: list[Machine]) -> int:
    """And if prizes are much further away, and there is no limit?"""
    moved = (machine._replace(x=machine.x + FURTHER, y=machine.y + FURTHER) for machine in machines)
    return sum(tokens(machine, machine.x) for machine in moved)


def tokens(machine: Machine, most: int) -> int:
    """What does the prize cost at least? Nothing if it can't be won."""
    fine = (3 * a + b for a, b in presses(machine, most) if 0 <= a <= most and 0 <= b <= most)
    return min(fine, default=0)


def presses(machine: Machine, most: int) -> Iterator[tuple[int, int]]:
    """How often are A and B pressed to win? Of many ways, those with fewest A and fewest B."""
    ax, ay, bx, by, x, y = machine
    if determinant := ax * by - ay * bx:
        a, remainder = divmod(x * by - y * bx, determinant)
        b, other = divmod(ax * y - ay * x, determinant)
        if remainder == other == 0:
            yield a, b
    elif ax * y == ay * x:  # All is on one line, and as it is for X so it is for Y.
        yield from ((a, b) for a, b in fewest(ax, bx, x, most))
        yield from ((a, b) for b, a in fewest(bx, ax, x, most))


def fewest(one: int, other: int, goal: int, most: int) -> Iterator[tuple[int, int]]:
    """How seldom can one step be taken so that others, not too many, lead to the goal, or back to it?"""
    least = max(0, -((most * other - goal) // one))
    for times in range(least, least + other):
        if (goal - times * one) % other == 0:
            yield times, (goal - times * one) // other
            return
