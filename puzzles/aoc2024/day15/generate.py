"""Makes warehouses with boxes, and moves."""

from random import Random

MOST = 40_000


def generate(rng: Random, size: int) -> str:
    """``size`` moves in a warehouse that has 50 rows and columns if there are many.

    Raises `ValueError` above 40000 moves.
    """
    if size > MOST:
        raise ValueError(f"there are no more than {MOST} moves")
    width, height = (50, 50) if size > 2000 else (rng.randint(4, 8 + size // 50) for _ in range(2))
    rows = [["#"] * width for _ in range(height)]
    for row in rows[1:-1]:
        row[1:-1] = rng.choices(".O#", [70, rng.choice((10, 26, 35)), 4], k=width - 2)
    rows[rng.randrange(1, height - 1)][rng.randrange(1, width - 1)] = "@"
    moves = rng.choices("<>^v", k=size)
    for place in range(1, size):
        if rng.random() < 0.2:
            moves[place] = moves[place - 1]
    lines = ["".join(moves[start : start + 1000]) for start in range(0, size, 1000)]
    return "\n".join(["".join(row) for row in rows] + ["", *lines])
