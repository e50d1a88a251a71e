"""Knights of the Dinner Table: all orders around the table, and every gap for one who minds nothing."""

from itertools import permutations

SIZES = (1, 2, 4, 8, 9, 12, 16, 32, 40, 64, 128, 256)


def solve(text: str) -> tuple[str, str]:
    likes: dict[tuple[str, str], int] = {}
    for line in text.rstrip(".").split(".\n"):
        words = line.split()
        likes[words[0], words[-1]] = int(words[3]) * (1 if words[2] == "gain" else -1)
    guests = sorted({one for one, _ in likes})
    best, best_with_me = [], []
    for others in permutations(guests[1:]):
        table = [guests[0], *others]
        sides = [
            likes[one, other] + likes[other, one]
            for one, other in zip(table, table[1:] + table[:1], strict=True)
        ]
        best.append(sum(sides))
        best_with_me.append(sum(sides) - min(sides))
    return str(max(best)), str(max(best_with_me))
