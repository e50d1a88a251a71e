"""Probably a Fire Hazard: lights are an array, and an instruction is an assignment to a slice of it."""

import numpy as np

from threefold.contract import InvalidInput
from threefold_python.reading import fields

PATTERN = r"(turn on|turn off|toggle) (\d+),(\d+) through (\d+),(\d+)"
MESSAGE = (
    "expected turn on, turn off or toggle 1,2 through 3,4, corners in order, to 999, at most 30000 lines"
)
MOST = 30_000

Instruction = tuple[str, tuple[slice, slice]]


def parse(text: str) -> list[Instruction]:
    """What is to be done, and with which lights?"""
    instructions = []
    for number, (what, *words) in enumerate(fields(text, PATTERN, MESSAGE, most=999), 1):
        left, top, right, bottom = map(int, words)
        if left > right or top > bottom or number > MOST:
            raise InvalidInput(number, MESSAGE)
        instructions.append((what, (slice(top, bottom + 1), slice(left, right + 1))))
    return instructions


def part1(instructions: list[Instruction]) -> int:
    """How many lights are on?"""
    on = np.zeros((1000, 1000), bool)
    for what, lights in instructions:
        match what:
            case "turn on":
                on[lights] = True
            case "turn off":
                on[lights] = False
            case "toggle":
                on[lights] ^= True
    return int(on.sum())


def part2(instructions: list[Instruction]) -> int:
    """How bright are all lights together?"""
    brightness = np.zeros((1000, 1000), np.int32)
    for what, lights in instructions:
        match what:
            case "turn on":
                brightness[lights] += 1
            case "turn off":
                brightness[lights] -= brightness[lights] > 0
            case "toggle":
                brightness[lights] += 2
    return int(brightness.sum())
