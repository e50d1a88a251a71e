"""Balance Bots: a stack of chips, each with the bot or output that it is for."""

from collections import Counter
from math import prod
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

FORM = (
    "expected value 5 goes to bot 2, or bot 2 gives low to output 0 and high to bot 1, numbers to 99999, "
    "one rule and two chips to a bot, one chip to an output"
)
MOST = 99_999
END = r"(bot|output) (\d+)"
ROOM = {"bot": 2, "output": 1}


Target = tuple[str, int]  # bot or output, and its number


class Factory(NamedTuple):
    chips: list[tuple[int, Target]]
    rules: dict[Target, list[Target]]  # where low and high go


def parse(text: str) -> Factory:
    """Which chips are there, and what do bots do with theirs?"""
    factory = Factory([], {})
    sent: Counter[Target] = Counter()
    lines = Lines(text)
    for line in text.split("\n"):
        fault = lines.fault(FORM)
        if line.startswith("value"):
            value, first = lines.line(r"value (\d+) goes to bot (\d+)", FORM, MOST)
            targets = [("bot", int(first))]
            factory.chips.append((int(value), targets[0]))
        else:
            bot, *ends = lines.line(rf"bot (\d+) gives low to {END} and high to {END}", FORM, MOST)
            targets = [(ends[0], int(ends[1])), (ends[2], int(ends[3]))]
            if ("bot", int(bot)) in factory.rules:
                raise fault
            factory.rules["bot", int(bot)] = targets
        sent.update(targets)
        if any(sent[target] > ROOM[target[0]] for target in targets):
            raise fault
    return factory


def part1(factory: Factory) -> int:
    """Which bot compares 17 and 61?"""
    compared, _ = handed_on(factory)
    if bots := [number for (_, number), chips in compared.items() if chips == [17, 61]]:
        return min(bots)
    raise NoAnswer("no bot compares 17 and 61")


def part2(factory: Factory) -> int:
    """What is the product of the chips in outputs 0, 1 and 2?"""
    _, held = handed_on(factory)
    chips = [chip for (kind, number), chip in held.items() if kind == "output" and number < 3]
    if len(chips) < 3:
        raise NoAnswer("one of the outputs 0, 1 and 2 stays empty")
    return prod(chips)


def handed_on(factory: Factory) -> tuple[dict[Target, list[int]], dict[Target, int]]:
    """Which chips does each bot compare, and which chip does an output hold, or a bot that waits?"""
    compared: dict[Target, list[int]] = {}
    held: dict[Target, int] = {}
    chips = factory.chips.copy()
    while chips:
        chip, target = chips.pop()
        if target in held and target in factory.rules:
            compared[target] = sorted((chip, held[target]))
            chips.extend(zip(compared[target], factory.rules[target], strict=True))
        else:
            held[target] = chip
    return compared, held
