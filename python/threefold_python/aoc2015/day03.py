"""Perfectly Spherical Houses in a Vacuum: places are sums of moves, complex numbers in a set."""

from itertools import accumulate

from threefold_python.reading import single

MESSAGE = "expected 1 to 1000000 of the moves ^v<>"
MOVES = {"^": 1j, "v": -1j, "<": -1, ">": 1}


def parse(text: str) -> list[complex]:
    """Where does each move lead?"""
    (moves,) = single(text, r"([\^v<>]{1,1000000})", MESSAGE)
    return [MOVES[move] for move in moves]


def part1(moves: list[complex]) -> int:
    """How many houses does Santa visit?"""
    return len(visited(moves))


def part2(moves: list[complex]) -> int:
    """How many houses do two of them visit who take every second move each?"""
    return len(visited(moves[::2]) | visited(moves[1::2]))


def visited(moves: list[complex]) -> set[complex]:
    """Which houses are on a walk from 0?"""
    return set(accumulate(moves, initial=0))
