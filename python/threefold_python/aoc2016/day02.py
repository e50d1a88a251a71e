"""Bathroom Security: a keypad is a table from places to keys, and what is not in it cannot be touched."""

from threefold_python.reading import fields

Place = tuple[int, int]
Keypad = dict[Place, str]

SQUARE = """
123
456
789
"""
DIAMOND = """
  1
 234
56789
 ABC
  D
"""
STEPS = {"U": (-1, 0), "D": (1, 0), "L": (0, -1), "R": (0, 1)}


def parse(text: str) -> list[str]:
    """Which moves are made before each key is pressed?"""
    return [
        moves for (moves,) in fields(text, r"([UDLR]+)", "expected one or more of the moves U, D, L and R")
    ]


def part1(lines: list[str]) -> str:
    """What is the code on the square?"""
    return code(lines, drawn(SQUARE))


def part2(lines: list[str]) -> str:
    """What is it on the diamond?"""
    return code(lines, drawn(DIAMOND))


def drawn(picture: str) -> Keypad:
    """Which keys are where?"""
    rows = enumerate(picture.split("\n"))
    return {(row, column): key for row, line in rows for column, key in enumerate(line) if key != " "}


def code(lines: list[str], keypad: Keypad) -> str:
    """Which keys are pressed, if the finger starts on key 5?"""
    row, column = next(place for place, key in keypad.items() if key == "5")
    pressed = []
    for moves in lines:
        for move in moves:
            down, right = STEPS[move]
            if (row + down, column + right) in keypad:
                row, column = row + down, column + right
        pressed.append(keypad[row, column])
    return "".join(pressed)
