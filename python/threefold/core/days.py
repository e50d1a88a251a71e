"""The days of Advent of Code: which there are, and how many parts each has."""

import re
from typing import NamedTuple

FIRST = 2015


class NoDay(ValueError):
    """Advent of Code has no such day; the text says which it has."""


class Day(NamedTuple):
    """A day of Advent of Code, whether it is solved here or not."""

    year: int
    day: int

    @classmethod
    def on(cls, year: int, day: int) -> "Day":
        """That day. Raises `NoDay`."""
        if year < FIRST:
            raise NoDay(f"Advent of Code has days in the years from {FIRST} on, and none in {year}")
        if not 1 <= day <= last(year):
            raise NoDay(f"{year} has the days 1 to {last(year)}")
        return cls(year, day)

    @classmethod
    def named(cls, name: str) -> "Day | None":
        """The day that is called ``2026/1``, ``2026/01`` or ``aoc2026/day01``; none for another name.

        Raises `NoDay` where it is called like a day, and there is none.
        """
        date = re.fullmatch(r"(?:aoc)?(\d{4})/(?:day)?(\d{1,2})", name, re.ASCII)
        return cls.on(int(date[1]), int(date[2])) if date else None

    @property
    def name(self) -> str:
        return f"aoc{self.year}/day{self.day:02}"

    @property
    def parts(self) -> int:
        """A year's last day has one: its second star is for those who have all others."""
        return 1 if self.day == last(self.year) else 2


def last(year: int) -> int:
    """A year's last day."""
    return 25 if year < 2025 else 12
