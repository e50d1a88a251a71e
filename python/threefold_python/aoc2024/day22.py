"""Monkey Market: many buyers' numbers in one array; a place for four changes keeps what is written last."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from threefold_python.reading import Lines

Numbers = npt.NDArray[np.signedinteger[Any]]

FORM = "expected a number to 16777215, in 50000 lines at most"
MOST = 2**24 - 1
LONGEST = 50_000
STEPS = 2000
CHANGES = 19  # from -9 to 9
SEQUENCES = CHANGES**4
TOGETHER = 1000  # buyers, whose numbers are kept


def parse(text: str) -> Numbers:
    """With which secret number does each buyer begin?"""
    lines = Lines(text)
    secrets: list[int] = []

    def is_one_more(word: str) -> bool:
        """Are there few enough? Then it is kept."""
        secrets.append(int(word))
        return len(secrets) <= LONGEST

    lines.block(r"(\d+)", FORM, MOST, is_one_more)
    lines.end()
    return np.array(secrets, dtype=np.int32)


def sequence(secrets: Numbers) -> Iterator[Numbers]:
    """What are all buyers' numbers at first, after one step, after two, and so on?"""
    yield secrets
    for _ in range(STEPS):
        secrets = (secrets ^ secrets << 6) & MOST
        secrets = secrets ^ secrets >> 5
        secrets = (secrets ^ secrets << 11) & MOST
        yield secrets


def part1(secrets: Numbers) -> int:
    """What is the sum of all last numbers?"""
    *_, last = sequence(secrets)
    return int(last.sum(dtype=np.int64))


def part2(secrets: Numbers) -> int:
    """How many bananas do the best four changes bring?"""
    takings = np.zeros(SEQUENCES, dtype=np.int32)
    for start in range(0, len(secrets), TOGETHER):
        numbers = np.stack(list(sequence(secrets[start : start + TOGETHER])), axis=1)
        for prices in (numbers % 10).astype(np.int32):
            sequences, paid = sales(prices)
            takings[sequences] += paid
    return int(takings.max())


def sales(prices: Numbers) -> tuple[Numbers, Numbers]:
    """Which four changes does a buyer see, and what is paid when they come first?"""
    a, b, c, d = (np.diff(prices)[start : STEPS - 3 + start] + 9 for start in range(4))
    sequences = ((a * CHANGES + b) * CHANGES + c) * CHANGES + d
    times = np.arange(len(sequences))
    first = np.empty(SEQUENCES, dtype=np.int32)
    first[sequences[::-1]] = times[::-1]  # so that the first is written last
    is_first = first[sequences] == times
    return sequences[is_first], prices[4:][is_first]
