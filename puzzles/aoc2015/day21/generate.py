"""Makes bosses that some outfits beat, and others don't."""

from itertools import count
from random import Random


def generate(rng: Random, size: int) -> str:
    """A boss with ``size`` hit points, but two at least."""
    if size > 1250:
        raise ValueError("a boss of more than 1250 hit points is not beaten")
    points = max(2, size)
    for tries in count():
        damage, armor = rng.randint(1, 12 + tries // 4), rng.randint(0, 4)

        def wins(damages: int, protects: int, damage: int = damage, armor: int = armor) -> bool:
            rounds = -(-points // max(1, damages - armor))
            return rounds <= -(-100 // max(1, damage - protects))

        if not wins(4, 0) and (wins(13, 5) or wins(8, 10)):
            return f"Hit Points: {points}\nDamage: {damage}\nArmor: {armor}"
    raise AssertionError
