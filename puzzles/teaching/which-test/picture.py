"""All tables of two groups of twelve: where Fisher's p and Barnard's are below 1/20."""

from fractions import Fraction
from math import comb
from random import Random

GROUP = 12
STYLE = (
    "text{font:4px sans-serif;fill:currentColor}.box{fill:none;stroke:var(--rule);stroke-width:.2}"
    ".both{fill:var(--haskell)}.one{fill:var(--python)}"
)


def fisher(a: int, b: int) -> Fraction:
    ways = {
        x: comb(GROUP, x) * comb(GROUP, a + b - x)
        for x in range(max(0, a + b - GROUP), min(GROUP, a + b) + 1)
    }
    return Fraction(sum(way for way in ways.values() if way <= ways[a]), sum(ways.values()))


def barnard(a: int, b: int) -> float:
    """At a hundred probabilities of a yes: near enough for a picture."""

    def extreme(x: int, y: int) -> Fraction:
        return Fraction((x - y) ** 2, max(1, (x + y) * (2 * GROUP - x - y)))

    tables = [(x, y) for x in range(GROUP + 1) for y in range(GROUP + 1) if extreme(x, y) >= extreme(a, b)]
    ways = [0] * (2 * GROUP + 1)
    for x, y in tables:
        ways[x + y] += comb(GROUP, x) * comb(GROUP, y)
    return max(
        sum(way * p**k * (1 - p) ** (2 * GROUP - k) for k, way in enumerate(ways))
        for p in (i / 100 for i in range(51))
    )


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    squares, both, one = [], 0, 0
    for a in range(GROUP + 1):
        for b in range(GROUP + 1):
            small, smaller = barnard(a, b) < 0.05, fisher(a, b) < 0.05
            kind = "both" if smaller else "one" if small else "box"
            both, one = both + smaller, one + (small and not smaller)
            squares.append(f'<path class="{kind}" d="M{14 + 6 * a} {80 - 6 * b}h5.4v5.4h-5.4z"/>')
    for value in range(0, GROUP + 1, 4):
        squares.append(f'<text x="{16.7 + 6 * value}" y="91" text-anchor="middle">{value}</text>')
        squares.append(f'<text x="12" y="{84 - 6 * value}" text-anchor="end">{value}</text>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 100"><style>{STYLE}</style>'
        f"{''.join(squares)}"
        '<text x="53" y="97" text-anchor="middle">yes of 12 in the first group</text>'
        '<text x="2" y="5">yes of 12 in the second</text></svg>'
    )
    return svg, (
        f"A square for each of 169 tables of twelve and twelve people. Away from the diagonal, {both} have "
        f"a Fisher's p below 1/20; around those, {one} more have a Barnard's p below 1/20."
    )
