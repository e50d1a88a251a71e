"""Makes an input's distribution and a chain of channels."""

from random import Random

Matrix = list[list[int]]
MOST = 12


def generate(rng: Random, size: int) -> str:
    """Channels with about ``size`` weights in all; capacity and information are often a tie, or 0."""
    letters = rng.randint(1, min(MOST, 1 + size))
    first = [rng.choice((0, 1, 1, 1, 2, 1000)) for _ in range(letters)]
    first[rng.randrange(letters)] = 1
    if rng.random() < 1 / 2:
        first = [1] * letters
    chain: list[Matrix] = []
    left = size
    while left > 0 or not chain:
        chain.append(channel(rng, letters, size > 100))
        letters = len(chain[-1][0])
        left -= len(chain[-1]) * letters
    return "\n\n".join("\n".join(" ".join(map(str, row)) for row in rows) for rows in [[first], *chain])


def channel(rng: Random, letters: int, long: bool) -> Matrix:
    """A channel for so many letters; in a long chain nearly all let nearly everything pass."""
    kind = rng.randrange(2 if long else 8)
    if long and rng.random() < 0.02:
        kind = rng.randrange(8)
    noise = rng.choice((1, 10, 100))
    if kind < 2:  # symmetric, with little noise
        row = [rng.randint(0, noise) for _ in range(letters)]
        row[0] = 100_000
        return [row[-place:] + row[:-place] for place in range(letters)]
    if kind == 2 and letters < MOST:  # erasure: 127 of 128 make a capacity that is a tie
        kept = rng.choice((1, 3, 64, 127))
        return [[kept * (x == y) for y in range(letters)] + [128 - kept] for x in range(letters)]
    if kind == 3:  # deterministic
        columns = rng.randint(1, MOST)
        sent = [rng.randrange(columns) for _ in range(letters)]
        return [[int(y == to) for y in range(columns)] for to in sent]
    if kind == 4:  # useless
        return [[1, 2, 3]] * letters
    columns = rng.randint(1, MOST)
    total = rng.choice((columns, 2 * columns, 1000, 10**6))
    return [divided(rng, total, columns) for _ in range(letters)]


def divided(rng: Random, total: int, columns: int) -> list[int]:
    """Weights of a given sum, some of which are 0."""
    cuts = sorted(rng.randint(0, total) for _ in range(columns - 1))
    return [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]
