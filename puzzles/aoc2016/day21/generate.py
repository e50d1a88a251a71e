"""Makes scrambling functions."""

from random import Random

MOST = 10_000


def generate(rng: Random, size: int) -> str:
    """``size`` operations of seven kinds, whose two letters or positions are different.

    Raises `ValueError` above 10000 operations.
    """
    if size > MOST:
        raise ValueError(f"no more than {MOST} operations are valid")
    return "\n".join(operation(rng) for _ in range(max(1, size)))


def operation(rng: Random) -> str:
    """One line."""
    x, y = rng.sample(range(8), 2)
    one, other = rng.sample("abcdefgh", 2)
    steps = rng.randrange(8)
    turn = f"{rng.choice(('left', 'right'))} {steps} step{'' if steps == 1 else 's'}"
    kinds = (
        f"swap position {x} with position {y}",
        f"swap letter {one} with letter {other}",
        f"rotate {turn}",
        f"rotate based on position of letter {one}",
        f"reverse positions {min(x, y)} through {max(x, y)}",
        f"move position {x} to position {y}",
    )
    return rng.choice(kinds)
