"""Ceres Search: the text in strides, a row long or one more or less, is its columns and diagonals."""

from threefold_python.reading import grid

MESSAGE = "expected a row of X, M, A and S as long as the first, at most 2000 rows and columns"
CROSSES = {"MMASS", "MSAMS", "SMASM", "SSAMM"}  # row by row, the corners and the middle


def parse(text: str) -> str:
    """All rows, with a line end between two of them, at which no word goes on."""
    return "\n".join(grid(text, "XMAS", 2000, MESSAGE))


def part1(letters: str) -> int:
    """How often is XMAS there, along rows, columns and diagonals, forwards or backwards?"""
    down = row_length(letters)
    lines = (letters[start::stride] for stride in (1, down - 1, down, down + 1) for start in range(stride))
    return sum(line.count("XMAS") + line.count("SAMX") for line in lines)


def part2(letters: str) -> int:
    """How many crosses of two MAS are there?"""
    down = row_length(letters)
    corners_and_middle = (0, 2, down + 1, 2 * down, 2 * down + 2)
    five = zip(*(letters[offset:] for offset in corners_and_middle), strict=False)
    return sum("".join(letters) in CROSSES for letters in five)


def row_length(letters: str) -> int:
    """How far apart are a letter and the one below it?"""
    return letters.find("\n") + 1 or len(letters) + 1
