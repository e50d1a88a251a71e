"""Makes notes on displays whose wires are mixed up."""

from random import Random

DIGITS = ["abcefg", "cf", "acdeg", "acdfg", "bcdf", "abdfg", "abdefg", "acf", "abcdefg", "abcdfg"]


def generate(rng: Random, size: int) -> str:
    """``size`` displays: ten patterns in any order, their letters too, and four of them once more."""
    return "\n".join(_display(rng) for _ in range(size))


def _display(rng: Random) -> str:
    wiring = str.maketrans("abcdefg", "".join(rng.sample("abcdefg", 7)))
    patterns = [digit.translate(wiring) for digit in rng.sample(DIGITS, 10)]
    shown = rng.choices(patterns, k=4)
    return f"{_written(rng, patterns)} | {_written(rng, shown)}"


def _written(rng: Random, patterns: list[str]) -> str:
    return " ".join("".join(rng.sample(pattern, len(pattern))) for pattern in patterns)
