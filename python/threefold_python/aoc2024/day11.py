"""Plutonian Pebbles: stones with the same number share one fate, so they are counted, not listed."""

from collections import Counter

from threefold.contract import InvalidInput
from threefold_python.reading import separated

FORM = "expected 1 to 1000 numbers to 999999999999 with a space between two"
HIGHEST = 10**12 - 1


def parse(text: str) -> Counter[int]:
    """How many stones of each number are there?"""
    stones = separated(text, FORM, HIGHEST, " ")
    if len(stones) > 1000:
        raise InvalidInput(1, FORM)
    return Counter(stones)


def part1(stones: Counter[int]) -> int:
    """How many stones are there after 25 blinks?"""
    return after_blinks(stones, 25)


def part2(stones: Counter[int]) -> int:
    """And after 75?"""
    return after_blinks(stones, 75)


def after_blinks(stones: Counter[int], blinks: int) -> int:
    """How many stones are there after so many blinks?"""
    for _ in range(blinks):
        changed: Counter[int] = Counter()
        for stone, count in stones.items():
            for new in becomes(stone):
                changed[new] += count
        stones = changed
    return stones.total()


def becomes(stone: int) -> tuple[int, ...]:
    """What does a stone become when one blinks?"""
    if stone == 0:
        return (1,)
    digits = str(stone)
    half, odd = divmod(len(digits), 2)
    return (stone * 2024,) if odd else (int(digits[:half]), int(digits[half:]))
