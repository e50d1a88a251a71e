"""Makes groups of data: random, correlated, far from the origin, or with few vectors to spare."""

from random import Random

MOST, LARGEST = 20, 10**9 - 1


def generate(rng: Random, size: int) -> str:
    """Groups of vectors of dimension ``size``; each has a density."""
    if size > MOST:
        raise ValueError(f"a vector has at most {MOST} numbers")
    count = 3 if size > 5 else rng.randint(1, 5)
    blocks = [group(rng, size) for _ in range(count)]
    return "\n\n".join([f"{size} {count}", *blocks])


def group(rng: Random, dimension: int) -> str:
    spread = rng.choice((3, 99, 99, 10**6) if dimension < 6 else (99, 999))
    most = (dimension + 2) * spread
    far = rng.choice((0, 0, spread, LARGEST - most))
    origin = numbers(rng, dimension, far)
    # With the origin and a step along each axis no direction is without variance.
    vectors = [[0] * dimension for _ in range(dimension + 1)]
    for axis in range(dimension):
        vectors[axis][axis] = rng.randint(1, spread)
    vectors += [numbers(rng, dimension, spread) for _ in range(rng.randint(0, 2 * dimension))]
    if rng.random() < 0.7 and dimension > 1:
        for _ in range(dimension):  # a shear, which makes one depend on another
            one, other = rng.sample(range(dimension), 2)
            if all(abs(vector[one] + vector[other]) <= most for vector in vectors):
                for vector in vectors:
                    vector[one] += vector[other]
    rng.shuffle(vectors)
    return "\n".join(" ".join(str(a + b) for a, b in zip(vector, origin, strict=True)) for vector in vectors)


def numbers(rng: Random, count: int, most: int) -> list[int]:
    return [rng.randint(-most, most) for _ in range(count)]
