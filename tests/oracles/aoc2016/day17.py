"""Two Steps Forward: every path is walked by recursion, its text hashed from the beginning."""

import sys
from hashlib import md5

SIZES = (6, 7, 8, 10, 12, 16, 20, 30, 50, 100, 200)


def solve(text: str) -> tuple[str, str]:
    sys.setrecursionlimit(10_000)
    paths = sorted(walk(text, "", 0, 0), key=len)
    return paths[0], str(len(paths[-1]))


def walk(passcode: str, path: str, row: int, column: int) -> list[str]:
    if row == column == 3:
        return [path]
    up, down, left, right = (digit in "bcdef" for digit in md5((passcode + path).encode()).hexdigest()[:4])
    found = []
    if up and row > 0:
        found += walk(passcode, path + "U", row - 1, column)
    if down and row < 3:
        found += walk(passcode, path + "D", row + 1, column)
    if left and column > 0:
        found += walk(passcode, path + "L", row, column - 1)
    if right and column < 3:
        found += walk(passcode, path + "R", row, column + 1)
    return found
