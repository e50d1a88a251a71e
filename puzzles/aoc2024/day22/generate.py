"""Makes first secret numbers, some of which are a few steps after another."""

from random import Random

MODULUS = 2**24


def generate(rng: Random, size: int) -> str:
    """``size`` numbers; with few of them, a third come later in the sequence of another, or are the same.

    Raises `ValueError` above 50000 numbers.
    """
    if size > 50_000:
        raise ValueError("there are no more than 50000 numbers")
    secrets = [rng.randrange(1, MODULUS) for _ in range(size)]
    for place in range(1, min(size, 20)):
        if rng.random() < 1 / 3:
            steps = rng.choice((0, 3, 4, 1996, 2001, rng.randrange(2500)))
            secrets[place] = later(secrets[rng.randrange(place)], steps)
    return "\n".join(map(str, secrets))


def later(secret: int, steps: int) -> int:
    for _ in range(steps):
        secret = (secret ^ secret * 64) % MODULUS
        secret ^= secret // 32
        secret = (secret ^ secret * 2048) % MODULUS
    return secret
