"""Giant Squid: a number is marked from the call that names it on, so the calls say when a board wins."""

from itertools import chain
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

Board = list[list[int]]

MOST = 9999
ROW = " *" + " +".join([r"(\d+)"] * 5)


class Game(NamedTuple):
    calls: list[int]
    boards: list[Board]


def parse(text: str) -> Game:
    """Which numbers are called, and which stand on each board?"""
    lines = Lines(text)
    calls = lines.separated(f"expected numbers up to {MOST}, separated by commas", MOST)
    lines.blank("expected an empty line")
    return Game(calls, lines.blocks(board))


def board(lines: Lines) -> Board:
    """Which numbers stand in the next five lines?"""
    message = f"expected five numbers up to {MOST}, separated by spaces"
    return [[int(word) for word in lines.line(ROW, message, MOST)] for _ in range(5)]


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
