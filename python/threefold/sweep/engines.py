"""Who tries a sweep's units: a plain loop in this process. `cluster` has the one for many machines."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from . import trying
from .trying import How, Tally, Unit


class Gone(Exception):
    """There is nobody left to try units; the text says why."""


@dataclass(frozen=True)
class Lost:
    """A unit that nobody could try; the text says why."""

    why: str


class Engine(Protocol):
    """Is given units while it has room, and tells which are over."""

    @property
    def workers(self) -> int:
        """How many units are tried at once."""

    @property
    def room(self) -> int:
        """How many more units it would take now."""

    def give(self, unit: Unit) -> None: ...

    def over(self, seconds: float) -> Iterator[tuple[Unit, Tally | Lost]]:
        """Units that have ended; waits for the first, but not for longer than that. Raises `Gone`."""

    def news(self) -> Iterator[str]:
        """What is to be said of those who try."""

    def close(self) -> None: ...


class Loop:
    """Tries one unit after another."""

    workers = 1

    def __init__(self, how: How):
        self.how = how
        self._given: deque[Unit] = deque()

    @property
    def room(self) -> int:
        return 1 - len(self._given)

    def give(self, unit: Unit) -> None:
        self._given.append(unit)

    def over(self, seconds: float) -> Iterator[tuple[Unit, Tally | Lost]]:
        while self._given:
            unit = self._given.popleft()
            yield unit, trying.tried(self.how, unit)

    def news(self) -> Iterator[str]:
        return iter(())

    def close(self) -> None:
        trying.close()
