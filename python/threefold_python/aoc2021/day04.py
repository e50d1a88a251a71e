"""Giant Squid: a number is marked from the call that names it on, so the calls say when a board wins."""

import re
from itertools import chain
from typing import NamedTuple

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import natural, numbered

Board = list[list[int]]

LIMIT = 999_999
ROW = re.compile(" *" + " +".join(["([0-9]+)"] * 5))


class Game(NamedTuple):
    calls: list[int]
    boards: list[Board]


def parse(text: str) -> Game:
    (_, first), *rest = numbered(text)
    calls = [natural(word, 1, LIMIT) for word in first.split(",")]
    boards: list[Board] = []
    for number, line in rest:
        if number % 6 == 2:
            if line:
                raise InvalidInput(number, "expected an empty line before a board")
            boards.append([])
        else:
            boards[-1].append(row(line, number))
    if not boards or len(boards[-1]) < 5:
        raise InvalidInput(len(rest) + 1, "expected one or more boards of five rows")
    return Game(calls, boards)


def row(line: str, number: int) -> list[int]:
    """Which five numbers stand on the line?"""
    match = ROW.fullmatch(line)
    if not match:
        raise InvalidInput(number, "expected five numbers parted by spaces")
    return [natural(word, number, LIMIT) for word in match.groups()]


def part1(game: Game) -> int:
    """What is the score of the board that wins first?"""
    return score(game, *min(wins(game)))


def part2(game: Game) -> int:
    """What is the score of the board that wins last?"""
    return score(game, *max(wins(game)))


def wins(game: Game) -> list[tuple[int, int]]:
    """At which call does which board win? Boards that win at the same call do so in the order of the text."""
    called_at = first_calls(game.calls)
    never = len(game.calls)
    found = []
    for place, board in enumerate(game.boards):
        rows = [[called_at.get(number, never) for number in row] for row in board]
        columns = zip(*rows, strict=True)
        call = min(max(line) for line in (*rows, *columns))
        if call < never:
            found.append((call, place))
    if not found:
        raise NoAnswer("no board wins")
    return found


def score(game: Game, call: int, place: int) -> int:
    """What does the board score if it wins at that call?"""
    numbers = chain.from_iterable(game.boards[place])
    marked = set(game.calls[: call + 1])
    return game.calls[call] * sum(number for number in numbers if number not in marked)


def first_calls(calls: list[int]) -> dict[int, int]:
    """When is each number called first?"""
    return {number: call for call, number in reversed(list(enumerate(calls)))}
