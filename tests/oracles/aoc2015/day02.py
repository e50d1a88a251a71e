"""I Was Told There Would Be No Math: all faces of a box, of which one is the smallest."""

from itertools import combinations


def solve(text: str) -> tuple[str, str]:
    paper = ribbon = 0
    for line in text.split("\n"):
        sides = [int(side) for side in line.split("x")]
        faces = [(one * other, 2 * one + 2 * other) for one, other in combinations(sides, 2)]
        paper += sum(2 * area for area, _ in faces) + min(faces)[0]
        ribbon += min(around for _, around in faces) + sides[0] * sides[1] * sides[2]
    return str(paper), str(ribbon)
