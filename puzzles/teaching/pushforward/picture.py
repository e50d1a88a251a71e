"""The law of a median: how probable each value is, over all samples of generated data."""

from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from itertools import product
from math import prod
from pathlib import Path
from random import Random

DRAWS = 5
STYLE = (
    "text{font:4px sans-serif;fill:currentColor}.axis{stroke:var(--rule);stroke-width:.4}"
    ".law{fill:var(--haskell)}.data{fill:currentColor;opacity:.3}"
)


def data(rng: Random) -> dict[int, int]:
    """Five different values and their weights, out of generated inputs."""
    spec = spec_from_file_location("generate", Path(__file__).with_name("generate.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    weights: dict[int, int] = {}
    while len(weights) != DRAWS:
        rows = (
            (int(word) for word in row.split()) for row in module.generate(rng, 36).split("\n")[1 : DRAWS + 1]
        )
        weights = dict(rows)
    return weights


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    weights = data(rng)
    medians: Counter[int] = Counter()
    for sample in product(weights, repeat=DRAWS):
        medians[sorted(sample)[DRAWS // 2]] += prod(weights[value] for value in sample)
    shapes, words = [], []
    for value, count in sorted(medians.items()):
        one, law = weights[value] / sum(weights.values()), count / medians.total()
        x = 70 + 0.55 * value
        for kind, left, part in (("data", x - 2, one), ("law", x, law)):
            shapes.append(f'<path class="{kind}" d="M{left:.2f} 60h2v{-50 * part:.2f}h-2z"/>')
        words.append(f"{value} with {one:.2f} and {law:.2f}")
    for value in range(-100, 101, 50):
        shapes.append(f'<text x="{70 + 0.55 * value:.1f}" y="66" text-anchor="middle">{value}</text>')
    for tenth in (0, 5, 10):
        y = 60 - 5 * tenth
        shapes.append(f'<path class="axis" d="M13 {y}h114"/>')
        shapes.append(f'<text x="11" y="{y + 1.4}" text-anchor="end">{tenth / 10}</text>')
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 130 74">'
        f"<style>{STYLE}</style>{''.join(shapes)}"
        '<text x="70" y="72" text-anchor="middle">value</text><text x="4" y="6">probability</text></svg>'
    )
    return svg, (
        "Bars over five values: pale, how probable each is in one draw, and coloured, as the median of "
        f"{DRAWS} draws: {'; '.join(words)}."
    )
