"""Dive!: one walk answers both parts, for what the first calls depth is what the second calls aim."""

from threefold_python.reading import fields

MOST = 100

Command = tuple[str, int]


def parse(text: str) -> list[Command]:
    """Where, and how far, does each command go?"""
    message = f"expected forward, down or up, and a number from 0 to {MOST}"
    commands = fields(text, r"(forward|down|up) (\d+)", message, MOST)
    return [(direction, int(amount)) for direction, amount in commands]


def dive(course: list[Command]) -> tuple[int, int, int]:
    """At which position, aim and depth does the course end?"""
    position = aim = depth = 0
    for direction, amount in course:
        if direction == "forward":
            position += amount
            depth += aim * amount
        elif direction == "down":
            aim += amount
        else:
            aim -= amount
    return position, aim, depth


def part1(course: list[Command]) -> int:
    """What is position times depth, where down and up change the depth itself?"""
    position, depth, _ = dive(course)
    return position * depth


def part2(course: list[Command]) -> int:
    """What is position times depth, where down and up change the aim?"""
    position, _, depth = dive(course)
    return position * depth
