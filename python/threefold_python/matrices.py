"""Matrices of fractions with one denominator: numpy arrays of Python's own whole numbers, all exact.

>>> inverse(np.array([[2, 1], [4, 3]], dtype=object))
(array([[3, -1],
       [-4, 2]], dtype=object), 2)
>>> inverse(np.array([[1, 2], [2, 4]], dtype=object))
>>> characteristic(np.array([[2, 1], [4, 3]], dtype=object))  # x² - 5x + 2
[1, -5, 2]
"""

import numpy as np


def inverse(matrix: np.ndarray, denominator: int = 1) -> tuple[np.ndarray, int] | None:
    """The inverse of a matrix divided by a number, in the same form; None if there is none.

    No fraction is reduced: entries are determinants of parts of the matrix, and no division leaves a rest
    (Bareiss, 1968). So it is with a denominator where elimination of a larger matrix leaves that.
    """
    size = len(matrix)
    rows = np.hstack([matrix, denominator * np.identity(size, dtype=int).astype(object)])
    for column in range(size):
        pivot = next((row for row in range(column, size) if rows[row, column]), None)
        if pivot is None:
            return None
        rows[[column, pivot]] = rows[[pivot, column]]
        scale = rows[column, column]
        for row in range(size):
            if row != column:
                rows[row] = (scale * rows[row] - rows[row, column] * rows[column]) // denominator
        denominator = scale
    return rows[:, size:], denominator


def characteristic(matrix: np.ndarray) -> list[int]:
    """Which polynomial has the eigenvalues as roots? From 1 on, as Faddeev and Le Verrier find it."""
    coefficients, power = [1], matrix
    for k in range(1, len(matrix) + 1):
        coefficients.append(-power.trace() // k)
        power = matrix @ (power + coefficients[k] * np.identity(len(matrix), dtype=int).astype(object))
    return coefficients
