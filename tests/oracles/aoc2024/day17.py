"""Chronospatial Computer: numbers for A are run from the start, those of fewer digits first."""

import re

SIZES = range(1, 21)


def run(a: int, b: int, c: int, program: list[int]) -> list[int]:
    """All that is put out."""
    out = []
    at = 0
    while at < len(program):
        name, literal = program[at], program[at + 1]
        combo = (0, 1, 2, 3, a, b, c)[literal] if literal < 7 else 0
        at += 2
        if name in (0, 6, 7):
            value = a // 2**combo
            a, b, c = (value, b, c) if name == 0 else (a, value, c) if name == 6 else (a, b, value)
        elif name == 1:
            b ^= literal
        elif name == 2:
            b = combo % 8
        elif name == 3 and a:
            at = literal
        elif name == 4:
            b ^= c
        elif name == 5:
            out.append(combo % 8)
    return out


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input that has some."""
    a, b, c, *program = map(int, re.findall(r"\d+", text))
    first = ",".join(map(str, run(a, b, c, program)))
    fitting = [0]
    for length in range(1, len(program) + 1):
        tried = sorted(8 * before + digit for before in fitting for digit in range(8))
        some = [a for a in tried if a and run(a, b, c, program) == program[-length:]]
        fitting = sorted({a % 2**13: a for a in reversed(some)}.values())  # more bits are not seen later
    return first, str(fitting[0])
