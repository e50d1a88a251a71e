"""Transparent Origami, backwards: paper is unfolded, and a place of the picture looks for dots above it."""

from itertools import product

SIZES = (*range(1, 7), 9, 12, 20)


def above(place: int, lines: list[int]) -> list[int]:
    """The numbers of the whole paper that come to lie on one of the folded paper."""
    found = [place]
    for line in reversed(lines):
        found += [line + (line - number) for number in found if number != line]
    return found


def solve(text: str) -> tuple[str, str]:
    """The dots after the first fold, and the picture after the last."""
    drawn, below = text.split("\n\n")
    dots = {tuple(map(int, line.split(","))) for line in drawn.split("\n")}
    folds = [line.removeprefix("fold along ").split("=") for line in below.split("\n")]
    xs, ys = ([int(number) for name, number in folds if name == axis] for axis in "xy")

    first = int(folds[0][1])
    at = "xy".index(folds[0][0])
    hidden = 0
    for dot in dots:
        twin = list(dot)
        twin[at] = first - (dot[at] - first)
        hidden += dot[at] > first and tuple(twin) in dots

    picture = [
        "".join(".#"[any(dot in dots for dot in product(above(x, xs), above(y, ys)))] for x in range(xs[-1]))
        for y in range(ys[-1])
    ]
    return str(len(dots) - hidden), "\n".join(picture)
