"""Makes lists of aunts, all of them called Sue."""

from random import Random

TAPE = {"children": 3, "cats": 7, "samoyeds": 2, "pomeranians": 3, "akitas": 0}
TAPE |= {"vizslas": 0, "goldfish": 5, "trees": 3, "cars": 2, "perfumes": 1}
MORE, FEWER = ("cats", "trees"), ("pomeranians", "goldfish")
EXACT = [thing for thing in TAPE if thing not in MORE + FEWER]
Facts = dict[str, int]


def generate(rng: Random, size: int) -> str:
    """``size`` aunts, one of whom fits in each part; not the same one if there are two or more."""
    if size > 99999:
        raise ValueError("aunts are numbered up to 99999")
    aunts = [facts(rng, list(TAPE)) for _ in range(max(1, size))]
    for number, aunt in enumerate(aunts):
        while equal(aunt) or ranged(aunt):
            aunt = aunts[number] = facts(rng, list(TAPE))
    if size < 2:
        aunts[0] = {thing: TAPE[thing] for thing in rng.sample(EXACT, 3)}
    else:
        first, second = rng.sample(range(size), 2)
        loose = rng.choice(MORE + FEWER)
        aunts[first] = {thing: TAPE[thing] for thing in shuffled(rng, [loose, *rng.sample(EXACT, 2)])}
        while not ranged(aunts[second]) or equal(aunts[second]):
            aunts[second] = facts(rng, [*MORE, *FEWER, *rng.sample(EXACT, 1)])
    return "\n".join(
        f"Sue {number}: " + ", ".join(f"{thing}: {amount}" for thing, amount in aunt.items())
        for number, aunt in enumerate(aunts, 1)
    )


def facts(rng: Random, things: list[str]) -> Facts:
    return {thing: rng.randint(0, 10) for thing in rng.sample(things, 3)}


def shuffled(rng: Random, things: list[str]) -> list[str]:
    return rng.sample(things, len(things))


def equal(aunt: Facts) -> bool:
    return all(TAPE[thing] == amount for thing, amount in aunt.items())


def ranged(aunt: Facts) -> bool:
    return all(
        amount > TAPE[thing]
        if thing in MORE
        else amount < TAPE[thing]
        if thing in FEWER
        else amount == TAPE[thing]
        for thing, amount in aunt.items()
    )
