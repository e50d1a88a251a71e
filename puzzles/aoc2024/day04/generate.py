"""Makes squares of letters in which words and crosses are hidden."""

from math import isqrt
from random import Random

WAYS = [(1, 0), (0, 1), (1, 1), (1, -1)]
CROSS = [(-1, -1), (1, -1), (1, 1), (-1, 1)]  # the corners, in a circle


def generate(rng: Random, size: int) -> str:
    """A square of about ``size`` letters, half of which belong to words and crosses.

    Raises `ValueError` above 2000 rows.
    """
    if (side := isqrt(size)) > 2000:
        raise ValueError("there are no more than 2000 rows and columns")
    rows = [rng.choices("XMAS", (3, 5, 7, 5), k=side) for _ in range(side)]

    def write(x: int, y: int, placed: list[tuple[tuple[int, int], str]]) -> None:
        for (right, down), letter in placed:
            if 0 <= x + right < side and 0 <= y + down < side:
                rows[y + down][x + right] = letter

    for _ in range(size // 5):
        right, down = rng.choice(WAYS)
        word = rng.choice(("XMAS", "SAMX"))
        places = [(step * right, step * down) for step in range(4)]
        write(rng.randrange(-1, side), rng.randrange(side), list(zip(places, word, strict=True)))
    for _ in range(size // 10):
        turn = rng.randrange(4)
        corners = list(zip(CROSS[turn:] + CROSS[:turn], "MMSS", strict=True))
        write(rng.randrange(side), rng.randrange(side), [((0, 0), "A"), *corners])
    return "\n".join("".join(row) for row in rows)
