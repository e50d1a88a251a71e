"""Packet Decoder: a list of packets, each after those in it, is a calculation for a stack of values."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from operator import eq, gt, lt

from threefold.contract import InvalidInput, NoAnswer

MOST_DIGITS = 10_000_000
LARGEST = 10**36 - 1
FAULT = "expected a packet in hexadecimal digits, and only zeros after it"

LITERAL = 4
PACKET = re.compile("(...)(?:100((?:1....)*+0....)|(?!100)(...)(?:0(.{15})|1(.{11})))")
OPERATIONS: dict[int, Callable[[list[int]], int]] = {0: sum, 1: prod, 2: min, 3: max}
COMPARISONS: dict[int, Callable[[int, int], bool]] = {5: gt, 6: lt, 7: eq}


@dataclass(slots=True)
class Packet:
    version: int
    type: int
    number: int = 0  # a literal's value, or how many packets are in an operator


def parse(text: str) -> list[Packet]:
    """Which packets are there, each after those in it?"""
    digits, *more = text.split("\n")
    if not re.fullmatch("[0-9A-F]+", digits):
        raise InvalidInput(1, FAULT)
    if len(digits) > MOST_DIGITS:
        raise InvalidInput(1, f"expected at most {MOST_DIGITS} digits")
    bits = bin(int("1" + digits, 16)).removeprefix("0b1")
    packets, end = first_packet(bits)
    if "1" in bits[end:]:
        raise InvalidInput(1, FAULT)
    if more:
        raise InvalidInput(2, "expected a single line")
    return packets


def first_packet(bits: str) -> tuple[list[Packet], int]:
    """Which packets does the first one consist of, itself being the last, and where does it end?"""
    packets: list[Packet] = []
    around: list[tuple[Packet, bool, int]] = []  # up to so many packets in it, or up to that place
    end = 0
    while around or not packets:
        if not (match := PACKET.match(bits, end)):
            raise InvalidInput(1, FAULT)
        end = match.end()
        version, groups, kind, length, count = match.groups()
        if not groups:
            goal = int(count, 2) if count else end + int(length, 2)
            around.append((Packet(int(version, 2), int(kind, 2)), bool(count), goal))
            continue
        packets.append(Packet(int(version, 2), LITERAL, int(re.sub(".(....)", r"\1", groups), 2)))
        while around:  # where a packet ends, those around it may end too
            packet, counted, goal = around[-1]
            packet.number += 1
            reached = packet.number if counted else end
            if reached < goal:
                break
            if reached > goal or (packet.type in COMPARISONS and packet.number != 2):
                raise InvalidInput(1, FAULT)
            packets.append(around.pop()[0])
    return packets, end


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
            if packet.type in COMPARISONS:
                value = int(COMPARISONS[packet.type](*inner))
            else:
                value = OPERATIONS[packet.type](inner)
        if value > LARGEST:
            raise NoAnswer("a packet's value has more than 36 digits")
        values.append(value)
    return values.pop()
