"""Makes door codes, most of them of three digits as the official ones are."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` codes; one of five has any number of digits. Raises `ValueError` above 10000."""
    if size > 10_000:
        raise ValueError("there are no more than 10000 codes")
    return "\n".join(code(rng) for _ in range(size))


def code(rng: Random) -> str:
    length = rng.choice((3, 3, 3, 3, rng.randint(1, 18)))
    return "".join(rng.choices("0123456789", k=length)) + "A"
