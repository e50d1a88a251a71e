"""Secret Entrance: on a line without end instead of a circle, zeros are the multiples of 100."""

from itertools import accumulate, pairwise

from threefold_python.reading import fields

START, NUMBERS = 50, 100


def parse(text: str) -> list[int]:
    """By how much does each rotation move the pointer, a turn to the left being negative?"""
    rows = fields(text, r"([LR])(0*[1-9]\d*)", "expected L or R and a number from 1 to 999", most=999)
    return [int(clicks) if direction == "R" else -int(clicks) for direction, clicks in rows]


def pointers(rotations: list[int]) -> list[int]:
    """Where is the pointer at first and after each rotation, if the numbers go on beyond 99 and below 0?"""
    return list(accumulate(rotations, initial=START))


def part1(rotations: list[int]) -> int:
    """How many rotations end at 0?"""
    return sum(pointer % NUMBERS == 0 for pointer in pointers(rotations))


def part2(rotations: list[int]) -> int:
    """How many clicks move the pointer to 0?"""
    return sum(zeros(before, after) for before, after in pairwise(pointers(rotations)))


def zeros(before: int, after: int) -> int:
    """How many multiples of 100 does a rotation come to, the place where it starts left out?"""
    if before < after:
        return after // NUMBERS - before // NUMBERS
    return (before - 1) // NUMBERS - (after - 1) // NUMBERS
