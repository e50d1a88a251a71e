"""Makes pairs of vectors: at random, in a plane or nearly so, or too few for one best matrix."""

from random import Random

MOST_PAIRS, MOST = 10_000, 9999


def generate(rng: Random, size: int) -> str:
    """So many pairs; `ValueError` above 10000."""
    if size > MOST_PAIRS:
        raise ValueError(f"there are at most {MOST_PAIRS} pairs")
    inputs, outputs = (10, 3) if size > 12 else (rng.randint(1, 5), rng.randint(1, 3))
    if size <= 12 and rng.random() < 0.05:
        inputs, outputs = rng.randint(1, 30), rng.randint(1, 30)
    most = rng.choice((3, 99, MOST)) if size > 9 else rng.choice((1, 3, MOST))
    rank = rng.choice((inputs, inputs, inputs, rng.randint(0, inputs)))
    base = [numbers(rng, inputs, 30 if rank < inputs else most) for _ in range(rank)]
    xs = [combined(rng, base, inputs) if rank < inputs else numbers(rng, inputs, most) for _ in range(size)]
    if rng.random() < 0.2:  # nearly on a line
        xs = [[value - rng.randint(0, 1) for _ in x] for x in xs for value in [rng.choice((9, MOST))]]
    weights = [numbers(rng, inputs, rng.choice((1, 9, 999))) for _ in range(outputs)]
    ys = [numbers(rng, outputs, most) for _ in xs]
    if rng.random() < 0.2:  # without an error
        ys = [[x[0]] * outputs for x in xs]
    pairs = [f"{line(x)} | {line(y)}" for x, y in zip(xs, ys, strict=True)]
    blocks = [[f"pairs {size} x {inputs} y {outputs}"], pairs, map(line, weights)]
    return "\n\n".join("\n".join(block) for block in blocks)


def combined(rng: Random, base: list[list[int]], count: int) -> list[int]:
    """A sum of some of the vectors, each times a small number."""
    factors = [rng.randint(-9, 9) for _ in base]
    return [sum(factor * one[at] for factor, one in zip(factors, base, strict=True)) for at in range(count)]


def numbers(rng: Random, count: int, most: int) -> list[int]:
    return [rng.randint(-most, most) for _ in range(count)]


def line(values: list[int]) -> str:
    return " ".join(map(str, values))
