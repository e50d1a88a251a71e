"""A region with presents in it, in six tints."""

from importlib.util import module_from_spec, spec_from_file_location
from itertools import product
from pathlib import Path
from random import Random

WIDTH, HEIGHT = 15, 8
STYLE = ".free{fill:none;stroke:currentColor;stroke-width:.03;opacity:.4}.present{fill:currentColor}"

Units = frozenset[tuple[int, int]]


def shapes(rng: Random) -> list[Units]:
    """Six generated shapes."""
    spec = spec_from_file_location("generate", Path(__file__).with_name("generate.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return [module.shape(rng) for _ in range(module.SHAPES)]


def ways(shape: Units) -> list[Units]:
    """All ways to lie, turned and flipped."""
    turned = [shape]
    for _ in range(3):
        turned.append(frozenset((x, 2 - y) for y, x in turned[-1]))
    return turned + [frozenset((y, 2 - x) for y, x in way) for way in turned]


def packed(rng: Random) -> list[Units]:
    """Presents in a region, laid close to its corner as long as there is room."""
    taken: set[tuple[int, int]] = set()
    laid = []
    some = shapes(rng)
    for left, top in product(range(WIDTH - 2), range(HEIGHT - 2)):
        for way in rng.sample(choices := [way for shape in some for way in ways(shape)], len(choices)):
            units = frozenset((top + y, left + x) for y, x in way)
            if not units & taken:
                taken |= units
                laid.append(units)
                break
    return laid


def path(units: Units) -> str:
    return "".join(f"M{x + 0.03:g} {y + 0.03:g}h.94v.94h-.94z" for y, x in sorted(units))


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    laid = packed(rng)
    tints = (
        f'<path class="present" opacity="{0.3 + 0.14 * (n % 6):g}" d="{path(units)}"/>'
        for n, units in enumerate(laid)
    )
    everything = frozenset(product(range(HEIGHT), range(WIDTH)))
    free = path(everything.difference(*laid))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-.1 -.1 {WIDTH + 0.2} {HEIGHT + 0.2}">'
        f'<style>{STYLE}</style><path class="free" d="{free}"/>{"".join(tints)}</svg>'
    )
    return (
        svg,
        f"A region of {WIDTH} by {HEIGHT} units with {len(laid)} presents, some in the gaps of others.",
    )
