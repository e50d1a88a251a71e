"""Scrambled Letters and Hash: letters that each operation makes others of, and what undoes it."""

import re
from functools import reduce

from threefold.contract import InvalidInput

PLAIN, SCRAMBLED = "abcdefgh", "fbgdceah"
MOST = 10_000
MESSAGE = (
    "expected one of the seven operations on letters a to h and positions 0 to 7, on at most 10000 lines"
)
FORMS = (
    r"(swap position) ([0-7]) with position ([0-7])",
    r"(swap letter) ([a-h]) with letter ([a-h])",
    r"(rotate left|rotate right) ([02-7](?= steps)|1(?= step$)) steps?",
    r"(rotate based on position of letter) ([a-h])",
    r"(reverse positions) ([0-7]) through ([0-7])",
    r"(move position) ([0-7]) to position ([0-7])",
)

Operation = tuple[str | int, ...]  # a kind, and positions, steps or letters


def parse(text: str) -> list[Operation]:
    """Which operations are there?"""
    operations: list[Operation] = []
    for number, line in enumerate(text.split("\n"), 1):
        matches = (re.fullmatch(form, line) for form in FORMS)
        words = next((match.groups() for match in matches if match), ())
        is_backwards = words[:1] == ("reverse positions",) and words[1] > words[2]
        if not words or is_backwards or number > MOST:
            raise InvalidInput(number, MESSAGE)
        operations.append(tuple(int(word) if word.isdigit() else word for word in words))
    return operations


def part1(operations: list[Operation]) -> str:
    """What do they make of the letters in order?"""
    return reduce(done, operations, PLAIN)


def part2(operations: list[Operation]) -> str:
    """Of which letters do they make the scrambled ones?"""
    return reduce(undone, reversed(operations), SCRAMBLED)


def done(letters: str, operation: Operation) -> str:
    """What does an operation make of letters?"""
    match operation:
        case "swap position", int(x), int(y):
            return letters.translate({ord(letters[x]): letters[y], ord(letters[y]): letters[x]})
        case "swap letter", str(x), str(y):
            return letters.translate({ord(x): y, ord(y): x})
        case "reverse positions", int(x), int(y):
            return letters[:x] + letters[x : y + 1][::-1] + letters[y + 1 :]
        case "move position", int(x), int(y):
            others = letters[:x] + letters[x + 1 :]
            return others[:y] + letters[x] + others[y:]
        case "rotate left", int(steps):
            return letters[steps:] + letters[:steps]
        case "rotate right", int(steps):
            return letters[8 - steps :] + letters[: 8 - steps]
    position = letters.index(str(operation[1]))
    return done(letters, ("rotate right", (position + (2 if position >= 4 else 1)) % 8))


def undone(letters: str, operation: Operation) -> str:
    """Of which letters does an operation make these?"""
    match operation:
        case "rotate left", steps:
            return done(letters, ("rotate right", steps))
        case "rotate right", steps:
            return done(letters, ("rotate left", steps))
        case "move position", x, y:
            return done(letters, ("move position", y, x))
        case "rotate based on position of letter", _:
            rotations = (done(letters, ("rotate left", steps)) for steps in range(8))
            return next(before for before in rotations if done(before, operation) == letters)
    return done(letters, operation)
