"""Makes pairs of sequences to be convolved, by one of five rules."""

from itertools import accumulate
from random import Random

RULES = ["integers", "cyclic", "xor", "dirichlet", "max-plus"]
PRIME, TERMS, MOST = 998_244_353, 200_000, 5 * 10**8


def generate(rng: Random, size: int) -> str:
    """About ``size`` terms each: as many in both where the rule asks for it, or fewer in the second."""
    rule = rng.choice(RULES)
    if size > TERMS:
        raise ValueError(f"there are at most {TERMS} terms")
    if rule == "xor":
        size = 1 << (size.bit_length() - 1)
    other = rng.choice((size, rng.randint(1, size))) if rule in ("integers", "max-plus") else size
    make = concave if rule == "max-plus" else terms
    a, b = make(rng, size), make(rng, other)
    first = int(rule == "dirichlet")
    places = [rng.randrange(size) + first for _ in range(8 if first else 1)]
    place = max(places, key=lambda place: sum(place % d == 0 for d in range(1, 100)))
    exponents = (rng.randint(1, 5), rng.randint(1, 10**9), PRIME - 1, PRIME, 10**9)
    return f"{rule}\n{shown(a)}\n{shown(b)}\n{rng.choice(exponents)} {place}"


def shown(numbers: list[int]) -> str:
    return " ".join(map(str, numbers))


def terms(rng: Random, count: int) -> list[int]:
    """Numbers up to 1, 9 or 1000 of both signs, all as large as can be, or zeros up to a place."""
    most = rng.choice((1, 9, 1000))
    kind = rng.random()
    if kind < 0.15:
        return [rng.choice((1000, -1000))] * count
    found = rng.choices(range(-most, most + 1), k=count)
    zeros = rng.randrange(count) if kind < 0.3 else 0
    return [0] * zeros + found[zeros:]


def concave(rng: Random, count: int) -> list[int]:
    """Numbers whose rises never rise, some of them again and again."""
    steepest = rng.choice((0, 2, MOST // count))
    rises = sorted(rng.choices(range(-steepest, steepest + 1), k=count - 1), reverse=True)
    return list(accumulate(rises, initial=rng.choice((0, rng.randint(-MOST, MOST)))))
