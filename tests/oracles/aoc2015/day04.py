"""The Ideal Stocking Stuffer: each number's hash, as the standard library has it."""

from hashlib import md5
from itertools import count

SIZES = (*range(1, 13), 20, 100, 300, 1000, 4096, 70_000)


def solve(text: str) -> tuple[str, str]:
    zeroes, _, key = text.rpartition(" ")

    def starts(number: int, start: str) -> bool:
        return md5(f"{key}{number}".encode()).hexdigest().startswith(start)

    start = "0" * int(zeroes or 5)
    part1 = next(number for number in count(1) if starts(number, start))
    return str(part1), str(next(number for number in count(part1) if starts(number, start + "0")))
