"""RPG Simulator 20XX: every outfit is tried, and who wins is told without a fight."""

from itertools import combinations, product
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

HIT_POINTS = "expected Hit Points: 80, a number from 1 to 10000"
DAMAGE = "expected Damage: 5, a number from 1 to 1000"
ARMOR = "expected Armor: 1, a number from 0 to 1000"


class Boss(NamedTuple):
    hit_points: int
    damage: int
    armor: int


class Item(NamedTuple):
    gold: int
    damage: int
    armor: int


WEAPONS = [Item(8, 4, 0), Item(10, 5, 0), Item(25, 6, 0), Item(40, 7, 0), Item(74, 8, 0)]
ARMORS = [Item(13, 0, 1), Item(31, 0, 2), Item(53, 0, 3), Item(75, 0, 4), Item(102, 0, 5)]
RINGS = [Item(25, 1, 0), Item(50, 2, 0), Item(100, 3, 0), Item(20, 0, 1), Item(40, 0, 2), Item(80, 0, 3)]


def parse(text: str) -> Boss:
    """How strong is the boss?"""
    lines = Lines(text)
    (hit_points,) = lines.line(r"Hit Points: (\d+)", HIT_POINTS, 10000, lambda word: int(word) > 0)
    (damage,) = lines.line(r"Damage: (\d+)", DAMAGE, 1000, lambda word: int(word) > 0)
    (armor,) = lines.line(r"Armor: (\d+)", ARMOR, 1000)
    lines.end()
    return Boss(int(hit_points), int(damage), int(armor))


def part1(boss: Boss) -> int:
    """What is the least gold with which you win?"""
    wins = [outfit.gold for outfit in outfits() if beats(outfit, boss)]
    if not wins:
        raise NoAnswer("no outfit wins")
    return min(wins)


def part2(boss: Boss) -> int:
    """What is the most gold with which you still lose?"""
    losses = [outfit.gold for outfit in outfits() if not beats(outfit, boss)]
    if not losses:
        raise NoAnswer("every outfit wins")
    return max(losses)


def outfits() -> list[Item]:
    """What can you wear, all of it taken together?"""
    armors = [[], *([armor] for armor in ARMORS)]
    rings = [pair for count in (0, 1, 2) for pair in combinations(RINGS, count)]
    return [
        Item(*map(sum, zip(weapon, *armor, *pair, strict=True)))
        for weapon, armor, pair in product(WEAPONS, armors, rings)
    ]


def beats(outfit: Item, boss: Boss) -> bool:
    """Do you win? You strike first, so it is enough to last as many rounds as the boss."""
    rounds = -(-boss.hit_points // max(1, outfit.damage - boss.armor))
    return rounds <= -(-100 // max(1, boss.damage - outfit.armor))
