"""Makes the potentials of trials, each the sum of a random number of noisy quanta."""

from math import isqrt, log, sqrt
from random import Random

MOST = 9_999_999  # microvolts


def generate(rng: Random, size: int) -> str:
    """``size`` trials with about the square root of it as the mean number of releases.

    Small inputs are often degenerate: nothing but silence (then a tie at times), one value, next to borders.
    """
    rate = max(10**6, round(sqrt(size) * rng.choice((0.1, 1, 1, 1, 3)) * rng.uniform(0.5, 1.5) * 10**9))
    rate -= rate % rng.choice((10**9, 10**6, 500, 1)) * (rate > 10**9)
    mean = rng.randint(100, 1000)
    sd = max(1, mean // rng.choice((1, 2, 6, 6, 6, 50, 1000)))
    kind = rng.randrange(8) if size < 300 else 7
    if kind == 0:
        rate = rng.choice((10**6, 10**12, 2_250_000_500))
    lam = rate / 10**9
    if kind == 1:
        potentials = [0] * size
    elif kind == 2:
        potentials = [rng.randint(-3, 3) * mean] * size
    elif kind == 3:
        potentials = [
            rng.choice((-1, 1)) * border(rng.randint(1, 20), lam, mean, sd) + rng.randint(0, 1)
            for _ in range(size)
        ]
    elif kind == 4:
        potentials = [rng.choice((1, -1, rng.randint(-40, 40) * mean)) for _ in range(size)]
    else:
        rng = Random(rng.getrandbits(64))  # Hypothesis draws infinite normals
        potentials = [potential(rng, releases(rng, lam), mean, sd) for _ in range(size)]
    lines = [f"{rate // 10**9}.{rate % 10**9:09} {mean / 1000} {sd / 1000}"]
    for one in potentials:
        one = max(-MOST, min(MOST, one))
        lines.append(f"{'-' * (one < 0)}{abs(one) // 1000}.{abs(one) % 1000:03}")
    return "\n".join(lines)


def releases(rng: Random, lam: float) -> int:
    """A Poisson number: how many exponential times fit into one of lam; by a normal one, if that is many."""
    if lam > 30:
        return max(0, round(rng.gauss(lam, sqrt(lam))))
    number, left = 0, rng.expovariate(1)
    while left < lam:
        number, left = number + 1, left + rng.expovariate(1)
    return number


def potential(rng: Random, number: int, mean: int, sd: int) -> int:
    return round(rng.gauss(number * mean, sd * sqrt(number))) if number else 0


def border(k: int, lam: float, mean: int, sd: int) -> int:
    """The largest size for which k releases are more probable than one more, or just about."""
    return isqrt(max(0, int(k * (k + 1) * (mean**2 + sd**2 * log((k + 1) ** 3 / (k * lam**2))))))
