"""Packet Decoder: a list of packets, each after those in it, is a calculation for a stack of values."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from operator import eq, gt, lt

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import Lines

MOST_DIGITS = 100_000
DEEPEST = 100
LARGEST = 10**18 - 1
FAULT = "expected a packet in hexadecimal digits, and only zeros after it"

LITERAL = 4
PACKET = re.compile("(...)(?:100((?:1....){0,13}0....)|(?!100)(...)(?:0(.{15})|1(.{11})))")
OPERATIONS: dict[int, Callable[[list[int]], int]] = {0: sum, 1: prod, 2: min, 3: max}
COMPARISONS: dict[int, Callable[[int, int], bool]] = {5: gt, 6: lt, 7: eq}


@dataclass(slots=True)
class Packet:
    version: int
    type: int
    number: int  # a literal's value, or how many packets are in an operator


def parse(text: str) -> list[Packet]:
    """Which packets are there, each after those in it?"""
    lines = Lines(text)
    (digits,) = lines.line(f"([0-9A-F]{{1,{MOST_DIGITS}}})", FAULT)
    bits = bin(int("1" + digits, 16)).removeprefix("0b1")
    packets: list[Packet] = []
    if "1" in bits[read(bits, 0, 0, packets) :]:
        raise InvalidInput(1, FAULT)
    lines.end()
    return packets


def read(bits: str, start: int, depth: int, packets: list[Packet]) -> int:
    """Where does a packet end? It is listed after those in it, and in how many others."""
    if not (match := PACKET.match(bits, start)) or depth > DEEPEST:
        raise InvalidInput(1, FAULT)
    version, groups, kind, length, count = match.groups()
    end = match.end()
    if groups:
        packets.append(Packet(int(version, 2), LITERAL, int(re.sub(".(....)", r"\1", groups), 2)))
        return end
    operator, goal = Packet(int(version, 2), int(kind, 2), 0), end + int(length or "0", 2)
    while operator.number < int(count, 2) if count else end < goal:
        end = read(bits, end, depth + 1, packets)
        operator.number += 1
    fits = operator.number == 2 if operator.type > LITERAL else operator.number > 0
    if not fits or (length and end > goal):
        raise InvalidInput(1, FAULT)
    packets.append(operator)
    return end


def part1(packets: list[Packet]) -> int:
    """What is the sum of all versions?"""
    return sum(packet.version for packet in packets)


def part2(packets: list[Packet]) -> int:
    """What is the value of the last packet?"""
    values: list[int] = []
    for packet in packets:
        value = packet.number
        if packet.type != LITERAL:
            inner = [values.pop() for _ in range(packet.number)][::-1]
            compare = COMPARISONS.get(packet.type)
            value = compare(*inner) if compare else OPERATIONS[packet.type](inner)
        if value > LARGEST:
            raise NoAnswer("a packet's value has more than 18 digits")
        values.append(int(value))
    return values.pop()
