"""Makes signals of a few atoms and some noise, or by chance, and penalties from small to enough."""

from random import Random

MOST_ATOMS, LONGEST, LARGEST = 100, 20, 999


def generate(rng: Random, size: int) -> str:
    """``size`` atoms, half as many numbers each or more, but at most 20; the signal has one best code."""
    if size > MOST_ATOMS:
        raise ValueError(f"at most {MOST_ATOMS} atoms")
    rng = Random(rng.getrandbits(64))  # what the tests' searches choose themselves is full of ties
    independent = rng.random() < 0.3 and size <= LONGEST
    atoms = triangle(rng, size) if independent else by_chance(rng, size)
    signal = [rng.randint(-99, 99) for _ in atoms[0]]
    if rng.random() < 0.7:
        for atom in rng.sample(atoms, min(size, rng.randint(1, 4))):
            part = rng.randint(-9, 9)
            parts = [part * other // (1 if independent else 30) for other in atom]
            signal = [one + more for one, more in zip(signal, parts, strict=True)]
    signal = [max(-LARGEST, min(LARGEST, one)) for one in signal]
    most = max(abs(sum(one * other for one, other in zip(atom, signal, strict=True))) for atom in atoms)
    below = rng.choice((1, 2, 7, 1000) if independent else (1, 10, 997))
    above = max(1, most * below // rng.choice((1, 2, 10, 50, 200) if size < 10 else (20, 50, 100)))
    rows = [" ".join(map(str, row)) for row in (signal, *atoms)]
    return "\n".join([f"{size} {above}/{below}" if below > 1 else f"{size} {above}", rows[0], "", *rows[1:]])


def triangle(rng: Random, size: int) -> list[list[int]]:
    """Small numbers, many of them alike, with ones on a diagonal: no atom depends on others."""
    most = rng.choice((1, 2))
    before = [[rng.randint(-most, most) for _ in range(own)] for own in range(size)]
    rows = [[*row, 1, *[0] * (size - len(row) - 1)] for row in before]
    return rng.sample(rows, size)


def by_chance(rng: Random, size: int) -> list[list[int]]:
    length = min(LONGEST, rng.randint(size + 1, 2 * size) // 2 if size > 9 else rng.randint(1, 9))
    # No two are alike, or opposite.
    firsts = rng.sample(range(1, LARGEST + 1), size)
    others = [[rng.randint(-LARGEST, LARGEST) for _ in range(length - 1)] for _ in firsts]
    return [[rng.choice((-1, 1)) * first, *other] for first, other in zip(firsts, others, strict=True)]
