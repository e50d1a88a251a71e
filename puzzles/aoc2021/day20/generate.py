"""Makes rules and images."""

from math import isqrt
from random import Random


def generate(rng: Random, size: int) -> str:
    """An image of about ``size`` pixels, nearly a square, and a rule.

    There is an answer, since half of the rules keep the void dark and the others make it flash, so that it
    is dark after any even number of steps.
    """
    width = isqrt(max(1, size))
    height = -(-size // width)
    if height > 1000:
        raise ValueError("no more than 1000 by 1000 pixels are valid")
    rule = "".join(rng.choices("#.", k=510))
    dark, light = rng.choice([(".", rng.choice("#.")), ("#", ".")])
    image = "\n".join("".join(rng.choices("#.", k=width)) for _ in range(height))
    return f"{dark}{rule}{light}\n\n{image}"
