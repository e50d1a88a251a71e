"""Wizard Simulator 20XX: the cheapest way to a win, by Dijkstra's algorithm over states of the fight."""

from heapq import heappop, heappush
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

HIT_POINTS = "expected Hit Points: 40, a number from 1 to 150"
DAMAGE = "expected Damage: 5, a number from 1 to 200"


class Boss(NamedTuple):
    hit_points: int
    damage: int


class State(NamedTuple):
    """What the rest of a fight depends on when you are about to cast a spell."""

    boss: int
    mine: int = 50
    mana: int = 500
    shield: int = 0
    poison: int = 0
    recharge: int = 0


def parse(text: str) -> Boss:
    """How strong is the boss?"""
    lines = Lines(text)
    (hit_points,) = lines.line(r"Hit Points: (\d+)", HIT_POINTS, 150, lambda word: int(word) > 0)
    (damage,) = lines.line(r"Damage: (\d+)", DAMAGE, 200, lambda word: int(word) > 0)
    lines.end()
    return Boss(int(hit_points), int(damage))


def part1(boss: Boss, toll: int = 0) -> int:
    """What is the least mana to spend on a win, if each turn of yours costs so many hit points?"""
    queue = [(0, State(boss.hit_points, 50 - toll))]
    seen = set()
    while queue:
        spent, state = heappop(queue)
        if state.boss <= 0:
            return spent
        if state not in seen:
            seen.add(state)
            for mana, cast in spells(state):
                if (after := boss_turn(cast, boss.damage, toll)).mine > 0 or after.boss <= 0:
                    heappush(queue, (spent + mana, after))
    raise NoAnswer("the boss can't be beaten")


def part2(boss: Boss) -> int:
    """And if you lose 1 hit point in each of your turns?"""
    return part1(boss, toll=1)


def spells(state: State) -> list[tuple[int, State]]:
    """Which spells can be cast, for how much mana, and what then?"""
    known = [
        (53, True, {"boss": state.boss - 4}),
        (73, True, {"boss": state.boss - 2, "mine": state.mine + 2}),
        (113, not state.shield, {"shield": 6}),
        (173, not state.poison, {"poison": 6}),
        (229, not state.recharge, {"recharge": 5}),
    ]
    return [
        (price, state._replace(mana=state.mana - price, **change))
        for price, free, change in known
        if free and price <= state.mana
    ]


def boss_turn(state: State, damage: int, toll: int) -> State:
    """What is left after the boss's turn, when yours has begun? The first who falls ends the fight."""
    armor = 7 if state.shield else 0
    state = effects(state)
    if state.boss > 0:
        state = state._replace(mine=state.mine - max(1, damage - armor) - toll)
    return effects(state) if state.boss > 0 and state.mine > 0 else state


def effects(state: State) -> State:
    """What do effects change at the start of a turn?"""
    boss, mine, mana, *timers = state
    boss, mana = boss - 3 * bool(state.poison), mana + 101 * bool(state.recharge)
    return State(boss, mine, mana, *(max(0, turns - 1) for turns in timers))
