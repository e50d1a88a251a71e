"""Makes two lists of places that have some in common."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` lines: some of the left numbers come again and again on the right.

    Raises `ValueError` above 100000 lines.
    """
    if size > 100_000:
        raise ValueError("there are no more than 100000 lines")
    left = [rng.randint(10_000, 99_999) for _ in range(size)]
    known = rng.sample(left, max(1, size // 40))
    share = rng.uniform(0.2, 0.6)
    right = [rng.choice(known) if rng.random() < share else rng.randint(10_000, 99_999) for _ in range(size)]
    return "\n".join(f"{one}   {other}" for one, other in zip(left, right, strict=True))
