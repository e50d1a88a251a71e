"""Makes bosses that a wizard can beat, the hard way, too."""

from random import Random

# Up to so many hit points, a boss is beaten whose damage is up to so much.
WEAK = ((10, 47), (20, 24), (30, 16), (40, 12), (50, 11), (70, 10), (90, 9), (140, 8))


def generate(rng: Random, size: int) -> str:
    """A boss for whom about ``size`` states of the fight are looked at."""
    points = round(12.5 * size**0.2)
    damages = [damage for most, damage in WEAK if points <= most]
    if not damages:
        raise ValueError("no boss of more than 140 hit points is made")
    points = max(1, points - rng.randint(0, points // 10))
    return f"Hit Points: {points}\nDamage: {rng.randint(max(1, damages[0] - 3), damages[0])}"
