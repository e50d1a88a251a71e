"""Chiton: waves spread through the cave, and a place's total risk is known when the first one gets there."""

from itertools import count, pairwise

import numpy as np
import numpy.typing as npt

from threefold_python.reading import grid

Grid = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]
MOST = 1000
NOWHERE = np.array([], np.intp)
RISKS = np.arange(1, 11)


def parse(text: str) -> Grid:
    """How risky is each place of the cave?"""
    message = f"expected a row of digits from 1 to 9, as long as the first, at most {MOST} rows and columns"
    rows = grid(text, "123456789", MOST, message)
    return np.array([list(map(int, row)) for row in rows], np.uint8)


def part1(cave: Grid) -> int:
    """What is the lowest total risk of a way to the bottom right?"""
    return lowest_risk(cave)


def part2(cave: Grid) -> int:
    """The same in a cave five times as wide and high, whose risks grow with each repetition."""
    return lowest_risk(repeated(cave, 5))


def repeated(cave: Grid, times: int) -> Grid:
    """What does the cave look like that consists of so many copies in either direction?"""
    return np.block([[(cave + down + right - 1) % 9 + 1 for right in range(times)] for down in range(times)])


def lowest_risk(cave: Grid) -> int:
    """What is the lowest total risk of a way from top left to bottom right?"""
    risks = np.pad(cave, 1).astype(np.intp).ravel()
    width, size = cave.shape[1] + 2, len(risks)
    around = np.array([[-width], [-1], [1], [width]])
    start, end = width + 1, size - width - 2
    risks[start] = 0  # which is not entered

    # To sort tickets is to sort places by risk; places that can't be entered, or not again, have ticket 0.
    tickets = np.where(risks > 0, risks * size + np.arange(size), 0)
    waves: list[list[Places]] = [[np.array([start])], *([] for _ in range(9))]  # by the total's last digit
    for total in count():
        wave, waves[total % 10] = np.concatenate([NOWHERE, *waves[total % 10]]), []
        found = np.sort(tickets[wave + around], axis=None)
        found = found[1:][np.diff(found) > 0]  # each once, and not 0: there is one where the wave came from
        places = found % size
        tickets[places] = 0
        if not tickets[end]:
            return total + int(risks[end])
        bounds = found.searchsorted(RISKS * size).tolist()
        for risk, (low, high) in enumerate(pairwise(bounds), 1):
            waves[(total + risk) % 10].append(places[low:high])
    raise AssertionError("every place can be reached")
