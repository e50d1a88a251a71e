"""Makes the beginning of a game."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """Two starting positions. There are a hundred inputs only, so that all sizes are the same."""
    return "\n".join(f"Player {player} starting position: {rng.randint(1, 10)}" for player in (1, 2))
