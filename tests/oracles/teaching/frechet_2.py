"""Linear least squares: the solution at right angles to all that changes no prediction."""

from flint import fmpq, fmpq_mat


def solve(text: str) -> tuple[str, str]:
    _, data, weights = text.split("\n\n")
    pairs = [[[int(word) for word in part.split()] for part in line.split("|")] for line in data.split("\n")]
    matrix = [[int(word) for word in line.split()] for line in weights.split("\n")]
    inputs, outputs = (range(len(part)) for part in pairs[0])
    gradient = [
        [sum(2 * (dot(matrix[row], x) - y[row]) * x[column] for x, y in pairs) for column in inputs]
        for row in outputs
    ]
    equations = [
        [sum(x[row] * (x + y)[column] for x, y in pairs) for column in range(len(inputs) + len(outputs))]
        for row in inputs
    ]
    reduced, rank = fmpq_mat(
        len(inputs), len(inputs) + len(outputs), [entry for row in equations for entry in row]
    ).rref()
    rows = [list(row) for row in reduced.table()[:rank]]
    pivots = [next(column for column in inputs if row[column] != 0) for row in rows]
    for free in set(inputs) - set(pivots):
        kernel = [fmpq(int(column == free)) for column in inputs]
        for row, pivot in zip(rows, pivots, strict=False):
            kernel[pivot] = -row[free]
        rows.append(kernel + [fmpq(0)] * len(outputs))
    left = fmpq_mat(len(inputs), len(inputs), [row[column] for row in rows for column in inputs])
    right = fmpq_mat(len(inputs), len(outputs), [entry for row in rows for entry in row[len(inputs) :]])
    return written(gradient), written(left.solve(right).transpose().table())


def dot(one: list[int], other: list[int]) -> int:
    return sum(a * b for a, b in zip(one, other, strict=True))


def written(rows: list) -> str:
    return "\n".join(" ".join(map(str, row)) for row in rows)
