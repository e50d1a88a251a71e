"""Makes models that just fit some cards, or do not, and rows in which halves are not rare."""

from random import Random

# Layers, hidden, inner, vocabulary; gated, biases, tied.
KNOWN = ((70, 12288, 32768, 150528, 1, 1, 1), (32, 4096, 11008, 32000, 1, 0, 0))


def generate(rng: Random, size: int) -> str:
    """``size`` rows of up to 32 weights."""
    model = rng.choice(KNOWN)
    if rng.random() < 0.8:
        hidden, largest = rng.randint(1, 20000), rng.choice((9, 99, 999999))
        inner = rng.randint(1, largest)
        model = (rng.randint(1, 100), hidden, inner, rng.randint(1, largest), *rng.choices((0, 1), k=3))
    layers, hidden, inner, vocabulary, gated, biases, tied = model
    # About as much as it weighs.
    matrices = layers * hidden * (4 * hidden + (2 + gated) * inner) * rng.choice((2, 1, 0.5))
    gigabytes = (matrices + vocabulary * hidden * (4 - 2 * tied)) / 10**9
    gpus = rng.randint(1, 8)
    memory = min(max(round(gigabytes / gpus * rng.uniform(0.9, 1.1)), 1), 999999)
    lines = [
        f"layers {layers} hidden {hidden} inner {inner} vocabulary {vocabulary}",
        f"gated {gated} biases {biases} tied {tied}",
        f"gpus {gpus} memory {memory}",
        "",
    ]
    return "\n".join(lines + [row(rng) for _ in range(max(1, size))])


def row(rng: Random) -> str:
    """Weights of all sizes, or multiples of a 14th of the largest, or none but 0."""
    length, most = rng.randint(1, 32), rng.choice((1, 7, 9, 99, 32767, 999999))
    weights = [rng.randint(-most, most) for _ in range(length)]
    if rng.random() < 0.3:
        unit = rng.randint(1, 71428)
        weights = [unit * rng.randint(-14, 14) for _ in weights]
        weights[rng.randrange(length)] = rng.choice((-14, 14)) * unit
    elif rng.random() < 0.02:
        weights = [0] * length
    return " ".join(map(str, weights))
