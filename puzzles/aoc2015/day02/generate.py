"""Makes boxes."""

from random import Random

MOST = 100_000


def generate(rng: Random, size: int) -> str:
    """``size`` boxes with sides from 1 to 30; in one of ten inputs all are valid sides, up to 1000."""
    if size > MOST:
        raise ValueError(f"no more than {MOST} boxes are valid")
    largest = 30 if rng.random() < 0.9 else 1000
    return "\n".join("x".join(str(rng.randint(1, largest)) for _ in range(3)) for _ in range(size))
