"""Gaussians as a log-linear family: FLINT's inverses, and products by the gain of Kalman's filter."""

from functools import reduce

import numpy as np
from flint import fmpq, fmpq_mat

Moments = tuple[fmpq_mat, fmpq_mat]


SIZES = (*range(1, 13), 20)


def solve(text: str) -> tuple[str, str]:
    groups = [
        moments([list(map(int, row.split())) for row in block.split("\n")])
        for block in text.split("\n\n")[1:]
    ]
    lines = []
    for mean, covariance in groups:
        precision = covariance.inv()
        lines.append(f"{total(precision * mean)} {total(precision) / -2}")
    mean, covariance = reduce(fused, groups)
    trace = sum(covariance[at, at] for at in range(covariance.nrows()))
    return "\n".join(lines), f"{' '.join(map(str, mean.entries()))}\n{trace}"


def moments(rows: list[list[int]]) -> Moments:
    data = np.array([[fmpq(value) for value in row] for row in rows], dtype=object)
    mean = data.sum(axis=0) / fmpq(len(rows))
    away = data - mean
    covariance = away.T @ away / fmpq(len(rows))
    return fmpq_mat([[value] for value in mean]), fmpq_mat(covariance.tolist())


def fused(one: Moments, other: Moments) -> Moments:
    gain = one[1] * (one[1] + other[1]).inv()
    return one[0] + gain * (other[0] - one[0]), one[1] - gain * one[1]


def total(matrix: fmpq_mat) -> fmpq:
    return sum(matrix.entries(), fmpq(0))
