"""Data in a plane, and the model of one hidden variable: a direction, and noise on either side of it."""

from math import atan2, cos, hypot, sin
from random import Random

COUNT, SCALE, MIDDLE = 80, 8, 60
STYLE = (
    "text{font:5px sans-serif;fill:currentColor}.datum{fill:var(--faint)}"
    ".hidden{stroke:var(--rust);stroke-width:1.2}.noise{stroke:var(--python);stroke-width:1.2}"
    ".model{fill:none;stroke:currentColor;stroke-width:.6}"
)


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    data = [made(rng.gauss(0, 1), rng.gauss(0, 0.6), rng.gauss(0, 0.6)) for _ in range(COUNT)]
    mean = [sum(column) / COUNT for column in zip(*data, strict=True)]
    away = [(x - mean[0], y - mean[1]) for x, y in data]
    xx, xy, yy = (
        sum(at(x, y) for x, y in away) / COUNT
        for at in (lambda x, y: x * x, lambda x, y: x * y, lambda x, y: y * y)
    )
    gap = hypot(xx - yy, 2 * xy) / 2
    large, small = (xx + yy) / 2 + gap, (xx + yy) / 2 - gap
    turn = atan2(2 * xy, xx - yy) / 2
    parts = [
        f'<circle class="datum" cx="{MIDDLE + SCALE * x:.1f}" cy="{MIDDLE - SCALE * y:.1f}" r="1"/>'
        for x, y in away
    ]
    ends = [("hidden", 2 * large**0.5, turn), ("noise", 2 * small**0.5, turn + 1.5708)]
    for name, length, angle in ends:
        x, y = SCALE * length * cos(angle), SCALE * length * sin(angle)
        parts.append(f'<path class="{name}" d="M{MIDDLE} {MIDDLE}L{MIDDLE + x:.1f} {MIDDLE - y:.1f}"/>')
        parts.append(f'<text x="{MIDDLE + x + 2:.1f}" y="{MIDDLE - y - 2:.1f}">{length / 2:.2f}</text>')
    radii = " ".join(
        f'{side}="{SCALE * length:.1f}"' for side, (_, length, _) in zip(("rx", "ry"), ends, strict=True)
    )
    tilt = f"rotate({-turn * 57.2958:.1f} {MIDDLE} {MIDDLE})"
    parts.append(f'<ellipse class="model" cx="{MIDDLE}" cy="{MIDDLE}" {radii} transform="{tilt}"/>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><style>{STYLE}</style>'
        f"{''.join(parts)}</svg>"
    )
    return svg, (
        f"{COUNT} data of two features around their mean. One hidden variable makes the long axis, along "
        f"which the standard deviation is {large**0.5:.2f}; across it is noise, with σ = {small**0.5:.2f}. "
        "The ellipse has twice these as half axes."
    )


def made(hidden: float, right: float, up: float) -> tuple[float, float]:
    return 1.8 * hidden + right, 1.1 * hidden + up
