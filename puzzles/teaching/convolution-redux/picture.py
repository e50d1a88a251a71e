"""One pair of sequences, convolved by two rules: along a line, and around a ring."""

from random import Random

COUNT = 24
STYLE = (
    "text{font:3px sans-serif;fill:currentColor}line,path{stroke:currentColor;stroke-width:.2;fill:none}"
    ".first{fill:var(--python)}.second{fill:var(--haskell)}.sum{fill:var(--rust)}"
)


def convolved(a: list[int], b: list[int], length: int) -> list[int]:
    """The sums of products of terms whose places add up to one, modulo a length."""
    sums = [0] * length
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            sums[(i + j) % length] += x * y
    return sums


def bars(title: str, kind: str, terms: list[int], top: float, height: float) -> str:
    """A sequence as bars over its places, with the largest term beside the axis."""
    most = max(terms)
    drawn = "".join(
        f'<rect class="{kind}" x="{12 + 2 * at:g}" width="1.6" y="{top + height * (1 - term / most):.2f}" '
        f'height="{height * term / most:.2f}"/>'
        for at, term in enumerate(terms)
        if term
    )
    places = "".join(
        f'<text x="{12.8 + 2 * at:g}" y="{top + height + 3.4:g}" text-anchor="middle">{at}</text>'
        for at in range(0, len(terms), 8)
    )
    return (
        f'<text x="12" y="{top - 1.5:g}">{title}</text>'
        f'<text x="10" y="{top + 2:g}" text-anchor="end">{most}</text>'
        f'<text x="10" y="{top + height:g}" text-anchor="end">0</text>{drawn}{places}'
        f'<path d="M11 {top:g}v{height:g}h{2 * len(terms) + 1:g}"/>'
    )


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    a = [1 + at // 3 if at < 15 else 0 for at in range(COUNT)]
    b = [rng.choice((2, 3)) if at in (0, 8, 9, 17) else 0 for at in range(COUNT)]
    line, ring = convolved(a, b, 2 * COUNT - 1), convolved(a, b, COUNT)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 110 66"><style>{STYLE}</style>'
        f"{bars('a, by place', 'first', a, 5, 8)}{bars('b', 'second', b, 21, 8)}"
        f"{bars('integers: places are added', 'sum', line, 37, 8)}"
        f"{bars(f'cyclic: what passes place {COUNT - 1} comes around', 'sum', ring, 53, 8)}</svg>"
    )
    return svg, (
        f"A rising stair a of 15 terms and a sequence b with terms at 0, 8, 9 and 17, as bars over {COUNT} "
        f"places. Their convolution by integers adds up four stairs, up to {max(line)}; by the cyclic rule "
        f"what passes place {COUNT - 1} is added to the beginning, up to {max(ring)}."
    )
