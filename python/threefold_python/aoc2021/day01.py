"""Sonar Sweep: two neighbouring sums share all but their ends, so the ends alone are compared."""

from threefold_python.reading import numbers

DEEPEST = 1_000_000


def parse(text: str) -> list[int]:
    """How deep is the sea at each reading?"""
    return [depth for (depth,) in numbers(text, r"(\d+)", f"expected a number from 0 to {DEEPEST}", DEEPEST)]


def increases(depths: list[int], window: int) -> int:
    """How often is the sum of a window of depths larger than that of the window one reading earlier?

    The later window lost the earlier one's first depth and gained a last one, and only these two can differ.
    """
    return sum(gained > lost for lost, gained in zip(depths, depths[window:], strict=False))


def part1(depths: list[int]) -> int:
    """How often does the depth increase?"""
    return increases(depths, window=1)


def part2(depths: list[int]) -> int:
    """How often does the sum of three depths increase?"""
    return increases(depths, window=3)
