"""The robots of a generated input in the second in which they are closest together."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random

WIDE, HIGH = 101, 103


def robots(rng: Random) -> list[list[int]]:
    """Places and velocities."""
    spec = spec_from_file_location("generate", Path(__file__).with_name("generate.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return [
        [int(word) for word in re.findall(r"-?\d+", line)] for line in module.generate(rng, 500).split("\n")
    ]


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    all_robots = robots(rng)

    def closest(axis: int, size: int) -> int:
        def spread(second: int) -> int:
            places = [(robot[axis] + second * robot[axis + 2]) % size for robot in all_robots]
            return len(places) * sum(place * place for place in places) - sum(places) ** 2

        return min(range(size), key=spread)

    column, row = closest(0, WIDE), closest(1, HIGH)
    second = next(second for second in range(column, WIDE * HIGH, WIDE) if second % HIGH == row)
    places = sorted({((x + second * dx) % WIDE, (y + second * dy) % HIGH) for x, y, dx, dy in all_robots})
    dots = "".join(f"M{x} {y}h1v1h-1z" for x, y in places)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {WIDE + 2} {HIGH + 2}">'
        f'<rect x="-.5" y="-.5" width="{WIDE + 1}" height="{HIGH + 1}" fill="none" stroke="var(--rule)" '
        f'stroke-width=".5"/><path d="{dots}" fill="currentColor"/></svg>'
    )
    return svg, f"All 500 robots after {second} seconds: most of them are a tree, the others anywhere."
