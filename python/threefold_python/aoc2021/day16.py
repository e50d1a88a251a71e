"""Packet Decoder: a list of packets as they come is Polish notation, which a stack works out from behind."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer

MOST_DIGITS = 10_000_000
DIGITS = re.compile(r"[0-9A-F]+")
TOO_LARGE = 10**36

LITERAL = 4
PAIRS = (5, 6, 7)
OPERATIONS: dict[int, Callable[[list[int]], int]] = {
    0: sum,
    1: lambda values: reduce(lambda a, b: min(a * b, TOO_LARGE), values),
    2: min,
    3: max,
    5: lambda values: int(values[0] > values[1]),
    6: lambda values: int(values[0] < values[1]),
    7: lambda values: int(values[0] == values[1]),
}


@dataclass(slots=True)
class Packet:
    version: int
    type: int
    value: int = 0
    children: int = 0


class Unfinished(NamedTuple):
    """A packet that ends when it has as many children as its goal says, or else at that place in the bits."""

    packet: Packet
    counted: bool
    goal: int


class Bits:
    """The bits of hexadecimal digits, taken from the front."""

    def __init__(self, digits: str):
        self.bits = bin(int("1" + digits, 16)).removeprefix("0b1")
        self.place = 0

    def take(self, count: int) -> int:
        """Which number do the next bits spell?"""
        self.place += count
        if self.place > len(self.bits):
            raise fault()
        return int(self.bits[self.place - count : self.place], 2)


def fault() -> InvalidInput:
    return InvalidInput(1, "expected a packet in hexadecimal digits, and only zeros after it")


def parse(text: str) -> list[Packet]:
    """Which packets are there, each before those in it?"""
    digits, *more = text.split("\n")
    if not DIGITS.fullmatch(digits):
        raise fault()
    if len(digits) > MOST_DIGITS:
        raise InvalidInput(1, f"expected at most {MOST_DIGITS} digits")
    bits = Bits(digits)
    found = packets(bits)
    if "1" in bits.bits[bits.place :]:
        raise fault()
    if more:
        raise InvalidInput(2, "expected a single line")
    return found


def packets(bits: Bits) -> list[Packet]:
    """Which packets are there up to the end of the first one?"""
    found: list[Packet] = []
    around: list[Unfinished] = []
    while True:
        packet = Packet(bits.take(3), bits.take(3))
        found.append(packet)
        if packet.type != LITERAL:
            counted = bits.take(1) == 1
            goal = bits.take(11) if counted else bits.take(15) + bits.place
            around.append(Unfinished(packet, counted, goal))
            continue
        packet.value = literal(bits)
        while around:  # where a packet ends, those around it may end too
            parent, counted, goal = around[-1]
            parent.children += 1
            reached = parent.children if counted else bits.place
            if reached < goal:
                break
            if reached > goal or (parent.type in PAIRS and parent.children != 2):
                raise fault()
            around.pop()
        if not around:
            return found


def literal(bits: Bits) -> int:
    """Which number do the next groups spell, four bits each behind one that says if there are more?"""
    value, more = 0, 1
    while more:
        more, digit = divmod(bits.take(5), 16)
        value = min(16 * value + digit, TOO_LARGE)
    return value


def part1(packets: list[Packet]) -> int:
    """What is the sum of all versions?"""
    return sum(packet.version for packet in packets)


def part2(packets: list[Packet]) -> int:
    """What is the value of the outermost packet?"""
    values: list[int] = []  # the next child's on top
    for packet in reversed(packets):
        value = packet.value
        if packet.type != LITERAL:
            value = OPERATIONS[packet.type]([values.pop() for _ in range(packet.children)])
        if value >= TOO_LARGE:
            raise NoAnswer("a packet's value has more than 36 digits")
        values.append(value)
    return values.pop()
