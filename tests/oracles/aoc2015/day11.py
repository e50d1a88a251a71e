"""Corporate Policy: all passwords in order, those with the same four letters in front at once."""

from itertools import pairwise, product

import numpy as np

SIZES = (1,) * 12
BAD = {ord(letter) - ord("a") for letter in "iol"}
TAILS = np.indices((26,) * 4, dtype=np.int8).reshape(4, -1)


def allowed(front: tuple[int, ...]) -> np.ndarray:
    """Which of all tails make a password that will do?"""
    letters = [np.full(26**4, letter, np.int8) for letter in front] + list(TAILS)
    plain = np.all([letter != bad for letter in letters for bad in BAD], axis=0)
    steps = [after - before == 1 for before, after in pairwise(letters)]
    straight = np.any([one & other for one, other in pairwise(steps)], axis=0)
    paired = np.zeros(26**4, np.int32)  # a bit for each letter
    for before, after in pairwise(letters):
        paired |= np.where(before == after, np.int32(1) << before, 0)
    return plain & straight & (paired & (paired - 1) != 0)


def solve(text: str) -> tuple[str, ...]:
    found: list[str] = []
    old = tuple(ord(letter) - ord("a") for letter in text)
    for front in product(range(old[0], 26), range(26), range(26), range(26)):
        if front >= old[:4] and not BAD & set(front):
            for tail in TAILS[:, allowed(front)].T.tolist():
                if (*front, *tail) > old:
                    found.append("".join(chr(ord("a") + letter) for letter in (*front, *tail)))
            if len(found) >= 2:
                return found[0], found[1]
    raise ValueError("no two passwords follow")
