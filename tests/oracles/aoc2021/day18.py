"""Snailfish, naively: the rules rewrite a number's text, and its magnitude is rewriting too."""

import re
from functools import reduce
from itertools import permutations

PAIR = re.compile(r"\[(\d+),(\d+)\]")


def rewritten(number: str) -> str:
    """The text after one step; the same if there is none to take."""
    for pair in PAIR.finditer(number):
        before, after = number[: pair.start()], number[pair.end() :]
        if before.count("[") - before.count("]") >= 4:
            left, right = int(pair[1]), int(pair[2])
            return plus(r"\d+(?=\D*$)", before, left) + "0" + plus(r"\d+", after, right)
    return re.sub(
        r"\d\d+", lambda large: f"[{int(large[0]) // 2},{(int(large[0]) + 1) // 2}]", number, count=1
    )


def plus(which: str, text: str, more: int) -> str:
    """Adds to a regular number in a text, if there is one."""
    return re.sub(which, lambda number: str(int(number[0]) + more), text, count=1)


def add(left: str, right: str) -> str:
    """The sum of two numbers."""
    number = f"[{left},{right}]"
    while (following := rewritten(number)) != number:
        number = following
    return number


def magnitude(number: str) -> int:
    """Pairs of plain numbers become one number until nothing else is left."""
    while "[" in number:
        number = PAIR.sub(lambda pair: str(3 * int(pair[1]) + 2 * int(pair[2])), number)
    return int(number)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    numbers = text.split("\n")
    best = max(magnitude(add(left, right)) for left, right in permutations(numbers, 2))
    return str(magnitude(reduce(add, numbers))), str(best)
