"""How About a Nice Game of Chess?: hashes in order are a stream, and a dictionary fills up."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from threefold_python.md5 import hits
from threefold_python.reading import single

MESSAGE = "expected a door's name of 1 to 40 small letters, perhaps after a digit from 1 to 5 and a space"
LENGTH = 8


class Door(NamedTuple):
    name: str
    zeroes: int


def parse(text: str) -> Door:
    """Which door, and how many zeroes does a hash have to start with?"""
    zeroes, name = single(text, r"(?:([1-5]) )?([a-z]{1,40})", MESSAGE)
    return Door(name, int(zeroes or 5))


def part1(door: Door) -> str:
    """What is the password, if hashes tell its characters in order?"""
    return "".join(first for first, _ in islice(after_zeroes(door), LENGTH))


def part2(door: Door) -> str:
    """And if each tells a place, and the character there?"""
    password: dict[str, str] = {}
    for place, character in after_zeroes(door):
        if place < str(LENGTH):
            password.setdefault(place, character)
        if len(password) == LENGTH:
            break
    return "".join(password[place] for place in sorted(password))


def after_zeroes(door: Door) -> Iterator[tuple[str, str]]:
    """Which two hexadecimal digits follow the zeroes, in each hash that starts with these?"""
    for _, word in hits(door.name, door.zeroes):
        digits = word.to_bytes(4, "little").hex()
        yield digits[door.zeroes], digits[door.zeroes + 1]
