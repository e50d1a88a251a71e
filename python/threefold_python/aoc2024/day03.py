"""Mull It Over: one regular expression finds all instructions."""

import re

from threefold_python.reading import fields

MESSAGE = "expected a line of printable ASCII"
INSTRUCTION = re.compile(r"mul\((\d{1,3}),(\d{1,3})\)|(do|don't)\(\)", re.ASCII)

Instruction = tuple[str, str, str]  # two factors, or a switch; what is not there is empty


def parse(text: str) -> list[Instruction]:
    """Which instructions are there?"""
    return [found for (line,) in fields(text, r"([ -~]+)", MESSAGE) for found in INSTRUCTION.findall(line)]


def part1(instructions: list[Instruction]) -> int:
    """What is the sum of all products?"""
    return sum(int(x) * int(y) for x, y, switch in instructions if not switch)


def part2(instructions: list[Instruction]) -> int:
    """What is the sum of those that are made while multiplications are on?"""
    total, on = 0, True
    for x, y, switch in instructions:
        if switch:
            on = switch == "do"
        elif on:
            total += int(x) * int(y)
    return total
