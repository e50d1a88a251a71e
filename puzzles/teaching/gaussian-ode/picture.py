"""Two functions with p' = g p and their derivatives, with dots where they are 0: for one some are missing."""

from itertools import pairwise
from math import exp
from random import Random

WIDTH, HEIGHT, LEFT, STEPS, REACH, TIMES = 64, 18, 14, 120, 4.0, 4
STYLE = (
    "text{font:4px sans-serif;fill:currentColor}.axis{stroke:var(--rule);stroke-width:.3}"
    ".curve{fill:none;stroke:currentColor;stroke-width:.5}.zero{fill:var(--rust)}"
)
FAMILIES = [("p′ = -x p", [0, -1], [0, 0, -0.5]), ("p′ = (2x - x³) p", [0, 2, 0, -1], [0, 0, 1, 0, -0.25])]


def value(polynomial: list[float], x: float) -> float:
    return sum(coefficient * x**power for power, coefficient in enumerate(polynomial))


def following(h: list[float], g: list[float]) -> list[float]:
    found = [power * h[power] for power in range(1, len(h))] + [0.0] * len(g)
    for power, one in enumerate(h):
        for shift, other in enumerate(g):
            found[power + shift] += one * other
    return found


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    xs = [REACH * (2 * (at + 0.5) / STEPS - 1) for at in range(STEPS)]
    parts, words = [], []
    for column, (name, g, exponent) in enumerate(FAMILIES):
        left = LEFT + column * (WIDTH + 6)
        parts.append(f'<text x="{left + WIDTH / 2}" y="5" text-anchor="middle">{name}</text>')
        h, counts = [1.0], []
        for times in range(TIMES + 1):
            values = [value(h, x) * exp(value(exponent, x)) for x in xs]
            bottom, largest = 8 + HEIGHT * (times + 0.5), max(map(abs, values))
            across = [left + WIDTH * (at + 0.5) / STEPS for at in range(STEPS)]
            points = (f"{x:.1f} {bottom - 8 * y / largest:.1f}" for x, y in zip(across, values, strict=True))
            zeros = [
                one for one, (y, then) in zip(across, pairwise(values), strict=False) if (y < 0) != (then < 0)
            ]
            parts.append(f'<path class="axis" d="M{left} {bottom}h{WIDTH}"/>')
            parts.append(f'<path class="curve" d="M{"L".join(points)}"/>')
            parts += [
                f'<circle class="zero" cx="{x + WIDTH / STEPS / 2:.1f}" cy="{bottom}" r="1"/>' for x in zeros
            ]
            if column == 0:
                parts.append(f'<text x="2" y="{bottom + 1.5}">k = {times}</text>')
            counts.append(str(len(zeros)))
            h = following(h, g)
        words.append(f"{name}: {', '.join(counts)}")
    right, below = LEFT + 2 * WIDTH + 8, 10 + HEIGHT * (TIMES + 1)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {right} {below}">'
        f"<style>{STYLE}</style>{''.join(parts)}</svg>"
    )
    return (
        svg,
        f"Two functions, their first {TIMES} derivatives, and how many zeros each has. {'; '.join(words)}.",
    )
