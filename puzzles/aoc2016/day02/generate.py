"""Makes moves on a keypad."""

from random import Random

LINES = 5


def generate(rng: Random, size: int) -> str:
    """``size`` moves in at most five lines, as officially, each with a direction that it seldom takes."""
    ends = sorted(rng.sample(range(1, size), min(LINES, size) - 1))
    lengths = [end - start for start, end in zip([0, *ends], [*ends, max(1, size)], strict=True)]
    return "\n".join(line(rng, length) for length in lengths)


def line(rng: Random, length: int) -> str:
    """So many moves."""
    return "".join(rng.choices("UDLR", [rng.uniform(0.3, 1) for _ in range(4)], k=length))
