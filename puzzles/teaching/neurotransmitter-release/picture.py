"""The mixed law of a potential: a mass at 0, the density beside it, and the borders between counts."""

from math import exp, factorial, isqrt, log, pi, sqrt
from random import Random

MEAN, SD, LEFT, FLOOR = 0.4, 0.065, 16, 72
WIDE, HIGH = 40, 28  # a millivolt, and a density of 1 per millivolt
STYLE = (
    "text{font:4px sans-serif;fill:currentColor}.axis,.mass{fill:none;stroke:currentColor;stroke-width:.3}"
    ".density{fill:none;stroke:var(--haskell);stroke-width:.7}.mass{stroke:var(--rust);stroke-width:1.4}"
    ".border{stroke:currentColor;stroke-width:.3;stroke-dasharray:1 1.5}.end{fill:var(--rust)}"
)


def density(v: float, lam: float) -> float:
    return sum(
        exp(-lam - (v - k * MEAN) ** 2 / (2 * k * SD**2)) * lam**k / factorial(k) / (SD * sqrt(2 * pi * k))
        for k in range(1, 25)
    )


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    lam = rng.choice((1.75, 2.25, 2.5))
    mass = exp(-lam)
    borders = [
        isqrt(int(10**6 * k * (k + 1) * (MEAN**2 + SD**2 * log((k + 1) ** 3 / (k * lam**2))))) / 1000
        for k in range(1, 6)
    ]
    curve = "L".join(
        f"{LEFT + WIDE * v / 100:.1f} {FLOOR - HIGH * density(v / 100, lam):.1f}" for v in range(260)
    )
    shapes = [f'<path class="density" d="M{curve}"/>']
    for k, v in enumerate(borders, 1):
        x = LEFT + WIDE * v
        shapes.append(f'<path class="border" d="M{x:.1f} {FLOOR}v-56"/>')
        shapes.append(f'<text x="{x - 8:.1f}" y="13" text-anchor="middle">{k}</text>')
    shapes.append(f'<path class="mass" d="M{LEFT} {FLOOR}v{-HIGH * mass:.1f}"/>')
    shapes.append(f'<circle class="end" cx="{LEFT}" cy="{FLOOR - HIGH * mass:.1f}" r="1.3"/>')
    shapes.append(f'<text x="{LEFT}" y="{FLOOR - HIGH * mass - 5:.1f}">{mass:.3f}</text>')
    for half in range(6):
        x = LEFT + WIDE * half / 2
        shapes.append(f'<text x="{x:.0f}" y="{FLOOR + 6}" text-anchor="middle">{half / 2}</text>')
    for half in range(5):
        y = FLOOR - HIGH * half / 2
        shapes.append(f'<text x="12" y="{y + 1.4:.1f}" text-anchor="end">{half / 2}</text>')
        shapes.append(f'<path class="axis" d="M13 {y:.1f}h2"/>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 126 88"><style>{STYLE}</style>'
        f'<path class="axis" d="M15 14v{FLOOR - 14}h105"/>{"".join(shapes)}'
        f'<text x="66" y="85" text-anchor="middle">potential in mV</text>'
        '<text x="2" y="6">density per mV, mass at 0, and the most probable number</text></svg>'
    )
    where = ", ".join(f"{v:.3f}" for v in borders)
    return svg, (
        f"The law of a potential for lambda = {lam}: a mass of {mass:.3f} at 0 mV, a density with humps near "
        f"0.4, 0.8 and 1.2 mV, ever wider. Between 1, 2, 3, ... releases the borders are at {where} mV, "
        "and not in the middles."
    )
