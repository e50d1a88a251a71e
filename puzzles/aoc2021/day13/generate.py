"""Makes folded paper, and unfolds it."""

from random import Random

LETTERS = 8
PLACES_A_DOT = 1000
LIMIT = 9999


def generate(rng: Random, size: int) -> str:
    """``size`` dots that fold up into eight letters of four by six places, which no alphabet has.

    As officially, every fold is in the middle, and of the longer side; there are so many folds that the
    paper has at least a thousand places a dot, but never more than the largest allowed coordinates. A dot
    may be drawn twice, about as seldom as two of them meet by chance on such a paper.
    """
    letters = [(5 * letter + x, y) for letter in range(LETTERS) for x in range(4) for y in range(6)]
    picture = rng.sample(letters, len(letters) // 2)
    sides = [5 * LETTERS, 6]
    lines: list[tuple[int, int]] = []
    while sides[0] * sides[1] < PLACES_A_DOT * size:
        axis = 0 if sides[0] <= sides[1] else 1
        if 2 * sides[axis] > LIMIT:
            break
        lines.append((axis, sides[axis]))
        sides[axis] = 2 * sides[axis] + 1
    dots = [_unfolded(rng, rng.choice(picture), lines) for _ in range(max(1, size))]
    lines = lines or [(0, 5 * LETTERS)]
    folds = (f"fold along {'xy'[axis]}={line}" for axis, line in reversed(lines))
    return "\n".join([*dots, "", *folds])


def _unfolded(rng: Random, dot: tuple[int, int], lines: list[tuple[int, int]]) -> str:
    """A dot of the large paper that ends up at the given place."""
    place = list(dot)
    for axis, line in lines:
        if rng.getrandbits(1):
            place[axis] = 2 * line - place[axis]
    return f"{place[0]},{place[1]}"
