"""Makes replacements, and a medicine that they make."""

from random import Random

ATOMS = ("Al", "B", "Ca", "F", "H", "Mg", "N", "O", "P", "Si", "Th", "Ti")


def generate(rng: Random, size: int) -> str:
    """A medicine with about ``size`` pairs of its atoms, of which official ones have 280.

    Mostly two atoms take the place of one; or one, and ``Rn`` and ``Ar`` with one to three between them,
    separated by ``Y``. In one of ten inputs the atoms are any.
    """
    length = max(1, round((2 * size) ** 0.5))
    if length > 990:
        raise ValueError("no more than 1000 atoms are valid")
    atoms = rng.sample(ATOMS, min(len(ATOMS), 2 + length // 8))
    right = plain if rng.random() < 0.1 else official
    rules = {(left, right(rng, atoms)) for left in [*atoms, "e"] for _ in range(rng.randint(1, 5))}
    by_left: dict[str, list[tuple[str, ...]]] = {}
    for left, made in sorted(rules):
        by_left.setdefault(left, []).append(made)
    medicine = list(rng.choice(by_left["e"]))
    while len(medicine) < length:
        place = rng.randrange(len(medicine))
        if medicine[place] in by_left:
            medicine[place : place + 1] = rng.choice(by_left[medicine[place]])
    lines = [f"{left} => {''.join(made)}" for left, made in sorted(rules)]
    return "\n".join([*lines, "", "".join(medicine)])


def official(rng: Random, atoms: list[str]) -> tuple[str, ...]:
    """Two atoms, or one and one to three in brackets; C is in front of brackets alone."""
    one, other = rng.choice(atoms), rng.choice(atoms)
    if rng.random() < 0.6:
        return one, other
    enclosed = [other, *(atom for _ in range(rng.choice((0, 0, 1, 2))) for atom in ("Y", rng.choice(atoms)))]
    return rng.choice((one, "C")), "Rn", *enclosed, "Ar"


def plain(rng: Random, atoms: list[str]) -> tuple[str, ...]:
    """Two to four atoms."""
    return tuple(rng.choice(atoms) for _ in range(rng.randint(2, 4)))
