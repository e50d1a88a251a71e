"""Makes data: by chance, with few hidden variables, wide, or with shares of the variance that are exact."""

from random import Random

MOST, PRIME = 20, 2**61 - 1

Rows = list[list[int]]


def generate(rng: Random, size: int) -> str:
    """Data of which there are ``size`` features, or, where there are more features, ``size`` lines."""
    if size > MOST:
        raise ValueError(f"at most {MOST} features, or lines")
    rows = rng.choice((by_chance, by_chance, with_hidden, with_hidden, exact))(rng, size)
    rng.shuffle(rows)
    if rng.random() < 0.2 and 1 < size < len(rows):
        rows = [list(column) for column in zip(*rows, strict=True)]
    if rank(rows) == 0:
        rows.append([value + 1 for value in rows[0]])
    return "\n".join([str(rng.randrange(rank(rows))), *(" ".join(map(str, row)) for row in rows)])


def by_chance(rng: Random, size: int) -> Rows:
    return table(rng, rng.randint(2, 4 * size), size, rng.choice((1, 9, 99, 998)))


def with_hidden(rng: Random, size: int) -> Rows:
    """Few hidden variables with their weights, a mean, and noise."""
    weights, height = table(rng, rng.randint(1, size), size, 20), rng.randint(size + 1, 5 * size)
    hidden, noise = table(rng, height, len(weights), 2), table(rng, height, size, rng.randint(0, 9))
    mean = [rng.randint(-99, 99) for _ in range(size)]
    for at, row in enumerate(noise):
        for place in range(size):
            row[place] += mean[place] + sum(hidden[at][k] * weights[k][place] for k in range(len(weights)))
    return noise


def exact(rng: Random, size: int) -> Rows:
    """Half of the features have 19 times the variance of the others, but for a number now and then."""
    half, stretch = size // 2, rng.choice((1, 3, 9))
    block = table(rng, half + rng.randint(0, 1), half, 1)
    for at in range(half):
        block[at][at] += stretch
    rows = [[0] * half + row for row in block]
    rows += [[times * value for value in row] + [0] * half for row in block for times in (1, 3, 3)]
    rows += [[-value for value in row] for row in rows]
    if rng.random() < 0.3 and half:
        rows[0][0] += 1
    order, mean = rng.sample(range(size), size), rng.randint(-99, 99)
    return [[mean + [*row, 0][at] for at in order] for row in rows] or [[mean] * size]


def table(rng: Random, height: int, width: int, most: int) -> Rows:
    return [[rng.randint(-most, most) for _ in range(width)] for _ in range(height)]


def rank(rows: Rows) -> int:
    """In how many directions is there a variance? Modulo a prime, which may be too few."""
    left, found = [[a - b for a, b in zip(row, rows[0], strict=True)] for row in rows], 0
    for column in range(len(rows[0])):
        if pivot := next((row for row in left if row[column] % PRIME), None):
            found, inverse = found + 1, pow(pivot[column], -1, PRIME)
            rest = (row for row in left if row is not pivot)
            left = [
                [(a - row[column] * inverse * b) % PRIME for a, b in zip(row, pivot, strict=True)]
                for row in rest
            ]
    return found
