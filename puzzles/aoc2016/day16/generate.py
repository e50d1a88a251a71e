"""Makes states, and says how large the second disk is."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """A state for a second disk of ``size`` places, down to the last 17 times a power of two.

    Four of five states have 17 digits, as official ones have; the others are of any valid length.
    """
    if size > 17 << 24:
        raise ValueError("a disk has at most 285212672 places")
    digits = 17 if rng.random() < 0.8 else rng.randint(1, 1700)
    state = "".join(rng.choices("01", k=digits))
    doublings = max(1, (size // 17).bit_length() - 1)
    return state if doublings == 21 else f"{doublings} {state}"
