"""Dragon Checksum: a digit of the checksum is the parity of a stretch of the data."""

from typing import NamedTuple

from threefold_python.reading import Lines

MESSAGE = "expected a state of 1 to 1700 digits 0 and 1, perhaps after a number from 1 to 24 and a space"
DIGITS = 17  # of a checksum
TURNED = str.maketrans("01", "10")


class Disk(NamedTuple):
    state: str
    doublings: int


def parse(text: str) -> Disk:
    """What is the initial state, and how many times is 17 doubled for the size of the second disk?"""
    lines = Lines(text)
    form = r"(?:(\d{1,18}) )?([01]{1,1700})"
    doublings, state = lines.line(form, MESSAGE, valid=lambda doublings, _: 1 <= int(doublings or 21) <= 24)
    lines.end()
    return Disk(state, int(doublings or 21))


def part1(disk: Disk) -> str:
    """What is the checksum of a disk of 272 places?"""
    return checksum(disk.state, 2**4)


def part2(disk: Disk) -> str:
    """And of the second disk?"""
    return checksum(disk.state, 2**disk.doublings)


def checksum(state: str, stretch: int) -> str:
    """Which stretches of so many digits have an even number of ones? Pairs of pairs ask the same."""
    data = filled(state, DIGITS * stretch)
    counts = [data.count("1", start, start + stretch) for start in range(0, len(data), stretch)]
    return "".join("01"[count % 2 == 0] for count in counts)


def filled(state: str, length: int) -> str:
    """What data fill so many places?"""
    data = state
    while len(data) < length:
        data = f"{data}0{data[::-1].translate(TURNED)}"
    return data[:length]
