"""Lobby: the first battery is the largest digit that leaves enough batteries after it, and so on."""

from threefold.contract import InvalidInput
from threefold_python.reading import grid

MESSAGE = "expected as many digits from 1 to 9 as in the first line, 12 to 100"


def parse(text: str) -> list[str]:
    """What joltages do the batteries of each bank have?"""
    banks = grid(text, "123456789", 20000, MESSAGE)
    if not 12 <= len(banks[0]) <= 100:
        raise InvalidInput(1, MESSAGE)
    return banks


def part1(banks: list[str]) -> int:
    """How much do the banks deliver, with two batteries on in each?"""
    return sum(joltage(bank, 2) for bank in banks)


def part2(banks: list[str]) -> int:
    """How much do they deliver with twelve on?"""
    return sum(joltage(bank, 12) for bank in banks)


def joltage(bank: str, batteries: int) -> int:
    """What is the largest number that a number of the bank's digits form?"""
    digits, start = "", 0
    for others in reversed(range(batteries)):
        digits += max(bank[start : len(bank) - others])
        start = bank.index(digits[-1], start) + 1
    return int(digits)
