"""The Ideal Stocking Stuffer: ten thousand numbers go through the steps of MD5 at once, as arrays."""

from typing import NamedTuple

from threefold_python.md5 import hits
from threefold_python.reading import single

MESSAGE = "expected a key of 1 to 40 small letters, perhaps after a digit from 1 to 5 and a space"


class Secret(NamedTuple):
    key: str
    zeroes: int


def parse(text: str) -> Secret:
    """Which key, and with how many zeroes does a hash have to start in part 1?"""
    zeroes, key = single(text, r"(?:([1-5]) )?([a-z]{1,40})", MESSAGE)
    return Secret(key, int(zeroes or 5))


def part1(secret: Secret) -> int:
    """Which is the first number whose hash starts with so many zeroes?"""
    return first_number(secret.key, secret.zeroes)


def part2(secret: Secret) -> int:
    """And with one zero more?"""
    return first_number(secret.key, secret.zeroes + 1)


def first_number(key: str, zeroes: int) -> int:
    """Which is the least number that, written after the key, has a hash that starts with so many zeroes?"""
    return next(number for number, _ in hits(key, zeroes) if number)
