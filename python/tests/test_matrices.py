"""Inverses: what the documentation shows, and products that are one."""

import doctest
from random import Random

import numpy as np

from threefold_python import matrices
from threefold_python.matrices import inverse


def test_the_examples() -> None:
    failed, tried = doctest.testmod(matrices)
    assert tried and not failed


def test_an_inverse_times_the_matrix_is_one() -> None:
    rng = Random(1)
    for size in [*range(1, 8), 20]:
        matrix = np.array([[rng.randint(-2, 2) for _ in range(size)] for _ in range(size)], dtype=object)
        for other in (matrix, matrix @ matrix, matrix.T + matrix):
            if found := inverse(other):
                unit = np.identity(size, dtype=int).astype(object)
                assert (other @ found[0] == found[1] * unit).all()
