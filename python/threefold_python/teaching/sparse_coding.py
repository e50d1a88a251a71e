"""Sparse coding: from one set of active atoms to the next, while each step makes the value smaller.

The atom most alike to what is left of the signal becomes active. Then all coefficients go to where the value
is least if none changes its sign. One that gets to 0 on the way stops them all, and leaves.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from threefold.contract import NoAnswer

from ..matrices import inverse
from ..reading import Lines

HEAD = "expected 1 to 100 atoms and a penalty above 0, as 5 3/2"
SIGNAL = "expected 1 to 20 numbers from -999 to 999, with a space between two"
NUMBER = r"(?!-?\d{19})-?0*\d{1,3}"
PENALTY = r"((?!0+(?:/|$))\d{1,18}(?:/(?!0+$)\d{1,18})?)"


@dataclass(frozen=True)
class Question:
    """Signal and penalty are times the penalty's denominator, and so are the coefficients."""

    penalty: int
    scale: int
    signal: np.ndarray
    atoms: np.ndarray  # one a row


def parse(text: str) -> Question:
    """What is to be made of which atoms?"""
    lines = Lines(text)
    count, penalty = lines.line(
        rf"(\d{{1,18}}) {PENALTY}", HEAD, valid=lambda count, _: 1 <= int(count) <= 100
    )
    (signal,) = lines.line(rf"({NUMBER}(?: {NUMBER}){{0,19}})", SIGNAL)
    lines.blank("expected an empty line")
    length = len(signal.split())
    message = f"expected {length} numbers from -999 to 999, with a space between two"
    pattern = rf"({NUMBER}(?: {NUMBER}){{{length - 1}}})"
    atoms = [lines.line(pattern, message)[0] for _ in range(int(count))]
    lines.end()
    x, *rows = (np.array(line.split()).astype(int).astype(object) for line in (signal, *atoms))
    above, below = Fraction(penalty).as_integer_ratio()
    return Question(above, below, x * below, np.array(rows, dtype=object))


def part1(question: Question) -> str:
    """Which signs have the coefficients?"""
    return "".join("0+-"[sign(value)] for value in coefficients(question))


def part2(question: Question) -> str:
    """What is the coefficients' sum, and how large is what they make least?"""
    found = coefficients(question)
    residual = question.signal - found @ question.atoms
    value = residual @ residual / 2 + question.penalty * abs(found).sum()
    return f"{found.sum() / question.scale} {value / question.scale**2}"


def coefficients(question: Question) -> np.ndarray:
    """Where is the value least?"""
    gram, aims = question.atoms @ question.atoms.T, question.atoms @ question.signal
    goal, below = np.zeros_like(aims), 1
    found: np.ndarray = goal * Fraction(1)
    while True:
        products = aims * below - gram @ goal  # of each atom and the residual
        entering = int(np.argmax(abs(products)))
        if abs(products[entering]) <= question.penalty * below:
            break
        signs = np.array([sign(value) for value in found], dtype=object)
        signs[entering] = sign(products[entering])
        settled = False
        while not settled:
            active = np.flatnonzero(signs)
            if inverted := part_inverse(gram, active):
                goal, below = np.zeros_like(aims), inverted[1]
                goal[active] = inverted[0] @ (aims - question.penalty * signs)[active]
                move = goal * Fraction(1, below) - found
            else:
                move = exchange(gram, active[active != entering], entering) * signs[entering]
            stops = [-value / step for value, step in zip(found, move, strict=True) if value * step < 0]
            length = min([Fraction(1), *stops] if inverted else stops)
            found = found + length * move
            signs[found == 0] = 0
            settled = inverted is not None and length == 1
    if part_inverse(gram, np.flatnonzero(abs(products) == question.penalty * below)) is None:
        raise NoAnswer("the active atoms depend on each other")
    return found


def exchange(gram: np.ndarray, others: np.ndarray, entering: int) -> np.ndarray:
    """How does an atom that is made of others take their place, so that the residual stays what it is?"""
    move: np.ndarray = np.zeros_like(gram[entering]) * Fraction(1)
    inverted, below = part_inverse(gram, others) or (gram, 1)
    move[others] = inverted @ gram[others, entering] * Fraction(-1, below)
    move[entering] = 1
    return move


def part_inverse(gram: np.ndarray, atoms: np.ndarray) -> tuple[np.ndarray, int] | None:
    """What is the inverse of some atoms' products? None if they depend on each other."""
    return inverse(gram[np.ix_(atoms, atoms)])


def sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)
