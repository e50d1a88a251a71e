"""Makes pairs of decimal integers."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """Two integers, one a line, of ``size`` digits or now and then fewer, with or without a sign."""
    return "\n".join(integer(rng, max(1, size)) for _ in range(2))


def integer(rng: Random, size: int) -> str:
    """An integer of ``size`` digits, now and then of fewer; all nines or a power of ten one time in eight."""
    if rng.random() < 1 / 4:
        size = rng.randint(1, size)
    kind = rng.random()
    if kind < 1 / 16:
        digits = "9" * size
    elif kind < 1 / 8:
        digits = "1" + "0" * (size - 1)
    else:
        digits = str(rng.randint(1, 9)) + "".join(rng.choices("0123456789", k=size - 1))
    if size == 1 and rng.random() < 1 / 8:
        digits = "0"
    return rng.choice(["", "", "-", "-", "+"]) + digits
