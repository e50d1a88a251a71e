"""Scrambled Letters and Hash: lists that are changed in place; part 2 scrambles words until one is right."""

import re
from itertools import permutations

SIZES = (1, 2, 3)


def solve(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    passwords = map("".join, permutations("hgfedcba"))
    return scrambled("abcdefgh", lines), next(p for p in passwords if scrambled(p, lines) == "fbgdceah")


def scrambled(password: str, lines: list[str]) -> str:
    letters = list(password)
    for line in lines:
        words = line.split()
        numbers = [int(digit) for digit in re.findall(r"\d", line)]
        if line.startswith("swap"):
            x, y = numbers or (letters.index(words[2]), letters.index(words[5]))
            letters[x], letters[y] = letters[y], letters[x]
        elif line.startswith("reverse"):
            x, y = numbers
            letters[x : y + 1] = reversed(letters[x : y + 1])
        elif line.startswith("move"):
            x, y = numbers
            letters.insert(y, letters.pop(x))
        elif words[1] == "left":
            for _ in range(numbers[0]):
                letters.append(letters.pop(0))
        else:
            place = -1 if numbers else letters.index(words[6])
            for _ in range(numbers[0] if numbers else 1 + place + (place > 3)):
                letters.insert(0, letters.pop())
    return "".join(letters)
