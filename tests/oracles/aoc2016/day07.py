"""Internet Protocol Version 7: every pair of letters is tried, in every stretch."""

from itertools import permutations
from string import ascii_lowercase

SIZES = (*range(1, 20), 50, 100)


def solve(text: str) -> tuple[str, str]:
    tls = ssl = 0
    for line in text.split("\n"):
        outside, inside = [], []
        for number, part in enumerate(line.split("[")):
            if number == 0:
                outside.append(part)
            else:
                hidden, shown = part.split("]")
                inside.append(hidden)
                outside.append(shown)
        pairs = list(permutations(ascii_lowercase, 2))
        four = [a + b + b + a for a, b in pairs]
        tls += has(outside, four) and not has(inside, four)
        ssl += any(has(outside, [a + b + a]) and has(inside, [b + a + b]) for a, b in pairs)
    return str(tls), str(ssl)


def has(stretches: list[str], words: list[str]) -> bool:
    return any(word in stretch for stretch in stretches for word in words)
