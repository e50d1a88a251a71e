"""Makes herds of reindeer."""

from random import Random

NAMES = ("Dasher", "Dancer", "Prancer", "Vixen", "Comet", "Cupid", "Donner", "Blitzen", "Rudolph")


def generate(rng: Random, size: int) -> str:
    """``size`` reindeer that are about equally far after a long time; names come again after nine."""
    names = rng.sample(NAMES, len(NAMES))
    return "\n".join(reindeer(rng, names[number % len(names)]) for number in range(max(1, size)))


def reindeer(rng: Random, name: str) -> str:
    speed, flies = rng.choice(
        ((rng.randint(3, 8), rng.randint(8, 20)), (rng.randint(9, 30), rng.randint(3, 9)))
    )
    rests = max(1, (speed - 1) * flies + rng.randint(-8, 8))
    return f"{name} can fly {speed} km/s for {flies} seconds, but then must rest for {rests} seconds."
