"""One-Time Pad: whether a number is a key is known a thousand hashes later."""

import re
from collections import deque
from collections.abc import Iterator
from hashlib import md5
from itertools import count, islice
from typing import NamedTuple

import numpy as np

from threefold_python.md5 import Word, hashes
from threefold_python.reading import single

MESSAGE = "expected a salt of 1 to 40 small letters, perhaps after a number from 1 to 9999 and a space"
KEYS = 64
AHEAD = 1000
TOGETHER = 8192  # numbers whose hashes are hashed again at once


class Pad(NamedTuple):
    salt: str
    again: int


def parse(text: str) -> Pad:
    """What is the salt, and how many times is a hash hashed again in part 2?"""
    again, salt = single(text, r"(?:(0*[1-9]\d*) )?([a-z]{1,40})", MESSAGE, most=9999)
    return Pad(salt, int(again or 2016))


def part1(pad: Pad) -> int:
    """Which number makes the last key?"""
    return next(islice(keys(hexadecimal(pad.salt, 0)), KEYS - 1, None))


def part2(pad: Pad) -> int:
    """And if each hash is hashed again and again?"""
    return next(islice(keys(hexadecimal(pad.salt, pad.again)), KEYS - 1, None))


def keys(texts: Iterator[str]) -> Iterator[int]:
    """Which numbers are keys, by their hashes in order?"""
    last_five: dict[str, int] = {}  # the last hash that has a digit five times in a row
    threes: deque[str] = deque()  # the digit that each of the last thousand hashes has three times in a row
    for number, text in enumerate(texts):
        for five in re.findall(r"(.)\1{4}", text):
            last_five[five] = number
        if number >= AHEAD and last_five.get(threes.popleft(), -1) > number - AHEAD:
            yield number - AHEAD
        three = re.search(r"(.)\1\1", text)
        threes.append(three[1] if three else "")


def hexadecimal(salt: str, again: int) -> Iterator[str]:
    """What are the hashes of all numbers after the salt, each hashed again so many times?"""
    for start in count(0, TOGETHER):
        first = [md5(f"{salt}{number}".encode()).digest() for number in range(start, start + TOGETHER)]
        words: list[Word] = list(np.frombuffer(b"".join(first), "<u4").reshape(TOGETHER, 4).T.copy())
        for _ in range(again):
            words = hashes([*(half for word in words for half in written(word)), *PADDING])
        digits = np.stack(words, axis=1).astype("<u4").tobytes().hex()
        yield from (digits[at : at + 32] for at in range(0, len(digits), 32))


PADDING: list[Word] = [np.uint32(word) for word in (0x80, 0, 0, 0, 0, 0, 8 * 32, 0)]


def written(word: Word) -> tuple[Word, Word]:
    """What are the bytes of a word's eight hexadecimal digits, four a word?"""
    return four(word & np.uint32(0xFFFF)), four(word >> np.uint32(16))


def four(half: Word) -> Word:
    """What are the bytes of four digits? Bits are spread, and above 9 there are 39 signs from 0 to a."""
    pairs = (half | half << np.uint32(8)) & np.uint32(0x00FF00FF)
    digits = pairs >> np.uint32(4) & np.uint32(0x000F000F) | (pairs & np.uint32(0x000F000F)) << np.uint32(8)
    letters = (digits + np.uint32(0x06060606)) >> np.uint32(4) & np.uint32(0x01010101)
    return digits + np.uint32(0x30303030) + letters * np.uint32(39)
