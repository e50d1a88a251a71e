"""A quantised language model: matrices are listed by their shapes, and a weight becomes the nearest code."""

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from ..reading import Lines

SIZES = "expected layers 70 hidden 12288 inner 32768 vocabulary 150528, or other numbers from 1 to 999999"
FLAGS = "expected gated 1 biases 1 tied 1, or 0 in place of 1"
CARDS = "expected gpus 8 memory 32, or other numbers from 1 to 999999"
ROW = "expected 1 to 1000 weights from -999999 to 999999, separated by spaces"
MOST = 999_999


@dataclass(frozen=True)
class Model:
    """Some rows of a transformer's weights, its sizes, and the cards that are to hold it."""

    rows: list[list[int]]
    layers: int
    hidden: int
    inner: int
    vocabulary: int
    gated: int
    biases: int
    tied: int
    gpus: int
    memory: int

    def matrices(self) -> list[tuple[int, int]]:
        """How many rows and columns have a layer's matrices, those of one shape together?"""
        into, out = (self.inner * (1 + self.gated), self.hidden), (self.hidden, self.inner)
        return [(4 * self.hidden, self.hidden), into, out]

    def others(self) -> int:
        """How many parameters are in no matrix of a layer?"""
        embeddings = self.vocabulary * self.hidden * (2 - self.tied)
        norms = (2 * self.layers + 1) * self.hidden * (1 + self.biases)
        return embeddings + norms + self.biases * self.layers * sum(rows for rows, _ in self.matrices())

    def bytes(self, bits: int) -> int:
        """How much do all parameters take if those of layers' matrices have so many bits?"""
        scale = 2 if bits < 16 else 0
        layer = sum(rows * (-(-columns * bits // 8) + scale) for rows, columns in self.matrices())
        return self.layers * layer + 2 * self.others()


def parse(text: str) -> Model:
    """Which model is it, and what is it to run on?"""
    lines = Lines(text)
    sizes = r"layers (\d+) hidden (\d+) inner (\d+) vocabulary (\d+)"
    fields = lines.line(sizes, SIZES, MOST, lambda *words: all(map(int, words)))
    fields += lines.line(r"gated (\d+) biases (\d+) tied (\d+)", FLAGS, 1)
    fields += lines.line(r"gpus (\d+) memory (\d+)", CARDS, MOST, lambda *words: all(map(int, words)))
    lines.blank("expected an empty line")
    rows = lines.block(r"(-?\d+(?: -?\d+){0,999})", ROW, valid=is_row)
    lines.end()
    return Model([list(map(int, row.split())) for (row,) in rows], *map(int, fields))


def is_row(line: str) -> bool:
    """Are all numbers within the limits?"""
    return not re.search(r"\d{19}", line) and all(abs(int(word)) <= MOST for word in line.split())


def part1(model: Model) -> str:
    """How many parameters, how many bytes, and how many bits do the cards have room for?"""
    sizes = {bits: model.bytes(bits) for bits in (16, 8, 4)}
    cards = [model.gpus * model.memory * unit for unit in (10**9, 2**30)]
    fit = [next((bits for bits, size in sizes.items() if size <= room), "-") for room in cards]
    return " ".join(map(str, [sizes[16] // 2, *sizes.values(), *fit]))


def part2(model: Model) -> str:
    """What do the rows become in 4 bits, and how far is a weight from what it becomes?"""
    packed, farthest = list[int](), 0
    for row in model.rows:
        most = max(map(abs, row)) or 1
        # Whole numbers from -7 to 7. A double is a half only where the quotient is one.
        codes = [round(7 * weight / most) for weight in row]
        packed += pairs(codes)
        farthest = max(farthest, *(abs(7 * w - code * most) for w, code in zip(row, codes, strict=True)))
    return f"{sum(place * byte for place, byte in enumerate(packed, 1))} {Fraction(farthest, 7)}"


def pairs(codes: list[int]) -> list[int]:
    """Which bytes do they make, two by two?"""
    return [low % 16 + 16 * (high % 16) for low, high in zip_longest(codes[::2], codes[1::2], fillvalue=0)]
