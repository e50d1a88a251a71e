"""Wizard Simulator 20XX: every fight, turn by turn, up to a sum of mana that rises until one is won."""

from itertools import count

SIZES = (*range(1, 13), 20, 30, 50)
SPELLS = {"missile": 53, "drain": 73, "shield": 113, "poison": 173, "recharge": 229}
LASTS = {"shield": 6, "poison": 6, "recharge": 5}


def begin(fight: dict[str, int]) -> None:
    """The effects at the start of a turn."""
    fight["armour"] = 7 if fight["shield"] else 0
    fight["boss"] -= 3 if fight["poison"] else 0
    fight["mana"] += 101 if fight["recharge"] else 0
    for effect in LASTS:
        fight[effect] = max(0, fight[effect] - 1)


def won(fight: dict[str, int], left: int, damage: int, toll: int) -> bool:
    """Can the fight be won from the start of your turn, with so much mana left to spend?"""
    mine = fight["mine"] - toll
    if mine <= 0:
        return False
    fight = fight | {"mine": mine}
    begin(fight)
    if fight["boss"] <= 0:
        return True
    for spell, mana in SPELLS.items():
        if mana > min(left, fight["mana"]) or fight.get(spell, 0):
            continue
        after = fight | {"mana": fight["mana"] - mana} | ({spell: LASTS[spell]} if spell in LASTS else {})
        after["boss"] -= {"missile": 4, "drain": 2}.get(spell, 0)
        after["mine"] += 2 if spell == "drain" else 0
        if after["boss"] > 0:
            begin(after)
        if after["boss"] <= 0:
            return True
        after["mine"] -= max(1, damage - after["armour"])
        if after["mine"] > 0 and won(after, left - mana, damage, toll):
            return True
    return False


def solve(text: str) -> tuple[str, str]:
    boss, damage = (int(line.split(": ")[1]) for line in text.split("\n"))
    start = {"mine": 50, "boss": boss, "mana": 500, "armour": 0, "shield": 0, "poison": 0, "recharge": 0}
    one, two = (next(left for left in count() if won(start, left, damage, toll)) for toll in (0, 1))
    return str(one), str(two)
