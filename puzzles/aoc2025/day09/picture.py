"""The loop with what is inside, and the largest rectangle that is red and green."""

from importlib.util import module_from_spec, spec_from_file_location
from itertools import combinations, pairwise
from pathlib import Path
from random import Random

STEPS = 40
SIDE = 1000  # tiles to a unit of the picture
STYLE = (
    ".loop{fill:var(--haskell);fill-opacity:.2;stroke:var(--haskell);stroke-width:.5}"
    ".largest{fill:currentColor;fill-opacity:.3;stroke:currentColor;stroke-width:.6}"
)

Tile = tuple[int, int]


def loop(rng: Random) -> list[Tile]:
    """The corners of a generated ring, without those at which it does not turn."""
    spec = spec_from_file_location("generate", Path(__file__).with_name("generate.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return [(x, y) for x, y in module.ring(rng, STEPS)]


def is_green(red: list[Tile], one: Tile, other: Tile) -> bool:
    """Is no line inside a rectangle, and its middle inside the loop?"""
    (x1, x2), (y1, y2) = (sorted(axis) for axis in zip(one, other, strict=True))
    middle = (x1 + x2) / 2, (y1 + y2) / 2
    inside = False
    for (a, b), (c, d) in pairwise([*red, red[0]]):
        if max(min(a, c), x1) < min(max(a, c), x2) and y1 < b == d < y2:
            return False
        if max(min(b, d), y1) < min(max(b, d), y2) and x1 < a == c < x2:
            return False
        inside ^= a == c < middle[0] and min(b, d) <= middle[1] < max(b, d)
    return inside


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    red = loop(rng)
    pairs = [pair for pair in combinations(red, 2) if is_green(red, *pair)]
    one, other = max(pairs, key=lambda pair: abs((pair[0][0] - pair[1][0]) * (pair[0][1] - pair[1][1])))
    path = "L".join(f"{x / SIDE:.1f} {y / SIDE:.1f}" for x, y in red)
    x, y = (min(axis) / SIDE for axis in zip(one, other, strict=True))
    width, height = (abs(a - b) / SIDE for a, b in zip(one, other, strict=True))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><style>{STYLE}</style>'
        f'<path class="loop" d="M{path}z"/>'
        f'<rect class="largest" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/></svg>'
    )
    return svg, (
        f"A loop of {len(red)} corners around a circle that a slot cuts almost into two; "
        "in one half, the largest rectangle between two corners."
    )
