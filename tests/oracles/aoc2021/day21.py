"""Dirac Dice, naively: part 1 is played turn by turn, part 2 from every state that the game may come to."""

from functools import cache
from itertools import product


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    mine, theirs = (int(line.split(": ")[1]) for line in text.split("\n"))
    wins = universes(mine, 0, theirs, 0)
    return str(practice(mine, theirs)), str(max(wins))


def practice(mine: int, theirs: int) -> int:
    """The deterministic game."""
    rolls = my_score = their_score = 0
    while True:
        for _ in range(3):
            mine += rolls % 100 + 1
            rolls += 1
        while mine > 10:
            mine -= 10
        my_score += mine
        if my_score >= 1000:
            return their_score * rolls
        mine, theirs, my_score, their_score = theirs, mine, their_score, my_score


@cache
def universes(mine: int, my_score: int, theirs: int, their_score: int) -> tuple[int, int]:
    """In how many universes do I win, whose turn it is, and in how many does the other one?"""
    if their_score >= 21:
        return 0, 1
    total_mine = total_theirs = 0
    for rolls in product((1, 2, 3), repeat=3):
        place = (mine + sum(rolls) - 1) % 10 + 1
        wins, losses = universes(theirs, their_score, place, my_score + place)
        total_mine += losses
        total_theirs += wins
    return total_mine, total_theirs
