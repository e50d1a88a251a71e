"""Snailfish: a number is its digits with their depths, in a row; the rules are said as they are."""

from functools import reduce
from itertools import accumulate, permutations

from threefold.contract import NoAnswer
from threefold_python.reading import fields

DEEPEST = 4

ELEMENT = "[0-9]"
for _ in range(DEEPEST):
    PAIR = rf"\[{ELEMENT},{ELEMENT}\]"
    ELEMENT = f"(?:[0-9]|{PAIR})"

Number = list[tuple[int, int]]  # the regular numbers from left to right, and how many pairs each is in


def parse(text: str) -> list[Number]:
    """Which numbers are there?"""
    message = "expected a pair of pairs and digits, nested at most four deep"
    return [number(line) for (line,) in fields(text, f"({PAIR})", message)]


def number(line: str) -> Number:
    """How deep is each digit of a line?"""
    depths = accumulate((char == "[") - (char == "]") for char in line)
    return [(int(char), depth) for char, depth in zip(line, depths, strict=True) if char.isdigit()]


def part1(numbers: list[Number]) -> int:
    """What is the magnitude of all numbers' sum?"""
    return magnitude(reduce(add, numbers))


def part2(numbers: list[Number]) -> int:
    """What is the largest magnitude that two of the numbers have as a sum?"""
    if len(numbers) < 2:
        raise NoAnswer("there are no two numbers to add")
    return max(magnitude(add(left, right)) for left, right in permutations(numbers, 2))


def add(left: Number, right: Number) -> Number:
    """What is the sum of two numbers, reduced?"""
    number = [(value, depth + 1) for value, depth in left + right]
    while explode(number) or split(number):
        pass
    return number


def explode(number: Number) -> bool:
    """Is some pair too deep? Then the first one's values go to its neighbours."""
    for at, (left, depth) in enumerate(number):
        if depth > DEEPEST:
            right, _ = number[at + 1]
            number[at : at + 2] = [(0, depth - 1)]
            spill(number, at - 1, left)
            spill(number, at + 1, right)
            return True
    return False


def spill(number: Number, at: int, more: int) -> None:
    """Adds to a regular number, if there is one."""
    if 0 <= at < len(number):
        value, depth = number[at]
        number[at] = (value + more, depth)


def split(number: Number) -> bool:
    """Is some value too large? Then the first one becomes a pair of its halves."""
    for at, (value, depth) in enumerate(number):
        if value >= 10:
            number[at : at + 1] = [(value // 2, depth + 1), (value - value // 2, depth + 1)]
            return True
    return False


def magnitude(number: Number) -> int:
    """How large is a number, if a pair is 3 times its left and 2 times its right?"""
    seen: Number = []
    for value, depth in number:
        while seen and seen[-1][1] == depth:
            left, _ = seen.pop()
            value, depth = 3 * left + 2 * value, depth - 1
        seen.append((value, depth))
    return seen[0][0]
