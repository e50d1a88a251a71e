"""Ceres Search: from each letter, in each direction, letter by letter."""

from itertools import product


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    letters = {(x, y): letter for y, row in enumerate(text.split("\n")) for x, letter in enumerate(row)}

    def word(x: int, y: int, right: int, down: int, length: int) -> str:
        return "".join(letters.get((x + step * right, y + step * down), " ") for step in range(length))

    words = crosses = 0
    for x, y in letters:
        words += sum(word(x, y, *way, 4) == "XMAS" for way in product((-1, 0, 1), repeat=2))
        falling, rising = word(x - 1, y - 1, 1, 1, 3), word(x - 1, y + 1, 1, -1, 3)
        crosses += all(diagonal in ("MAS", "SAM") for diagonal in (falling, rising))
    return str(words), str(crosses)
