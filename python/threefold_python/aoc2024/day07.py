"""Bridge Repair: from the last number back, which values must the numbers before it have made?"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from threefold_python.reading import Lines

FORM = (
    "expected a test value to 999999999999999 and 2 to 12 numbers from 1 to 999 as 45: 2 7 5, "
    "in at most 9000 lines"
)
MOST_LINES = 9000
MOST_VALUE = 10**15 - 1

Undo = Callable[[int, int], Iterator[int]]


class Equation(NamedTuple):
    value: int
    numbers: list[int]


def parse(text: str) -> list[Equation]:
    """Which value should come of which numbers?"""
    equations: list[Equation] = []

    def is_equation(value: str, words: str) -> bool:
        """Is all of it within its limits? Then it is kept."""
        numbers = [int(word) for word in words.split() if len(word) <= 18]
        equations.append(Equation(int(value), numbers))
        fits = 2 <= len(numbers) == words.count(" ") <= 12 and min(numbers) >= 1 and max(numbers) <= 999
        return fits and len(equations) <= MOST_LINES

    lines = Lines(text)
    lines.block(r"(\d{1,18}):((?: \d+)+)", FORM, MOST_VALUE, is_equation)
    lines.end()
    return equations


def part1(equations: list[Equation]) -> int:
    """What is the sum of the values that can come of adding and multiplying?"""
    return sum(value for value, numbers in equations if can_be(value, numbers, [subtract, divide]))


def part2(equations: list[Equation]) -> int:
    """And of joining digits, too?"""
    return sum(value for value, numbers in equations if can_be(value, numbers, [subtract, divide, cut]))


def can_be(value: int, numbers: list[int], undos: list[Undo]) -> bool:
    """Can some operators between the numbers make the value?"""
    first, *others = numbers
    values = {value}
    for number in reversed(others):
        values = {before for undo in undos for after in values for before in undo(after, number)}
    return first in values


def subtract(value: int, number: int) -> Iterator[int]:
    """What has to be there for a value to come of adding a number?"""
    if value > number:
        yield value - number


def divide(value: int, number: int) -> Iterator[int]:
    """And of multiplying?"""
    if value % number == 0:
        yield value // number


def cut(value: int, number: int) -> Iterator[int]:
    """And of joining the digits?"""
    end = 10 ** len(str(number))
    if value > number and value % end == number:
        yield value // end
