"""Makes towels of which one stripe is not there alone, and designs of such towels."""

from random import Random

MOST = 10_000


def generate(rng: Random, size: int) -> str:
    """``size`` designs, most of which are possible, and up to 400 towels.

    Raises `ValueError` above 10000 designs.
    """
    if size > MOST:
        raise ValueError("no more than 10000 designs are valid")
    stripes = rng.sample("wubrg", 5)
    towels = set(stripes[1:])
    while len(towels) < min(400, size + 4):
        length = rng.choice((2, 3, 3, 4, 4, 5, 5, 6, 7, 8))
        towels.add("".join(rng.choices(stripes, (2, 3, 3, 3, 3), k=length)))
    order = sorted(towels)
    rng.shuffle(order)
    return "\n".join([", ".join(order), "", *(design(rng, order, stripes[0]) for _ in range(size))])


def design(rng: Random, towels: list[str], rare: str) -> str:
    """Towels side by side; in a third of all a stripe that is rare is added here and there."""
    length = rng.randint(40, 60)
    made = ""
    while len(made) < length:
        made += rng.choice(towels)
    if rng.random() < 0.3:
        for _ in range(5):
            at = rng.randint(0, len(made))
            made = made[:at] + rare + made[at:]
    return made[:60]
