"""Makes factories, in which bots sort chips."""

from random import Random

COMPARED = 17, 61
FEWEST = 3
MOST = 99_999


def generate(rng: Random, size: int) -> str:
    """``size`` bots, at least three, that sort as many chips as so many bots can.

    On each of several wires lies a chip, and a bot compares those of two neighbouring wires: first a few at
    random, and then as in bubble sort, so that chips which come next to each other are compared at some time.
    Raises `ValueError` above 99999 bots.
    """
    bots = max(FEWEST, size)
    if bots > MOST:
        raise ValueError(f"no more than {MOST} bots are valid")
    chips = max(count for count in range(3, 500) if count * (count - 1) <= 2 * bots)
    pairs = [(at, at + 1) for end in range(chips - 1, 0, -1) for at in range(end)]
    pairs = [*(rng.choice(pairs) for _ in range(bots - len(pairs))), *pairs]
    numbers = rng.sample(range(bots), bots)
    # What comes last on each wire is an output; so what each bot hands on is known from the end.
    ends = [f"output {number}" for number in rng.sample(range(chips), chips)]
    lines = []
    for number, (low, high) in zip(numbers, reversed(pairs), strict=True):
        lines.append(f"bot {number} gives low to {ends[low]} and high to {ends[high]}")
        ends[low] = ends[high] = f"bot {number}"
    starts = rng.sample(ends, chips)
    lines += [f"value {value} goes to {bot}" for value, bot in zip(values(rng, chips), starts, strict=True)]
    rng.shuffle(lines)
    return "\n".join(lines)


def values(rng: Random, count: int) -> list[int]:
    """So many different ones, in order, of which two neighbours are those that part 1 asks for."""
    below = rng.randint(0, min(count - 2, 15))
    low = rng.sample(range(2, COMPARED[0]), below)
    high = rng.sample(range(COMPARED[1] + 1, COMPARED[1] + 10 * count), count - 2 - below)
    return sorted([*low, *COMPARED, *high])
