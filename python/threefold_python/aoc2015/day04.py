"""The Ideal Stocking Stuffer: ten thousand numbers go through the steps of MD5 at once, as arrays."""

from collections.abc import Iterator
from itertools import count
from math import sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from threefold_python.reading import single

MESSAGE = "expected a key of 1 to 40 small letters, perhaps after a digit from 1 to 5 and a space"
TOGETHER = 4  # so many last digits are tried at once

Word = np.uint32 | NDArray[np.uint32]  # of one number, or of many

START: list[Word] = [np.uint32(word) for word in (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)]
SINES = [np.uint32(int(abs(sin(step + 1)) * 2**32)) for step in range(64)]
TURNS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]


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
    # A word's first byte is its lowest, and a byte's first digit its higher half.
    mask = np.uint32(int.from_bytes(bytes.fromhex(("f" * zeroes).ljust(8, "0")), "little"))
    for start, words in blocks(key):
        (found,) = np.nonzero(first_word(words) & mask == 0)
        if found.size:
            return start + int(found[0])
    raise AssertionError("there are numbers without end")


def blocks(key: str) -> Iterator[tuple[int, list[Word]]]:
    """What are the words to be hashed, for all numbers that differ in nothing but a few last digits?"""
    for length in count(1):
        free = min(length - 1, TOGETHER)
        digits = np.indices((10,) * free, np.uint32).reshape(free, 10**free)
        for leading in range(10 ** (length - 1 - free), 10 ** (length - free)):
            text = f"{key}{leading}".encode() + b"0" * free
            block = text + b"\x80" + bytes(55 - len(text)) + (8 * len(text)).to_bytes(8, "little")
            words: list[Word] = list(np.frombuffer(block, "<u4"))
            for place, digit in enumerate(digits, len(text) - free):
                words[place // 4] = words[place // 4] + (digit << np.uint32(place % 4 * 8))
            yield leading * 10**free, words


@np.errstate(over="ignore")
def first_word(words: list[Word]) -> NDArray[np.uint32]:
    """What is the first of the four words of an MD5 hash? The last three steps make the others."""
    a, b, c, d = START
    for step in range(61):
        match step // 16:
            case 0:
                mixed, word = d ^ b & (c ^ d), step
            case 1:
                mixed, word = c ^ d & (b ^ c), 5 * step + 1
            case 2:
                mixed, word = b ^ c ^ d, 3 * step + 5
            case _:
                mixed, word = c ^ (b | ~d), 7 * step
        total = a + mixed + (words[word % 16] + SINES[step])
        turn = TURNS[step // 16][step % 4]
        a, d, c, b = d, c, b, b + (total << np.uint32(turn) | total >> np.uint32(32 - turn))
    return np.atleast_1d(START[0] + b)
