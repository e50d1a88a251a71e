"""MD5 of many texts at once: each step is done for thousands of them, as numpy arrays."""

from collections.abc import Iterator, Sequence
from itertools import count
from math import sin

import numpy as np
from numpy.typing import NDArray

TOGETHER = 4  # so many last digits are tried at once

Word = np.uint32 | NDArray[np.uint32]  # of one text, or of many

START: list[Word] = [np.uint32(word) for word in (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)]
SINES = [np.uint32(int(abs(sin(step + 1)) * 2**32)) for step in range(64)]
TURNS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]


def hits(key: str, zeroes: int) -> Iterator[tuple[int, int]]:
    """Which numbers after a key have a hash that starts with so many zeroes, and what is its first word?"""
    # A word's first byte is its lowest, and a byte's first digit its higher half.
    mask = np.uint32(int.from_bytes(bytes.fromhex(("f" * zeroes).ljust(8, "0")), "little"))
    for start, words in blocks(key):
        first = first_word(words)
        for found in np.nonzero(first & mask == 0)[0]:
            yield start + int(found), int(first[found])


def blocks(key: str) -> Iterator[tuple[int, list[Word]]]:
    """What are the words to be hashed, for all numbers that differ in nothing but a few last digits?"""
    for length in count(1):
        free = min(length - 1, TOGETHER)
        digits = np.indices((10,) * free, np.uint32).reshape(free, 10**free)
        for leading in range(10 ** (length - 1 - free) if length > 1 else 0, 10 ** (length - free)):
            text = f"{key}{leading}".encode() + b"0" * free
            block = text + b"\x80" + bytes(55 - len(text)) + (8 * len(text)).to_bytes(8, "little")
            words: list[Word] = list(np.frombuffer(block, "<u4"))
            for place, digit in enumerate(digits, len(text) - free):
                words[place // 4] = words[place // 4] + (digit << np.uint32(place % 4 * 8))
            yield leading * 10**free, words


def first_word(words: Sequence[Word]) -> NDArray[np.uint32]:
    """What is the first of the four words of an MD5 hash? The last three steps make the others."""
    with np.errstate(over="ignore"):
        return np.atleast_1d(START[0] + steps(words, 61)[1])


def hashes(words: Sequence[Word]) -> list[Word]:
    """What are all four words?"""
    with np.errstate(over="ignore"):
        return [word + more for word, more in zip(steps(words, 64), START, strict=True)]


@np.errstate(over="ignore")
def steps(words: Sequence[Word], number: int) -> tuple[Word, Word, Word, Word]:
    """What are the four words that so many steps make of the first four, and of the sixteen of a block?"""
    a, b, c, d = START
    for step in range(number):
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
    return a, b, c, d
