"""Makes diagnostic reports."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` binary numbers, two bits longer than it takes to count them, hardly any of them twice.

    No place has as many ones as zeros.
    """
    size = max(1, size)
    width = size.bit_length() + 2
    numbers = rng.sample(range(1 << width), size)
    for place in range(width):
        if 2 * sum(number >> place & 1 for number in numbers) == size:
            numbers[rng.randrange(size)] ^= 1 << place
    return "\n".join(f"{number:0{width}b}" for number in numbers)
