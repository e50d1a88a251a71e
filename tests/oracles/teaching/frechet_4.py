"""The determinant and its gradient: FLINT's determinants of the matrix and of all its minors."""

from flint import fmpz_mat

SIZES = (*range(1, 25), *range(1, 13), 30, 40)


def solve(text: str) -> tuple[str, str]:
    rows = [list(map(int, line.split())) for line in text.split("\n")]
    places = range(len(rows))
    gradient = [" ".join(str(cofactor(rows, row, column)) for column in places) for row in places]
    return str(fmpz_mat(rows).det()), "\n".join(gradient)


def cofactor(rows: list[list[int]], row: int, column: int) -> int:
    minor = [line[:column] + line[column + 1 :] for at, line in enumerate(rows) if at != row]
    size = len(minor)
    value = fmpz_mat(size, size, [number for line in minor for number in line]).det()
    return int(value) * (-1) ** (row + column)
