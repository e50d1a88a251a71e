"""Makes lists of string literals."""

from random import Random
from string import ascii_lowercase


def sign(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.025:
        return f"\\x{rng.randrange(256):02x}"
    return "\\\\" if kind < 0.05 else '\\"' if kind < 0.1 else rng.choice(ascii_lowercase)


def generate(rng: Random, size: int) -> str:
    """``size`` strings of up to 34 letters, a tenth of which are escaped."""
    return "\n".join(f'"{"".join(sign(rng) for _ in range(rng.randint(1, 34)))}"' for _ in range(size))
