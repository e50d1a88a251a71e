"""Sparse coding: all sets of atoms and all their signs, until one meets the conditions."""

from collections.abc import Iterator
from itertools import product

from flint import fmpq, fmpq_mat

SIZES = (*range(1, 7), *range(1, 7))


def solve(text: str) -> tuple[str, str]:
    head, signal, _, *atoms = text.split("\n")
    above, _, below = head.split()[1].partition("/")
    penalty = fmpq(int(above), int(below or 1))
    x = fmpq_mat([list(map(int, signal.split()))])
    rows = fmpq_mat([list(map(int, atom.split())) for atom in atoms])
    found = next(least(x, rows, penalty))
    residual = x - found * rows
    value = sum(one**2 for one in residual.entries()) / 2 + penalty * sum(map(abs, found.entries()))
    letters = "".join("0+-"[(one > 0) - (one < 0)] for one in found.entries())
    return letters, f"{sum(found.entries(), fmpq(0))} {value}"


def least(x: fmpq_mat, rows: fmpq_mat, penalty: fmpq) -> Iterator[fmpq_mat]:
    for signs in product((0, 1, -1), repeat=rows.nrows()):
        active = [at for at, sign in enumerate(signs) if sign]
        own = fmpq_mat([rows.tolist()[at] for at in active]) if active else fmpq_mat(0, rows.ncols())
        gram = own * own.transpose()
        if gram.det() == 0:
            continue
        aims = own * x.transpose() - fmpq_mat(len(active), 1, [penalty * signs[at] for at in active])
        values = dict(zip(active, (gram.inv() * aims).entries(), strict=True))
        found = fmpq_mat(1, len(signs), [values.get(at, fmpq(0)) for at in range(len(signs))])
        products = (rows * (x - found * rows).transpose()).entries()
        if all(value * signs[at] > 0 for at, value in values.items()) and max(map(abs, products)) <= penalty:
            yield found
