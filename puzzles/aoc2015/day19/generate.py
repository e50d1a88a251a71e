"""Makes replacements, and a medicine that they make."""

from itertools import product
from random import Random

ATOMS = ("Al", "B", "Ca", "F", "H", "Mg", "N", "O", "P", "Si", "Th", "Ti")
# Official atoms are like functions, each from one stage to another: two in a row lead all the way, and
# brackets take off as many stages as are left to what is in them. Stage 0 is the end, 5 the start.
STAGES = [(1, 1), (2, 2), (1, 2), (2, 1), (1, 3), (3, 1), (5, 1), (5, 2), (5, 3), (1, 0), (2, 0), (3, 0)]

Rule = tuple[str, tuple[str, ...]]


def generate(rng: Random, size: int) -> str:
    """A medicine with about ``size`` pairs of its atoms, of which official ones have 280.

    Four of five inputs have the 43 official replacements, with other names for the atoms. Of the others, half
    are of the same form but ambiguous, and half are made of any atoms.
    """
    length = max(1, round((2 * size) ** 0.5))
    if length > 990:
        raise ValueError("no more than 1000 atoms are valid")
    few = rng.sample(ATOMS, min(len(ATOMS), 2 + length // 8))
    rules = rng.choice((official, official, official, official, lambda rng: any_of(rng, few)))(rng)
    by_left: dict[str, list[tuple[str, ...]]] = {}
    for left, made in rules:
        by_left.setdefault(left, []).append(made)
    medicine = list(rng.choice(by_left["e"]))
    while len(medicine) < length:
        place = rng.randrange(len(medicine))
        if made := by_left.get(medicine[place]):
            # Every other time two atoms, if there is a rule for that.
            medicine[place : place + 1] = min(rng.choices(made, k=2), key=len)
    return "\n".join([*(f"{left} => {''.join(made)}" for left, made in rules), "", "".join(medicine)])


def official(rng: Random) -> list[Rule]:
    """All ways to go with two atoms, or with one and brackets, where another one goes."""
    stages = dict(zip(rng.sample(ATOMS, len(ATOMS)), STAGES, strict=True))
    ends = {start: atom for atom, (start, end) in stages.items() if end == 0}
    enclosed = [items for count in (1, 2, 3) for items in product(ends, repeat=count) if sum(items) <= 3]
    stages["e"] = (5, 0)
    lefts = {where: atom for atom, where in stages.items()}
    pairs = {
        (lefts[start, end], (one, other))
        for (one, (start, middle)), (other, (onward, end)) in product(stages.items(), repeat=2)
        if middle == onward and (start, end) in lefts
    }
    brackets = {
        (lefts[start, middle - sum(items)], enclosing(one, [ends[item] for item in items]))
        for (one, (start, middle)), items in product([*stages.items(), ("C", (5, 4))], enclosed)
        if middle > sum(items)
    }
    last = (lefts[3, 0], enclosing(lefts[3, 1], [ends[1]]))
    return sorted(pairs | brackets | {last})


def enclosing(one: str, atoms: list[str]) -> tuple[str, ...]:
    first, *others = atoms
    return one, "Rn", first, *(part for atom in others for part in ("Y", atom)), "Ar"


def any_of(rng: Random, atoms: list[str]) -> list[Rule]:
    """Two to four of any atoms; or two, or one and up to three in brackets, whoever else makes them."""
    right = rng.choice((plain, bracketed))
    return sorted({(left, right(rng, atoms)) for left in [*atoms, "e"] for _ in range(rng.randint(1, 5))})


def bracketed(rng: Random, atoms: list[str]) -> tuple[str, ...]:
    if rng.random() < 0.6:
        return rng.choice(atoms), rng.choice(atoms)
    return enclosing(rng.choice((*atoms, "C")), rng.choices(atoms, k=rng.choice((1, 1, 2, 3))))


def plain(rng: Random, atoms: list[str]) -> tuple[str, ...]:
    return tuple(rng.choice(atoms) for _ in range(rng.randint(2, 4)))
