"""Makes matrices: regular, of rank n - 1 or less, and some whose determinant a large prime divides."""

from itertools import chain
from random import Random

MOST_ROWS, MOST = 200, 99
PRIMES = [2**31 - 1, 2**31 - 19, 2**30 - 35, 2**30 - 41, 2**61 - 1]

Matrix = list[list[int]]


def generate(rng: Random, size: int) -> str:
    """A matrix of ``size`` rows, at most 200."""
    if size > MOST_ROWS:
        raise ValueError(f"at most {MOST_ROWS} rows")
    kind = rng.choice((by_chance, by_chance, of_rank, of_rank, by_prime, nearly_empty))
    rows = kind(rng, size)
    if max(map(abs, chain(*rows))) > MOST:
        rows = by_chance(rng, size)
    rng.shuffle(rows)
    if rng.random() < 0.5:
        rows = [list(column) for column in zip(*rows, strict=True)]
    return "\n".join(" ".join(map(str, row)) for row in rows)


def by_chance(rng: Random, size: int, height: int = 0) -> Matrix:
    most = rng.choice((1, 9, MOST, MOST))
    return [[rng.randint(-most, most) for _ in range(size)] for _ in range(height or size)]


def of_rank(rng: Random, size: int) -> Matrix:
    """The last one, two or more rows are sums of a few others."""
    lost = min(size, rng.choice((1, 1, 1, 2, 2, 3, size)))
    rows = [[number // 3 for number in row] for row in by_chance(rng, size)]
    for row in range(size - lost, size):
        chosen = [(rng.choice((-1, 1)), rng.randrange(size - lost)) for _ in range(3 if lost < size else 0)]
        rows[row] = [sum(sign * rows[at][column] for sign, at in chosen) for column in range(size)]
    return rows


def by_prime(rng: Random, size: int) -> Matrix:
    """Horner's rule: the determinant of a block is a number with these digits in base 99."""
    rest, digits = rng.choice(PRIMES), []
    while rest:
        rest, digit = divmod(rest, MOST)
        digits.append(digit)
    width = len(digits)
    if width > size:
        return by_chance(rng, size)
    rows = by_chance(rng, size)
    rows[0] = digits[::-1] + [0] * (size - width)
    for row in range(1, width):
        rows[row] = [(column == row) * MOST - (column == row - 1) for column in range(size)]
    if rng.random() < 0.5 and size > width:
        rows[-1] = rows[-2] if size > width + 1 else [0] * size
    return rows


def nearly_empty(rng: Random, size: int) -> Matrix:
    """Few numbers that are not 0, one in each column at least."""
    rows = [[0] * size for _ in range(size)]
    for column, row in enumerate(rng.sample(range(size), size)):
        rows[row][column] = rng.choice((1, -1, MOST))
    for _ in range(rng.randint(0, size)):
        rows[rng.randrange(size)][rng.randrange(size)] = rng.randint(-2, 2)
    return rows
