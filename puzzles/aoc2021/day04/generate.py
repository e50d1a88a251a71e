"""Makes games of bingo."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """Every number from 0 to 99 called once, and ``size`` boards of 25 different ones: all of them win."""
    numbers = list(range(100))
    calls = ",".join(map(str, rng.sample(numbers, k=100)))
    return "\n\n".join([calls, *(_board(rng.sample(numbers, k=25)) for _ in range(max(1, size)))])


def _board(numbers: list[int]) -> str:
    return "\n".join(
        " ".join(f"{number:2}" for number in numbers[start : start + 5]) for start in range(0, 25, 5)
    )
