"""Let It Snow: from cell to cell, and from code to code."""

SIZES = (*range(1, 40), 100, 500)


def solve(text: str) -> tuple[str, None]:
    words = text.rstrip(".").replace(",", "").split()
    wanted = int(words[words.index("row") + 1]), int(words[-1])
    cell, code = (1, 1), 20151125
    while cell != wanted:
        row, column = cell
        cell = (row - 1, column + 1) if row > 1 else (column + 1, 1)
        code = code * 252533 % 33554393
    return str(code), None
