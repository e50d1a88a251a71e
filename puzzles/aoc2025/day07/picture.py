"""The beams of a small manifold: a line down each column, the broader the more timelines are in it."""

from importlib.util import module_from_spec, spec_from_file_location
from math import log2
from pathlib import Path
from random import Random

SIZE = 900


def manifold(rng: Random) -> list[str]:
    """The rows of a generated manifold."""
    spec = spec_from_file_location("generate", Path(__file__).with_name("generate.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.generate(rng, SIZE)).split("\n")


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    rows = manifold(rng)
    timelines = {rows[0].index("S"): 1}
    pieces = []
    splits = 0
    for y, row in enumerate(rows):
        for x in [x for x in timelines if row[x] == "^"]:
            count = timelines.pop(x)
            splits += 1
            pieces.append(
                f'<path d="M{x - 0.5:g} {y + 1}L{x + 0.5:g} {y + 0.1:g} {x + 1.5:g} {y + 1}" opacity=".9"/>'
            )
            for beside in (x - 1, x + 1):
                timelines[beside] = timelines.get(beside, 0) + count
        for x, count in timelines.items():
            weight = 0.08 + 0.03 * log2(count)
            pieces.append(f'<path d="M{x + 0.5:g} {y}v1" stroke-width="{weight:.2f}"/>')
    total = sum(timelines.values())
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows[0])} {len(rows)}">'
        f'<g fill="none" stroke="currentColor" stroke-width=".08">{"".join(pieces)}</g></svg>'
    )
    return (
        svg,
        f"A beam that {splits} splitters divide on its way down; {total} timelines leave at the bottom.",
    )
