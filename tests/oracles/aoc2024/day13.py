"""Claw Contraption: all presses up to 100 are tried; far away, all that could be the best."""

import re
from fractions import Fraction

SIZES = range(1, 40)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    near = far = 0
    for block in text.split("\n\n"):
        ax, ay, bx, by, x, y = map(int, re.findall(r"\d+", block))
        tried = [(a, b) for a in range(101) for b in range(101)]
        near += cheapest(tried, ax, ay, bx, by, x, y)
        x, y = x + 10**13, y + 10**13
        # In line, bx times A are worth ax times B, so a best way does without so many of one of them.
        tried = [(a, (x - a * ax) // bx) for a in range(bx)] + [((x - b * bx) // ax, b) for b in range(ax)]
        if slope := ay - Fraction(ax * by, bx):  # each A leaves the line on which B leads through the prize
            tried = [(a := int((y - Fraction(x * by, bx)) / slope), (x - a * ax) // bx)]
        far += cheapest(tried, ax, ay, bx, by, x, y)
    return str(near), str(far)


def cheapest(tried: list[tuple[int, int]], ax: int, ay: int, bx: int, by: int, x: int, y: int) -> int:
    fine = [(a, b) for a, b in tried if a >= 0 <= b and (a * ax + b * bx, a * ay + b * by) == (x, y)]
    return min((3 * a + b for a, b in fine), default=0)
