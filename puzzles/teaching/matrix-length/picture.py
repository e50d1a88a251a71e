"""What a matrix makes of the circle: an ellipse, whose half axes are the singular values."""

from math import atan2, cos, hypot, pi, sin
from random import Random

SCALE, MIDDLE = 14, 60
STYLE = (
    "text{font:5px sans-serif;fill:currentColor}.circle{fill:none;stroke:var(--faint);stroke-width:.6}"
    ".ellipse{fill:none;stroke:currentColor;stroke-width:.8}.one{stroke:var(--python);stroke-width:1.2}"
    ".two{stroke:var(--rust);stroke-width:1.2}"
)


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    a, b, c, d = 0, 1, 2, 3
    points = []
    for step in range(121):
        x, y = cos(step * pi / 60), sin(step * pi / 60)
        points.append((a * x + b * y, c * x + d * y))
    turn = atan2(2 * (a * b + c * d), a * a + c * c - b * b - d * d) / 2
    ends = [
        (
            a * cos(t) + b * sin(t),
            c * cos(t) + d * sin(t),
            hypot(a * cos(t) + b * sin(t), c * cos(t) + d * sin(t)),
        )
        for t in (turn, turn + pi / 2)
    ]
    drawn = "L".join(f"{MIDDLE + SCALE * x:.1f} {MIDDLE - SCALE * y:.1f}" for x, y in points)
    parts = [
        f'<circle class="circle" cx="{MIDDLE}" cy="{MIDDLE}" r="{SCALE}"/>',
        f'<path class="ellipse" d="M{drawn}"/>',
    ]
    for name, (x, y, length), shift in zip(("one", "two"), ends, ((4, 2), (-20, -3)), strict=True):
        right, down = MIDDLE + SCALE * x, MIDDLE - SCALE * y
        parts.append(f'<path class="{name}" d="M{MIDDLE} {MIDDLE}L{right:.1f} {down:.1f}"/>')
        parts.append(f'<text x="{right + shift[0]:.1f}" y="{down + shift[1]:.1f}">{length:.3f}</text>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><style>{STYLE}</style>'
        f"{''.join(parts)}</svg>"
    )
    return svg, (
        "The circle of radius 1, and the ellipse that the example's matrix makes of it: its half axes are "
        f"{ends[0][2]:.3f} and {ends[1][2]:.3f} long."
    )
