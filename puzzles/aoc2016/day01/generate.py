"""Makes walks through a city."""

from random import Random

MOST = 20_000


def generate(rng: Random, size: int) -> str:
    """``size`` instructions, at least four, of which the last four go around a block.

    Most lead one to five blocks, a few up to 200. Walks differ in how often a turn undoes the one before, and
    so in how late they meet themselves. Raises `ValueError` above 20000.
    """
    if size > MOST:
        raise ValueError(f"no more than {MOST} instructions are valid")
    back = 1 - 10 ** rng.uniform(-3, 0)
    turns = [rng.choice("LR")]
    for _ in range(size - 5):
        turns.append("LR"[turns[-1] == "L"] if rng.random() < back else rng.choice("LR"))
    walk = [f"{turn}{rng.randint(1, 5) if rng.random() < 0.95 else rng.randint(6, 200)}" for turn in turns]
    return ", ".join([*walk[: max(0, size - 4)], *4 * [rng.choice(("L1", "R1"))]])
