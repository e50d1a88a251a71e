"""Makes polynomials g: by chance, sparse, linear, or such that a derivative has a root several times."""

from random import Random

MOST, LARGEST = 60, 10**18 - 1


def generate(rng: Random, size: int) -> str:
    """A derivative with ``size`` roots, complex ones and all, or with a few fewer."""
    if size > MOST:
        raise ValueError(f"at most {MOST} roots")
    small = size < 12
    degree = rng.randint(0 if size == 1 else 1, min(size, 10)) if small else rng.choice((1, 2, 2, 3, 3, 4, 5))
    g = rng.choice((by_chance, by_chance, sparse, several))(rng, degree)
    times = rng.randint(0, size // max(1, degree)) if small else size // degree
    return f"{' '.join(map(str, g))}\n{times} {place(rng)}"


def by_chance(rng: Random, degree: int) -> list[int]:
    most = rng.choice((1, 9))
    return [rng.choice((-most, -1, 1, most)), *[rng.randint(-most, most) for _ in range(degree)]]


def sparse(rng: Random, degree: int) -> list[int]:
    """With two coefficients that are not 0, or one: such derivatives have 0 as a root several times."""
    g = by_chance(rng, degree)
    keep = rng.randint(0, degree)
    return [value if at in (0, keep) else 0 for at, value in enumerate(g)]


def several(rng: Random, degree: int) -> list[int]:
    """From p that begins as 1 + a x + b x² + c x³, and then has no terms for as long as possible."""
    for _ in range(20):
        slope = [rng.randint(-2, 2) for _ in range(rng.randint(1, 3))]
        p, g = [1, *slope], []
        for power in range(degree + 1):  # p g = p'
            known = (power + 1) * p[power + 1] if power + 1 < len(p) else 0
            g.append(known - sum(p[at] * g[power - at] for at in range(1, min(power + 1, len(p)))))
        if g[-1] and max(map(abs, g)) <= 9:
            return g[::-1]
    return by_chance(rng, degree)


def place(rng: Random) -> str:
    most = rng.choice((1, 9, 99, LARGEST))
    above, below = rng.randint(-most, most), rng.randint(1, rng.choice((1, 1, 9, most)))
    return f"{above}" if below == 1 else f"{above}/{below}"
