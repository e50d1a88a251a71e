"""An Elephant Named Joseph: the game, turn by turn."""

from collections.abc import Callable

SIZES = (*range(1, 100), 127, 128, 129, 242, 243, 244, 485, 486, 487, 1000, 5000)


def solve(text: str) -> tuple[str, str]:
    return played(int(text), lambda circle: 1), played(int(text), lambda circle: circle // 2)


def played(elves: int, other: Callable[[int], int]) -> str:
    circle = list(range(1, elves + 1))
    turn = 0
    while len(circle) > 1:
        out = (turn + other(len(circle))) % len(circle)
        del circle[out]
        # Whoever sits after the one that took, where the gap has moved that one or not.
        turn = (turn + (out > turn)) % len(circle)
    return str(circle[0])
