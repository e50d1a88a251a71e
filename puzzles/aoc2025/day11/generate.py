"""Makes maps of devices and the cables between them."""

from itertools import product
from random import Random
from string import ascii_lowercase


def generate(rng: Random, size: int) -> str:
    """About ``size`` cables, from layer to layer between svr and out; each device has ways in and out."""
    names = ["".join(letters) for letters in product(ascii_lowercase, repeat=3)]
    names = [name for name in names if name not in ("svr", "fft", "dac", "you", "out")]
    layers = layered(rng, rng.sample(names, min(17_000, size // 3)))
    stops = ["fft", "dac"] if rng.random() < 0.7 else ["dac", "fft"]
    for name, (first, last) in zip([*stops, "you"], [(0.1, 0.4), (0.5, 0.7), (0.75, 0.95)], strict=True):
        layers[round(rng.uniform(first, last) * (len(layers) - 1))].append(name)
    layers = [["svr"], *filter(None, layers), ["out"]]
    outputs: dict[str, set[str]] = {name: set() for layer in layers[:-1] for name in layer}
    for number, layer in enumerate(layers[:-1]):
        for name in layers[number + 1]:
            outputs[rng.choice(layer)].add(name)
        ahead = [name for further in layers[number + 1 : number + 3] for name in further if name != "you"]
        for name in layer:
            degree = min(60, round(rng.choice((1, 1, 2, 2, 3, 4)) * max(1, size / 36_000)))
            outputs[name].update(rng.choices(ahead or ["out"], k=degree))
    lines = [
        f"{name}: {' '.join(rng.sample(sorted(others), len(others)))}" for name, others in outputs.items()
    ]
    rng.shuffle(lines)
    return "\n".join(lines)


def layered(rng: Random, names: list[str]) -> list[list[str]]:
    """Names in layers of 1 to 25, and as many without any as the stops need."""
    layers: list[list[str]] = [[] for _ in range(8)]
    while names:
        width = rng.randint(1, 25)
        layers.append(names[:width])
        names = names[width:]
    rng.shuffle(layers)
    return layers
