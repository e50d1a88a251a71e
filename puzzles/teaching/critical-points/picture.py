"""A polynomial, and below it the square of its slope: where that has minima at 0, and where above."""

from itertools import accumulate
from random import Random

LEFT, STEP, STEPS, REACH = 12, 0.5, 200, 1.6
STYLE = (
    "text{font:4px sans-serif;fill:currentColor}.axis{stroke:var(--rule);stroke-width:.3}"
    ".curve{fill:none;stroke:currentColor;stroke-width:.5}.critical{fill:var(--rust)}.fooled{fill:var(--python)}"
)


def across(at: int) -> float:
    return LEFT + STEP * at


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    near, above = rng.uniform(-0.2, 0.2), rng.uniform(0.25, 0.35)
    xs = [REACH * (2 * at / STEPS - 1) for at in range(STEPS + 1)]
    slopes = [(x + 1.2) * (1.3 - x) * ((x - near) ** 2 + above) for x in xs]
    squares = [slope**2 for slope in slopes]
    heights = list(accumulate(slope * 2 * REACH / STEPS for slope in slopes))
    parts, words = [], []
    for name, values, bottom in (("f(x)", heights, 46), ("f′(x)²", squares, 98)):
        low = min(values)
        scale = 36 / (min(1.6, max(values)) - low)
        ys = [bottom - scale * (value - low) for value in values]
        drawn = (f"{across(at):.1f} {y:.1f}" for at, y in enumerate(ys) if y > bottom - 40)
        parts.append(f'<path class="axis" d="M{LEFT} {bottom}h{STEP * STEPS}"/>')
        parts.append(f'<path class="curve" d="M{"L".join(drawn)}"/>')
        parts.append(f'<text x="2" y="{bottom - 36}">{name}</text>')
        for at in range(1, STEPS):
            if squares[at - 1] > squares[at] <= squares[at + 1]:
                kind = "critical" if squares[at] < 0.001 else "fooled"
                parts.append(f'<circle class="{kind}" cx="{across(at):.1f}" cy="{ys[at]:.1f}" r="1.3"/>')
                parts.append(
                    f'<text x="{across(at):.1f}" y="{ys[at] - 3:.1f}" text-anchor="middle">{kind}</text>'
                )
                words.append(f"{kind} at {xs[at]:.1f}")
    for x in (-1, 0, 1):
        middle = across(STEPS // 2) + x * STEP * STEPS / 2 / REACH
        parts.append(f'<text x="{middle:.1f}" y="104" text-anchor="middle">{x}</text>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 116 112">'
        f"<style>{STYLE}</style>{''.join(parts)}"
        '<text x="62" y="110" text-anchor="middle">x</text></svg>'
    )
    return svg, (
        "A polynomial of degree five, and below it the square of its slope. Minima of the square: "
        f"{', '.join(words[: len(words) // 2])}. Critical is where it is flat."
    )
