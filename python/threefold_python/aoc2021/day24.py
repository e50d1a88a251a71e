"""Arithmetic Logic Unit: its blocks push digits on a stack, and a digit that pops another has to match it."""

import re
from collections.abc import Callable, Iterable

from threefold.contract import NoAnswer
from threefold_python.reading import fields

# A number, if there is one, is the second group.
INSTRUCTION = r"(inp [w-z]|(?:add|mul|div|mod|eql) [w-z] (?:[w-z]|(?=-?\d)))((?:(?<= )-?\d+)?)"
LARGEST = 999_999_999
WRONG = (
    "expected inp and a variable, or add, mul, div, mod or eql, a variable,"
    " and a variable or a number of at most nine digits"
)

# With gaps for what z is divided by, what is added to its last place when that is compared with the digit,
# and what is added to the digit when that becomes the last place.
BLOCK = (
    "inp w; mul x 0; add x z; mod x 26; div z (1|26); add x (-?[0-9]+); eql x w; eql x 0; mul y 0; add y 25; "
    "mul y x; add y 1; mul z y; mul y 0; add y w; add y ([0-9]|1[0-6]); mul y x; add z y"
).replace("; ", "\n")
DIGITS = range(1, 10)

NO_BLOCKS = NoAnswer("the program is not fourteen blocks that push a digit or pop one")
NONE_ACCEPTED = NoAnswer("the program accepts no model number")


def parse(text: str) -> str:
    """What is the program, without zeros in front of its numbers?"""
    lines = fields(text, INSTRUCTION, WRONG, LARGEST)
    return "\n".join(words + str(int(number)) if number else words for words, number in lines)


def part1(program: str) -> int:
    """Which is the largest model number that is accepted?"""
    return accepted(program, max)


def part2(program: str) -> int:
    """Which is the smallest model number that is accepted?"""
    return accepted(program, min)


def accepted(program: str, best: Callable[[Iterable[int]], int]) -> int:
    """Which model number is accepted, of the best digits there are?"""
    digits = [0] * 14
    for first, second, offset in pairs(program):
        possible = [digit for digit in DIGITS if digit + offset in DIGITS]
        if not possible:
            raise NONE_ACCEPTED
        digits[first] = best(possible)
        digits[second] = digits[first] + offset
    return int("".join(map(str, digits)))


def pairs(program: str) -> list[tuple[int, int, int]]:
    """Which digits meet on the stack: which first, which second, and by how much is the second larger?"""
    found = []
    stack: list[tuple[int, int]] = []
    blocks = re.split("\n(?=inp)", program)
    for place, lines in enumerate(blocks):
        if len(blocks) != 14 or not (block := re.fullmatch(BLOCK, lines)):
            raise NO_BLOCKS
        divisor, guess, extra = map(int, block.groups())
        if divisor == 1 and guess >= 10:
            stack.append((place, extra))
        elif divisor == 26 and stack:
            first, pushed = stack.pop()
            found.append((first, place, pushed + guess))
        else:
            raise NO_BLOCKS
    if stack:
        raise NONE_ACCEPTED
    return found
