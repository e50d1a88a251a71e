"""Makes matrices: by chance, of small rank, with singular values that are whole or come several times."""

from random import Random

MOST, LARGEST = 30, 10**18 - 1

Matrix = list[list[int]]


def generate(rng: Random, size: int) -> str:
    """A matrix whose longer side is ``size``, at most 30."""
    if size > MOST:
        raise ValueError(f"at most {MOST} rows")
    kind = rng.choice((by_chance, by_chance, oblong, of_rank, with_multiples, nearly_of_rank))
    rows = kind(rng, size)
    rng.shuffle(rows)
    if rng.random() < 0.5:
        rows = [list(column) for column in zip(*rows, strict=True)]
    return "\n".join(" ".join(map(str, row)) for row in rows)


def by_chance(rng: Random, size: int, height: int = 0) -> Matrix:
    most = rng.choice((1, 9, 99, 999, rng.choice((10**6, LARGEST))))
    return [[rng.randint(-most, most) for _ in range(size)] for _ in range(height or size)]


def oblong(rng: Random, size: int) -> Matrix:
    return by_chance(rng, size, rng.randint(1, size))


def of_rank(rng: Random, size: int) -> Matrix:
    """A product of two oblong matrices."""
    rank = rng.randint(1, size)
    left, right = ([[rng.randint(-9, 9) for _ in range(rank)] for _ in range(size)] for _ in range(2))
    return [[sum(a * b for a, b in zip(one, two, strict=True)) for two in right] for one in left]


def with_multiples(rng: Random, size: int) -> Matrix:
    """Blocks that turn and stretch, along the diagonal: their singular values come twice, or are whole."""
    rows = [[0] * size for _ in range(size)]
    kinds = [(rng.randint(-9, 9), rng.choice((0, rng.randint(-9, 9)))) for _ in range(3)]
    at = 0
    while at < size:
        a, b = rng.choice(kinds)
        rows[at][at] = a
        if at + 1 < size:
            rows[at][at + 1], rows[at + 1][at], rows[at + 1][at + 1] = -b, b, a
        at += 2
    return rows


def nearly_of_rank(rng: Random, size: int) -> Matrix:
    """Small rank, but for a few entries: some singular values are close to others, or to 0."""
    rows = of_rank(rng, size)
    factor = rng.choice((1, 10**6, 10**14))
    rows = [[factor * value for value in row] for row in rows]
    for _ in range(rng.randint(1, 3)):
        rows[rng.randrange(size)][rng.randrange(size)] += rng.choice((-1, 1))
    return rows
