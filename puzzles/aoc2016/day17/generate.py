"""Makes passcodes by trying them."""

from hashlib import md5
from random import Random
from string import ascii_lowercase

LARGEST = 800


def generate(rng: Random, size: int) -> str:
    """A passcode whose longest path has at most ``size`` steps (or six), and more than a quarter of that.

    Four of five passcodes have eight letters, as official ones do; the others have any valid length. One
    of nine has a path to the vault, and for the largest size one of some hundred will do.
    """
    if size > LARGEST:
        raise ValueError("passcodes with a path of more than 800 steps are too rare to be found")
    tries = Random(rng.getrandbits(64))  # there may be many
    while True:
        letters = 8 if tries.random() < 0.8 else tries.randint(1, 40)
        passcode = "".join(tries.choices(ascii_lowercase, k=letters))
        shortest, longest = arrivals(passcode, max(6, size))
        if shortest == 1 and size / 4 < longest <= max(6, size):
            return passcode


def arrivals(passcode: str, most: int) -> tuple[int, int]:
    """How many of the shortest paths are there, and how long is the longest, or more than ``most``?"""
    shortest = longest = length = 0
    ways = list(zip(b"UDLR", (-4, 4, -1, 1), strict=True))
    level = [(0, md5(passcode.encode()))]
    while level and length <= most:
        length, below, here = length + 1, [], 0
        for room, path in level:
            beside = (room > 3, room < 12, room % 4 > 0, room % 4 < 3)
            for (letter, way), door, digit in zip(ways, beside, path.hexdigest(), strict=False):
                if door and digit > "a":
                    if room + way == 15:
                        here += 1
                    else:
                        below.append((room + way, path.copy()))
                        below[-1][1].update(bytes([letter]))
        level = below
        shortest = shortest or here
        longest = length if here else longest
    return shortest, most + 1 if level else longest
