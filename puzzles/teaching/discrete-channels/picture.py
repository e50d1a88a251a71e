"""What two channels tell by the share of their first letter; the highest point of each is its capacity."""

from math import log2
from random import Random

STYLE = (
    ".axis,.told{fill:none;stroke:currentColor;stroke-width:.4}.best{fill:var(--rust)}"
    "text{font:4px sans-serif;fill:currentColor}"
)
LEFT, TOP, WIDTH, HEIGHT, STEPS = 16, 12, 120, 80, 60


def information(share: float, rows: list[list[float]]) -> float:
    """Of two letters, in bits."""
    out = [share * one + (1 - share) * other for one, other in zip(*rows, strict=True)]
    return sum(
        part * to * log2(to / q)
        for part, row in zip((share, 1 - share), rows, strict=True)
        for to, q in zip(row, out, strict=True)
        if part * to > 0
    )


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    noise = rng.choice((0.05, 0.1, 0.15))
    channels = {
        f"symmetric, {noise:.0%} wrong": [[1 - noise, noise], [noise, 1 - noise]],
        "half of the second letters changed": [[1.0, 0.0], [0.5, 0.5]],
    }
    parts, words = [], []
    for name, rows in channels.items():
        told = [information(step / STEPS, rows) for step in range(STEPS + 1)]
        points = [(LEFT + WIDTH * step / STEPS, TOP + HEIGHT * (1 - bits)) for step, bits in enumerate(told)]
        top = max(range(STEPS + 1), key=told.__getitem__)
        parts.append(f'<path class="told" d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in points)}"/>')
        parts.append(f'<circle class="best" cx="{points[top][0]:.1f}" cy="{points[top][1]:.1f}" r="1.2"/>')
        parts.append(
            f'<text x="{LEFT + 22}" y="{points[top][1] - 3:.1f}">{name}: {told[top]:.2f} bits</text>'
        )
        words.append(f"{name}: {told[top]:.2f} bits where the share is {top / STEPS:.2f}")
    for tenth in range(0, 11, 2):
        parts.append(f'<text x="4" y="{TOP + HEIGHT * (1 - tenth / 10) + 1.5:.1f}">{tenth / 10:.1f}</text>')
        parts.append(
            f'<text x="{LEFT + WIDTH * tenth / 10 - 2:.1f}" y="{TOP + HEIGHT + 6}">{tenth / 10:.1f}</text>'
        )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 8} {TOP + HEIGHT + 14}">'
        f'<style>{STYLE}</style><path class="axis" d="M{LEFT} {TOP}v{HEIGHT}h{WIDTH}"/>{"".join(parts)}'
        f'<text x="2" y="6">bits that the output tells</text>'
        f'<text x="{LEFT}" y="{TOP + HEIGHT + 12}">share of the first letter in the input</text></svg>'
    )
    most = "; ".join(words)
    return svg, f"Information by the share of the first letter, for two channels. The most of each: {most}."
