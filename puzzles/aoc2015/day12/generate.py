"""Makes documents of nested arrays and objects."""

from random import Random

COLOURS = ["red", "orange", "yellow", "green", "blue", "indigo", "violet"]
KEYS = "abcdefghij"


def generate(rng: Random, size: int) -> str:
    """``size`` numbers and words, in containers of up to ten values."""
    return f"[{value(rng, size)}]"


def value(rng: Random, leaves: int) -> str:
    """A value with so many numbers and words in it."""
    if leaves == 1:
        return f'"{rng.choice(COLOURS)}"' if rng.random() < 0.5 else str(rng.randint(-49, 199))
    cuts = sorted(rng.sample(range(1, leaves), min(rng.randint(1, len(KEYS) - 1), leaves - 1)))
    values = [value(rng, end - start) for start, end in zip([0, *cuts], [*cuts, leaves], strict=True)]
    if rng.random() < 0.5:
        return f"[{','.join(values)}]"
    keys = rng.sample(KEYS, len(values))
    members = [f'"{key}":{one}' for key, one in zip(keys, values, strict=True)]
    return f"{{{','.join(members)}}}"
