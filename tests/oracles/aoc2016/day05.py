"""How About a Nice Game of Chess?: each number's hash, as the standard library has it."""

from hashlib import md5
from itertools import count

SIZES = (*range(1, 9), 16, 100, 256, 300)


def solve(text: str) -> tuple[str, str]:
    zeroes, _, name = text.rpartition(" ")
    start = "0" * int(zeroes or 5)
    first, second = "", ["_"] * 8
    for number in count():
        shown = md5(f"{name}{number}".encode()).hexdigest()
        if shown.startswith(start):
            place, character, *_ = shown[len(start) :]
            first += place
            if place in "01234567" and second[int(place)] == "_":
                second[int(place)] = character
            if len(first) >= 8 and "_" not in second:
                return first[:8], "".join(second)
    raise AssertionError("numbers do not end")
