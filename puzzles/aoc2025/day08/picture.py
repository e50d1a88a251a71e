"""Boxes seen from above, and the strings that make them one circuit, the last of which stands out."""

from importlib.util import module_from_spec, spec_from_file_location
from itertools import combinations
from pathlib import Path
from random import Random

SIZE = 2000
STYLE = ".string,.last{stroke:currentColor;stroke-width:.5}.last{stroke:var(--rust);stroke-width:1.2}"

Box = tuple[int, int, int]


def boxes(rng: Random) -> list[Box]:
    """Generated boxes."""
    spec = spec_from_file_location("generate", Path(__file__).with_name("generate.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    lines = module.generate(rng, SIZE).split("\n")
    return [(int(x), int(y), int(z)) for x, y, z in (line.split(",") for line in lines)]


def strings(places: list[Box]) -> list[tuple[int, int]]:
    """The strings that join two circuits, in the order in which they are hung."""
    circuits = list(range(len(places)))
    found = []

    def apart(pair: tuple[int, int]) -> int:
        return sum((a - b) ** 2 for a, b in zip(places[pair[0]], places[pair[1]], strict=True))

    for one, other in sorted(combinations(range(len(places)), 2), key=apart):
        if circuits[one] != circuits[other]:
            found.append((one, other))
            circuits = [circuits[one] if name == circuits[other] else name for name in circuits]
    return found


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    places = boxes(rng)
    side = max(map(max, places)) / 100
    shown = [(x / side + 2, y / side + 2, 0.7 + z / side / 120) for x, y, z in places]
    hung = strings(places)
    lines = [
        f'<path class="{kind}" d="M{shown[one][0]:.1f} {shown[one][1]:.1f}'
        f'L{shown[other][0]:.1f} {shown[other][1]:.1f}"/>'
        for pairs, kind in ((hung[:-1], "string"), (hung[-1:], "last"))
        for one, other in pairs
    ]
    dots = [f'<circle fill="currentColor" cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"/>' for x, y, size in shown]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 104 104"><style>{STYLE}</style>'
        f"{''.join(lines + dots)}</svg>"
    )
    return svg, (
        f"{len(places)} boxes from above, the higher the larger, and {len(hung)} strings that make them "
        "one circuit; the last one stands out."
    )
