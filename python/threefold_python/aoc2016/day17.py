"""Two Steps Forward: a hash object is a path, and copies of it are the paths that go on."""

from collections.abc import Iterator
from hashlib import md5
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import single

MESSAGE = "expected a passcode of 1 to 40 small letters"
WAYS = {"U": -1j, "D": 1j, "L": -1 + 0j, "R": 1 + 0j}
ROOMS = {complex(x, y) for x in range(4) for y in range(4)}
VAULT = 3 + 3j
MOST = 4096  # steps


class Walk(NamedTuple):
    path: str
    room: complex


def parse(text: str) -> str:
    """What is the passcode?"""
    (passcode,) = single(text, r"([a-z]{1,40})", MESSAGE)
    return passcode


def part1(passcode: str) -> str:
    """Which is the shortest path to the vault?"""
    shortest = next(arrivals(passcode))
    if len(shortest) > 1:
        raise NoAnswer("two paths to the vault are the shortest")
    return shortest[0]


def part2(passcode: str) -> int:
    """How long is the longest?"""
    *_, longest = arrivals(passcode)
    return len(longest[0])


def arrivals(passcode: str) -> Iterator[list[str]]:
    """Which paths end at the vault, by their lengths, where there are any?"""
    found = False
    walks = [(Walk("", 0), md5(passcode.encode()))]
    for _ in range(MOST):
        arrived = []
        longer = []
        for (path, room), hashed in walks:
            for (letter, way), digit in zip(WAYS.items(), hashed.hexdigest(), strict=False):
                if digit < "b" or room + way not in ROOMS:
                    continue
                if room + way == VAULT:
                    arrived.append(path + letter)
                else:
                    read = hashed.copy()
                    read.update(letter.encode())
                    longer.append((Walk(path + letter, room + way), read))
        if arrived:
            found = True
            yield arrived
        walks = longer
    if walks:
        raise NoAnswer("a path goes on after 4096 steps")
    if not found:
        raise NoAnswer("no path leads to the vault")
