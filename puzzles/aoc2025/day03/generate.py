"""Makes banks of batteries."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` banks of a hundred batteries; in some of them large digits are rare."""
    if size > 20_000:
        raise ValueError("no more than 20000 banks are valid")
    weights = [(1,) * 9, (30, 30, 25, 20, 15, 10, 5, 2, 1)]
    return "\n".join(
        "".join(rng.choices("123456789", rng.choice(weights), k=100)) for _ in range(max(1, size))
    )
