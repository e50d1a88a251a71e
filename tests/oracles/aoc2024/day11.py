"""Plutonian Pebbles: each stone is followed by itself, as letters, and what was seen is remembered."""

from functools import cache

SIZES = range(1, 20)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    stones = text.split(" ")
    return str(sum(count(stone, 25) for stone in stones)), str(sum(count(stone, 75) for stone in stones))


@cache
def count(stone: str, blinks: int) -> int:
    stone = stone.lstrip("0")
    if blinks == 0:
        return 1
    if stone == "":
        return count("1", blinks - 1)
    if len(stone) % 2:
        return count(str(int(stone) * 2024), blinks - 1)
    half = len(stone) // 2
    return count(stone[:half], blinks - 1) + count(stone[half:], blinks - 1)
