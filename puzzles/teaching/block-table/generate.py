"""Makes traces of a pool that just suffices, or only if forks share, or does not."""

from random import Random

RUNNING = 24
MOST_EVENTS = 50_000


def generate(rng: Random, size: int) -> str:
    """``size`` events, of at most 24 requests at a time, each with at most 40 blocks, or 30 to begin with.

    Raises `ValueError` above 50000 events.
    """
    if size > MOST_EVENTS:
        raise ValueError(f"no more than {MOST_EVENTS} events are valid")
    size = max(1, size)
    block = rng.choice((1, 2, 3, 16, rng.randint(1, 40)))
    longest = rng.choice((2, 6, 30))
    mix = rng.choice(((2, 2, 4, 2), (2, 6, 9, 6), (1, 1, 30, 1)))
    tokens: dict[int, int] = {}
    events, in_use, most = [], 0, 1
    for _ in range(size):
        word = rng.choices(("prompt", "fork", "token", "free"), mix)[0]
        if not tokens:
            word = "prompt"
        elif len(tokens) >= RUNNING and word in ("prompt", "fork"):
            word = "free"
        request = rng.choice(list(tokens)) if word != "prompt" else 0
        new = rng.randint(1, 4 * RUNNING)
        while new in tokens:
            new = new % (4 * RUNNING) + 1
        if word == "prompt":
            # Often a whole number of blocks, or a token more or less.
            count = max(1, block * rng.randint(0, longest) + rng.choice((-1, 0, 1, rng.randint(0, block))))
            events.append(f"prompt {new} {count}")
            tokens[new] = count
            in_use += -(-count // block)
        elif word == "fork":
            events.append(f"fork {request} {new}")
            tokens[new] = tokens[request]
            in_use += -(-tokens[request] // block)
        elif word == "token" and tokens[request] < block * 40:
            events.append(f"token {request}")
            in_use += tokens[request] % block == 0
            tokens[request] += 1
        else:
            events.append(f"free {request}")
            in_use -= -(-tokens.pop(request) // block)
        most = max(most, in_use)
    # Block 0 is never given out, so one more than are in use at once is just enough.
    blocks = most + 1
    if size <= 1000:
        blocks = rng.choice((blocks, blocks, most, most * 3 // 4 + 1, most // 2 + 1, rng.randint(1, blocks)))
    return "\n".join([f"size {block} blocks {blocks}", *events])
