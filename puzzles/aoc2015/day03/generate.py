"""Makes moves."""

from random import Random

MOST = 1_000_000


def generate(rng: Random, size: int) -> str:
    """``size`` moves, in stretches that one of the directions dominates, as official ones do."""
    if size > MOST:
        raise ValueError(f"no more than {MOST} moves are valid")
    moves: list[str] = []
    while len(moves) < size:
        moves += rng.choices("^v<>", [rng.randint(1, 4) for _ in range(4)], k=rng.randint(1, 200))
    return "".join(moves[:size])
