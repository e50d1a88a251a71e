"""Arithmetic Logic Unit: its blocks push digits on a stack, and a digit that pops another has to match it."""

import operator
import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbered

FORM = re.compile(r"(?:(inp)|(add|mul|div|mod|eql)) ([wxyz])(?(2) (?:([wxyz])|(-?)0*([0-9]{1,9})))")

OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "add": operator.add,
    "mul": operator.mul,
    "div": lambda a, b: int(Fraction(a, b)),
    "mod": operator.mod,
    "eql": lambda a, b: int(a == b),
}

BLOCK = """\
inp w
mul x 0
add x z
mod x 26
div z {divisor}
add x {guess}
eql x w
eql x 0
mul y 0
add y 25
mul y x
add y 1
mul z y
mul y 0
add y w
add y {extra}
mul y x
add z y"""
LENGTH = 18
DIGITS = range(1, 10)

NO_BLOCKS = NoAnswer("the program is not fourteen blocks that push a digit or pop one")
NONE_ACCEPTED = NoAnswer("the program accepts no model number")


class Instruction(NamedTuple):
    """What is done to a variable, and with which other variable or number."""

    operation: str
    variable: str
    operand: str | int


class Block(NamedTuple):
    """The three numbers in which blocks differ."""

    divisor: int
    guess: int
    extra: int


class Pair(NamedTuple):
    """Two digits that meet on the stack: where they are, and by how much the second is larger."""

    first: int
    second: int
    offset: int


def parse(text: str) -> list[Instruction]:
    """Which instructions does the program have?"""
    return [instruction(line, number) for number, line in numbered(text)]


def instruction(line: str, number: int) -> Instruction:
    """What does a line say?"""
    if not (form := FORM.fullmatch(line)):
        raise InvalidInput(
            number,
            "expected inp and a variable, or add, mul, div, mod or eql, a variable,"
            " and a variable or a number of at most nine digits",
        )
    read, operation, variable, other, sign, digits = form.groups()
    return Instruction(read or operation, variable, other or int(f"{sign or ''}{digits or 0}"))


def part1(program: list[Instruction]) -> int:
    """Which is the largest model number that is accepted?"""
    return accepted(program, max)


def part2(program: list[Instruction]) -> int:
    """Which is the smallest model number that is accepted?"""
    return accepted(program, min)


def accepted(program: list[Instruction], best: Callable[[Iterable[int]], int]) -> int:
    """Which model number is accepted, of the best digits there are?"""
    digits = [0] * 14
    for first, second, offset in pairs(blocks(program)):
        possible = [digit for digit in DIGITS if digit + offset in DIGITS]
        if not possible:
            raise NONE_ACCEPTED
        digits[first] = best(possible)
        digits[second] = digits[first] + offset
    if result(program, digits) != 0:
        raise NONE_ACCEPTED
    return int("".join(map(str, digits)))


def blocks(program: list[Instruction]) -> list[Block]:
    """Which fourteen blocks is the program made of?"""
    if len(program) != 14 * LENGTH:
        raise NO_BLOCKS
    return [block(program[start : start + LENGTH]) for start in range(0, len(program), LENGTH)]


def block(lines: list[Instruction]) -> Block:
    """Which block are these lines?"""
    match [lines[at].operand for at in (4, 5, 15)]:
        case [int(divisor), int(guess), int(extra)] if (
            lines == parse(BLOCK.format(divisor=divisor, guess=guess, extra=extra))
            and (divisor == 26 or (divisor == 1 and guess >= 10))
            and 0 <= extra <= 16
        ):
            return Block(divisor, guess, extra)
    raise NO_BLOCKS


def pairs(blocks: list[Block]) -> list[Pair]:
    """Which digits meet on the stack?"""
    found = []
    stack = []
    for place, (divisor, guess, extra) in enumerate(blocks):
        if divisor == 1:
            stack.append((place, extra))
        elif stack:
            first, pushed = stack.pop()
            found.append(Pair(first, place, pushed + guess))
        else:
            raise NO_BLOCKS
    if stack:
        raise NONE_ACCEPTED
    return found


def result(program: list[Instruction], digits: list[int]) -> int:
    """What is in z when the program has run?"""
    variables = dict.fromkeys("wxyz", 0)
    inputs = iter(digits)
    for operation, variable, operand in program:
        if operation == "inp":
            variables[variable] = next(inputs)
        else:
            other = operand if isinstance(operand, int) else variables[operand]
            variables[variable] = OPERATIONS[operation](variables[variable], other)
    return variables["z"]
