"""Science for Hungry People: all mixes are one table, by stars and bars."""

from itertools import chain, combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbers

TEASPOONS = 100
CALORIES = 500
MOST = 5
NUMBER = r"(-?\d+)"
INGREDIENT = (
    rf"[A-Za-z]+: capacity {NUMBER}, durability {NUMBER}, flavor {NUMBER}, texture {NUMBER}, calories (\d+)"
)
MESSAGE = (
    "expected a line as Oats: capacity -1, durability 3, flavor 0, texture 2, calories 5, "
    "numbers up to 99, on at most 5 lines"
)


def parse(text: str) -> NDArray[np.int64]:
    """What does a teaspoon of each ingredient add to capacity, durability, flavor, texture and calories?"""
    ingredients: list[tuple[int, ...]] = []
    for ingredient in numbers(text, INGREDIENT, MESSAGE, 99):
        ingredients.append(ingredient)
        if len(ingredients) > MOST:
            raise InvalidInput(len(ingredients), MESSAGE)
    return np.array(ingredients)


def part1(ingredients: NDArray[np.int64]) -> int:
    """What does the best cookie score?"""
    return best(totals(ingredients))


def part2(ingredients: NDArray[np.int64]) -> int:
    """What does the best cookie of 500 calories score?"""
    found = totals(ingredients)
    meals = found[found[:, 4] == CALORIES]
    if not len(meals):
        raise NoAnswer(f"no cookie has {CALORIES} calories")
    return best(meals)


def totals(ingredients: NDArray[np.int64]) -> NDArray[np.int64]:
    """What are the five totals of every mix?"""
    return mixes(len(ingredients)) @ ingredients


def mixes(count: int) -> NDArray[np.int64]:
    """How may 100 teaspoons be shared out? Bars between 100 stars in a row separate the ingredients."""
    places = TEASPOONS + count - 1
    bars = chain.from_iterable(combinations(range(places), count - 1))
    table = np.fromiter(bars, np.int64).reshape(comb(places, count - 1), count - 1)
    return np.diff(table, prepend=-1, append=places, axis=1) - 1


def best(totals: NDArray[np.int64]) -> int:
    """What is the highest score? A negative total counts as 0."""
    return int(totals[:, :4].clip(min=0).prod(axis=1).max())
