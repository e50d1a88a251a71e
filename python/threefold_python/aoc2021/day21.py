"""Dirac Dice: the players never meet, so each of them plays alone, and only their turns are compared."""

from collections import Counter
from itertools import count, cycle, islice, pairwise, product

from threefold_python.reading import Lines

THREE_ROLLS = Counter(sum(rolls) for rolls in product((1, 2, 3), repeat=3))

Starts = tuple[int, int]


def parse(text: str) -> Starts:
    """Where do the players start?"""
    lines = Lines(text)
    starts = start(lines, 1), start(lines, 2)
    lines.end()
    return starts


def start(lines: Lines, player: int) -> int:
    """Where does a player start?"""
    form = rf"Player {player} starting position: (\d+)"
    message = f"expected player {player}'s starting position, from 1 to 10"
    (space,) = lines.line(form, message, 10, lambda space: int(space) > 0)
    return int(space)


def part1(starts: Starts) -> int:
    """What is the loser's score times the number of rolls, with the die for practice?"""
    die = cycle(range(1, 101))
    spaces, scores = list(starts), [0, 0]
    for turn in count():
        player, other = turn % 2, (turn + 1) % 2
        spaces[player] = landed(spaces[player], sum(islice(die, 3)))
        scores[player] += spaces[player]
        if scores[player] >= 1000:
            return scores[other] * 3 * (turn + 1)
    raise AssertionError("each turn scores")


def part2(starts: Starts) -> int:
    """In how many universes does the player win who wins in more of them?"""
    first, second = map(going_on, starts)
    return max(wins(first, second), wins(second, first[1:]))


def wins(mine: list[int], theirs: list[int]) -> int:
    """In how many universes does a player win, each of whose turns comes after one of the other's counts?"""
    ended = [27 * before - after for before, after in pairwise(mine)]
    return sum(mine * theirs for mine, theirs in zip(ended, theirs, strict=False))


def going_on(start: int) -> list[int]:
    """In how many universes has a player who plays alone not reached 21 after 0, 1, 2 turns and so on?"""
    universes, counts = Counter({(start, 0): 1}), [1]
    while universes:
        after: Counter[tuple[int, int]] = Counter()
        for ((space, score), times), (roll, ways) in product(universes.items(), THREE_ROLLS.items()):
            reached = landed(space, roll)
            if score + reached < 21:
                after[reached, score + reached] += times * ways
        universes = after
        counts.append(after.total())
    return counts


def landed(space: int, roll: int) -> int:
    """Which space is that many after this one?"""
    return (space + roll - 1) % 10 + 1
