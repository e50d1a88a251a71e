"""Elves Look, Elves Say: all digits are said, 50 times."""

import numpy as np

SIZES = (1, 2, 3, 4, 5, 6, 8, 10)


def solve(text: str) -> tuple[str, str]:
    digits, lengths = np.array(list(text), dtype=np.int8), []
    for _ in range(50):
        starts = np.flatnonzero(np.diff(digits, prepend=0))
        counts = np.diff(starts, append=len(digits)).astype(np.int8)
        digits = np.stack([counts, digits[starts]], axis=1).ravel()
        lengths.append(len(digits))
    return str(lengths[39]), str(lengths[49])
