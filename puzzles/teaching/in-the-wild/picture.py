"""The posterior along the results: where it crosses one half."""

from random import Random

SIZE = 120
STYLE = (
    "text{font:4px sans-serif;fill:currentColor}.axis{stroke:var(--rule);stroke-width:.4}"
    ".half{stroke:currentColor;stroke-width:.3;stroke-dasharray:2 2}"
    ".line{fill:none;stroke:var(--haskell);stroke-width:.8}"
)


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words: a prior of 1/1000, rates of 3/5 and 2/5, the hypothesis true."""
    odds, posteriors = 1 / 999, []
    for number in range(SIZE + 1):
        if number:
            odds *= 3 / 2 if rng.random() < 3 / 5 else 2 / 3
        posteriors.append(odds / (1 + odds))
    points = " ".join(f"{14 + number:.0f},{60 - 50 * chance:.1f}" for number, chance in enumerate(posteriors))
    shapes = [f'<polyline class="line" points="{points}"/>', '<path class="half" d="M14 35h120"/>']
    for tenth in (0, 5, 10):
        y = 60 - 5 * tenth
        shapes.append(f'<text x="12" y="{y + 1.4}" text-anchor="end">{tenth / 10}</text>')
        if tenth != 5:
            shapes.append(f'<path class="axis" d="M14 {y}h120"/>')
    for number in range(0, SIZE + 1, 20):
        shapes.append(f'<text x="{14 + number}" y="66" text-anchor="middle">{number}</text>')
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 140 74">'
        f"<style>{STYLE}</style>{''.join(shapes)}"
        '<text x="74" y="72" text-anchor="middle">results</text><text x="3" y="6">posterior</text></svg>'
    )
    first = next((number for number, chance in enumerate(posteriors) if chance > 1 / 2), None)
    crossing = f"it is above one half first after {first}" if first else "it is never above one half"
    return svg, (
        f"The posterior after 0 to {SIZE} results, from 1/1000 on, with rates of 3/5 and 2/5: {crossing}, "
        f"and {posteriors[-1]:.3f} in the end."
    )
