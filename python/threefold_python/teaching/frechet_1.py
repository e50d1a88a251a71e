"""Gradients of traces: a factor's change is multiplied by what comes after it, times what comes before."""

from functools import reduce
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from ..reading import Lines

P = 2**61 - 1
SIZES = "expected constants 0 to 23 and terms 1 to 20, as constants 2 terms 1"
MATRIX = "expected a matrix, {name} = 1 2; 3 4, with up to 20 rows and columns of numbers from -999 to 999"
TERM = "expected + or - and up to 100 factors that fit together, as + A X B X'"
ROW = r"-?0{0,15}\d{1,3}(?: -?0{0,15}\d{1,3}){0,19}"


class Function(NamedTuple):
    """Matrices by name, X' as well, and terms: a sign, and factors by name whose product's trace it is."""

    matrices: dict[str, np.ndarray]
    terms: list[tuple[int, list[str]]]


def parse(text: str) -> Function:
    """Which function is it, and of which matrix?"""
    lines = Lines(text)
    constants, count = map(int, lines.line(r"constants (\d{1,18}) terms (\d{1,18})", SIZES, valid=are_sizes))
    matrices: dict[str, np.ndarray] = {}
    for name in "ABCDEFGHIJKLMNOPQRSTUVW"[:constants] + "X":
        (rows,) = lines.line(
            f"{name} = ({ROW}(?:; {ROW}){{0,19}})", MATRIX.format(name=name), valid=is_matrix
        )
        matrix = np.array([[int(word) for word in row.split()] for row in rows.split(";")], dtype=object)
        matrices |= {name: matrix, f"{name}'": matrix.T}
    lines.blank("expected an empty line")
    pattern = r"([+-])((?: [A-X]'?){1,100})"
    terms = [lines.line(pattern, TERM, valid=lambda *term: fit(matrices, term[1])) for _ in range(count)]
    lines.end()
    return Function(matrices, [(1 if sign == "+" else -1, names.split()) for sign, names in terms])


def are_sizes(constants: str, terms: str) -> bool:
    """Are these numbers of constants, and of terms?"""
    return int(constants) <= 23 and 1 <= int(terms) <= 20


def is_matrix(rows: str) -> bool:
    """Are all rows as long as the first?"""
    return len({row.count(" ") for row in rows.split("; ")}) == 1


def fit(matrices: dict[str, np.ndarray], names: str) -> bool:
    """Are all matrices there, with as many columns as the next has rows, and the last as the first?"""
    factors = names.split()
    if not matrices.keys() >= set(factors):
        return False
    shapes = [matrices[name].shape for name in factors]
    return all(left[1] == right[0] for left, right in pairwise([*shapes, shapes[0]]))


def part1(function: Function) -> int:
    """What is the function's value?"""
    matrices, terms = function
    traces = [sign * np.trace(reduce(product, (matrices[name] for name in names))) for sign, names in terms]
    return nearest(sum(traces))


def part2(function: Function) -> str:
    """What is its gradient?"""
    matrices, terms = function
    gradient = 0 * matrices["X"]
    for sign, names in terms:
        factors = [matrices[name] for name in names]
        one = np.identity(len(factors[0]), dtype=int).astype(object)
        before = accumulate(factors, product, initial=one)
        after = list(accumulate(factors[::-1], lambda right, left: product(left, right), initial=one))[-2::-1]
        for name, left, right in zip(names, before, after, strict=False):
            if name == "X":  # tr(left E right) = tr(right left E)
                gradient += sign * product(right, left).T
            elif name == "X'":  # a matrix and its transpose have one trace
                gradient += sign * product(right, left)
    return "\n".join(" ".join(str(nearest(entry)) for entry in row) for row in gradient)


def product(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """What is the product, modulo the prime?"""
    return np.asarray(left @ right % P)


def nearest(number: int) -> int:
    """Which number nearest to 0 leaves the same remainder?"""
    return (int(number) + P // 2) % P - P // 2
