"""Security Through Obscurity: letters sorted by how often they are there, and names that are shifted."""

from collections import Counter
from string import ascii_lowercase
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import fields

FORM = "expected a room as aab-bcd-e-12[abcde], with a number to 999"


class Room(NamedTuple):
    name: str
    number: int
    checksum: str


def parse(text: str) -> list[Room]:
    """Which rooms are there?"""
    form = r"([a-z]+(?:-[a-z]+)*)-(\d+)\[([a-z]{5})\]"
    return [
        Room(name, int(number), checksum) for name, number, checksum in fields(text, form, FORM, most=999)
    ]


def part1(rooms: list[Room]) -> int:
    """What do the numbers of real rooms add up to?"""
    return sum(room.number for room in rooms if is_real(room))


def part2(rooms: list[Room]) -> int:
    """What is the number of the room with the objects of the North Pole?"""
    for room in rooms:
        if is_real(room) and decrypted(room) == "northpole object storage":
            return room.number
    raise NoAnswer("no real room is called northpole object storage")


def is_real(room: Room) -> bool:
    """Are the letters of the checksum the most frequent ones?"""
    counts = Counter(room.name.replace("-", ""))
    frequent = sorted(counts, key=lambda letter: (-counts[letter], letter))
    return room.checksum == "".join(frequent[:5])


def decrypted(room: Room) -> str:
    """What is a room called?"""
    by = room.number % 26
    shifted = ascii_lowercase[by:] + ascii_lowercase[:by]
    return room.name.translate(str.maketrans(ascii_lowercase + "-", shifted + " "))
