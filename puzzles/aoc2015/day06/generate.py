"""Makes instructions for a grid of lights."""

from random import Random

LAST = 999
MOST = 30_000


def generate(rng: Random, size: int) -> str:
    """``size`` instructions: any first corner, and any second one beyond it."""
    if size > MOST:
        raise ValueError(f"no more than {MOST} instructions are valid")
    return "\n".join(instruction(rng) for _ in range(size))


def instruction(rng: Random) -> str:
    """What is to be done with a rectangle."""
    left, top = rng.randint(0, LAST), rng.randint(0, LAST)
    right, bottom = rng.randint(left, LAST), rng.randint(top, LAST)
    return f"{rng.choice(['turn on', 'turn off', 'toggle'])} {left},{top} through {right},{bottom}"
