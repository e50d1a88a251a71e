"""Makes folded paper, and unfolds it."""

from random import Random

# Letters, each six rows of five places, bit by bit; the last place is the gap after a letter, but for Y.
ALPHABET = [
    0x19297A52,
    0x392E4A5C,
    0x1928424C,
    0x3D0E421E,
    0x3D0E4210,
    0x19285A4E,  # A B C E F G
    0x252F4A52,
    0x1C42108E,
    0x0C210A4C,
    0x254C5292,
    0x2108421E,
    0x19294A4C,  # H I J K L O
    0x39297210,
    0x39297292,
    0x1D08305C,
    0x25294A4C,
    0x23151084,
    0x3C22221E,  # P R S U Y Z
]
LETTERS = 8
PLACES_A_DOT = 1000
LIMIT = 9999


def generate(rng: Random, size: int) -> str:
    """``size`` dots that fold up into eight letters, which have gaps below some hundred dots.

    As officially, every fold is in the middle, of the longer side, along either axis at least once; there are
    so many folds that the paper has at least a thousand places a dot, but never more than the largest allowed
    coordinates. A dot may be drawn twice, about as seldom as two of them meet by chance on such a paper.
    """
    picture = [
        (5 * number + place % 5, place // 5)
        for number, letter in enumerate(rng.choices(ALPHABET, k=LETTERS))
        for place, bit in enumerate(f"{letter:030b}")
        if bit == "1"
    ]
    sides = [5 * LETTERS, 6]
    lines: list[tuple[int, int]] = []
    while len({axis for axis, _ in lines}) < 2 or sides[0] * sides[1] < PLACES_A_DOT * size:
        axis = 0 if sides[0] <= sides[1] else 1
        if 2 * sides[axis] > LIMIT:
            break
        lines.append((axis, sides[axis]))
        sides[axis] = 2 * sides[axis] + 1
    rng.shuffle(picture)
    places = [*picture, *rng.choices(picture, k=max(0, size - len(picture)))][: max(1, size)]
    rng.shuffle(places)
    folds = [f"fold along {'xy'[axis]}={line}" for axis, line in reversed(lines)]
    return "\n".join([*(_unfolded(rng, place, lines) for place in places), "", *folds])


def _unfolded(rng: Random, dot: tuple[int, int], lines: list[tuple[int, int]]) -> str:
    """A dot of the large paper that ends up at the given place."""
    place = list(dot)
    for axis, line in lines:
        if rng.getrandbits(1):
            place[axis] = 2 * line - place[axis]
    return f"{place[0]},{place[1]}"
