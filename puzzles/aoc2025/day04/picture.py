"""The floor before and after: rolls that stay, and a trace of those that are taken."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random

SIZE, GAP = 32, 2
STYLE = ".stays{fill:currentColor}.taken{fill:currentColor;opacity:.18}"


def floor(rng: Random) -> set[tuple[int, int]]:
    """The rolls of a generated map."""
    spec = spec_from_file_location("generate", Path(__file__).with_name("generate.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    rows = module.generate(rng, SIZE * SIZE).split("\n")
    return {(x, y) for y, row in enumerate(rows) for x, sign in enumerate(row) if sign == "@"}


def left(rolls: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The rolls that stay in the end."""
    near = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    stay = {(x, y) for x, y in rolls if sum((x + i, y + j) in rolls for i, j in near) >= 4}
    return rolls if stay == rolls else left(stay)


def squares(rolls: set[tuple[int, int]], at: int) -> str:
    """Rolls as one path, on the board with that number."""
    return "".join(f"M{x + at * (SIZE + GAP) + 0.1:g} {y + 0.1:g}h.8v.8h-.8z" for x, y in sorted(rolls))


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    before = floor(rng)
    after = left(before)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * SIZE + GAP} {SIZE}">'
        f'<style>{STYLE}</style><path class="stays" d="{squares(before, 0)}"/>'
        f'<path class="taken" d="{squares(before - after, 1)}"/>'
        f'<path class="stays" d="{squares(after, 1)}"/></svg>'
    )
    return svg, f"Two maps: {len(before)} rolls of paper, and the {len(after)} of them that stay in the end."
