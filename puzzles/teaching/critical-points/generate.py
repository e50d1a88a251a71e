"""Makes polynomials: with slopes of known roots, or high powers of others, or next to them, or by chance."""

from math import comb, gcd, isqrt, lcm
from random import Random

Polynomial = list[int]
LARGEST, MOST_DEGREE = 10**18 - 1, 100
LINES = [[1, 0], [1, -1], [2, 1], [10**4, -1], [10**4, 1 - 10**4]]
FACTORS = [*LINES, [1, 0, -2], [1, -1, -1], [1, 0, 1], [3, 1, 1]]


def generate(rng: Random, size: int) -> str:
    """Two polynomials of degree ``size``, at least 2, one of 18 digits; and some of degree 2 to 8."""
    if size > MOST_DEGREE:
        raise ValueError(f"at most degree {MOST_DEGREE}")
    degree = max(2, size)
    found = [polynomial(rng, min(degree, rng.randint(2, 8))) for _ in range(rng.randint(0, 5))]
    found += [polynomial(rng, degree), by_chance(rng, degree, LARGEST)]
    return "\n".join(" ".join(map(str, one)) for one in rng.sample(found, len(found)))


def polynomial(rng: Random, degree: int) -> Polynomial:
    """A polynomial of some kind; by chance where its coefficients would have more than 18 digits."""
    found = rng.choice(KINDS[:1] if degree < 9 and rng.random() < 0.6 else KINDS)(rng, degree)
    fits = len(found) == degree + 1 and found[0] and max(map(abs, found)) <= LARGEST
    return found if fits else by_chance(rng, degree)


def by_slope(rng: Random, degree: int) -> Polynomial:
    """One whose slope is a product of few different factors, so that roots come several times."""
    slope, some = [rng.choice((-1, 1))], rng.sample(FACTORS, rng.randint(1, 3))
    while len(slope) < degree:
        fit = [factor for factor in some if len(factor) + len(slope) - 1 <= degree]
        slope = times(slope, rng.choice(fit or LINES))
    found = [lcm(*range(1, degree + 1)) // (degree - place) * value for place, value in enumerate(slope)]
    return [value // gcd(*found) for value in found] + [rng.randint(-9, 9)]


def by_powers(rng: Random, degree: int) -> Polynomial:
    """A power of a factor times a polynomial by chance, and a number."""
    found = by_chance(rng, degree % 4 if degree > 9 else degree % 2)
    factor = rng.choice([factor for factor in FACTORS if (degree + 1 - len(found)) % (len(factor) - 1) == 0])
    while len(found) <= degree:
        found = times(found, factor)
    return [*found[:-1], rng.randint(-9, 9)]


def by_neighbours(rng: Random, degree: int) -> Polynomial:
    """A power and a multiple of (a x - 1)³, after Mignotte: there may be critical points close to 1/a."""
    a = rng.randint(2, 10**4)
    cube = [a**3, -3 * a**2, 3 * a, -1]
    return [1, *[0] * (degree - 4), *[rng.choice((-2, 2)) * value for value in cube]] if degree > 3 else [0]


def by_odd_powers(rng: Random, degree: int) -> Polynomial:
    """Odd powers alone, or even ones: of one sign, odd ones have no critical point."""
    least = rng.choice((1, -99))
    return [rng.randint(least, 99) * (place % 2 == 0) for place in range(degree + 1)]


def by_weight(rng: Random, degree: int) -> Polynomial:
    """By chance, with deviations that make more roots real (Kostlan, Shub and Smale)."""
    normal = Random(rng.getrandbits(64)).gauss  # Hypothesis draws infinite ones
    return [round(normal(0, 9) * isqrt(comb(degree, place))) for place in range(degree + 1)]


def by_chance(rng: Random, degree: int, most: int = 0) -> Polynomial:
    most = most or rng.choice((1, 9, 10**6, LARGEST))
    return [rng.choice((-1, 1, most)), *[rng.randint(-most, most) for _ in range(degree)]]


def times(one: Polynomial, other: Polynomial) -> Polynomial:
    product = [0] * (len(one) + len(other) - 1)
    for place, value in enumerate(one):
        for shift, more in enumerate(other):
            product[place + shift] += value * more
    return product


KINDS = [by_slope, by_powers, by_neighbours, by_odd_powers, by_weight, by_chance]
