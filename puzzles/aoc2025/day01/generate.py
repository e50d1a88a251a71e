"""Makes documents of rotations."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` rotations, one a line; a fifth of them go around at least once."""
    return "\n".join(
        rng.choice("LR") + str(rng.randint(100, 999) if rng.random() < 0.2 else rng.randint(1, 99))
        for _ in range(max(1, size))
    )
