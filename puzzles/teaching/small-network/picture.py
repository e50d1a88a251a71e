"""When the units of a small network fire along a segment, and what it puts out."""

from itertools import chain, pairwise
from random import Random

HIDDEN, LEFT, WIDTH, BOTTOM = (4, 4), 16, 120, 62
STYLE = (
    ".axis{fill:none;stroke:var(--rule);stroke-width:.3}.out{fill:none;stroke:currentColor;stroke-width:.7}"
    ".first{fill:var(--python)}.second{fill:var(--haskell)}.bend{fill:currentColor}"
    "text{font:4px sans-serif;fill:currentColor}"
)

Row = list[float]


def values(layers: list[list[Row]], x: float) -> list[Row]:
    """What arrives at each layer's units at a moment."""
    found, now = [], [x]
    for rows in layers:
        found.append([sum(w * v for w, v in zip(row, [*now, 1.0], strict=True)) for row in rows])
        now = [max(0.0, value) for value in found[-1]]
    return found


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    widths = [1, *HIDDEN, 1]
    layers: list[list[Row]] = [
        [
            [*(rng.choice((-3, -2, -1, 1, 2, 3)) for _ in range(inputs)), rng.uniform(-2, 0.5)]
            for _ in range(units)
        ]
        for inputs, units in pairwise(widths)
    ]
    moments = [0.0, 1.0]
    for depth, units in enumerate(HIDDEN):
        for unit in range(units):
            for begin, end in pairwise(sorted(moments)):
                x, y = (values(layers, moment)[depth][unit] for moment in (begin, end))
                if x * y < -1e-9:
                    moments.append(begin + (end - begin) * x / (x - y))
    moments.sort()
    outputs = [values(layers, moment)[-1][0] for moment in moments]
    low, high = min(outputs), max(outputs)
    unit_height = (BOTTOM - 10) / ((high - low) or 1)
    points = [
        (LEFT + WIDTH * moment, BOTTOM - (output - low) * unit_height)
        for moment, output in zip(moments, outputs, strict=True)
    ]
    parts = [
        f'<path class="axis" d="M{LEFT} 8V{BOTTOM}H{LEFT + WIDTH}"/>',
        f'<path class="out" d="M{" ".join(f"{x:.1f} {y:.1f}" for x, y in points)}"/>',
        *(f'<circle class="bend" cx="{x:.1f}" cy="{y:.1f}" r="1"/>' for x, y in points),
        f'<text x="1" y="10">{high:.1f}</text><text x="1" y="{BOTTOM}">{low:.1f}</text>',
        f'<text x="{LEFT}" y="{BOTTOM + 5}">a</text><text x="{LEFT + WIDTH - 2}" y="{BOTTOM + 5}">b</text>',
        f'<text x="{LEFT}" y="5">the output, and below when each hidden unit fires</text>',
    ]
    for (begin, _), (end, _), middle in zip(points, points[1:], map(sum, pairwise(moments)), strict=False):
        units = values(layers, middle / 2)[:-1]
        kinds = ["first"] * HIDDEN[0] + ["second"] * HIDDEN[1]
        for row, (kind, value) in enumerate(zip(kinds, chain(*units), strict=True)):
            if value > 0:
                size = f'width="{end - begin:.1f}" height="3"'
                parts.append(f'<rect class="{kind}" x="{begin:.1f}" y="{BOTTOM + 9 + 4 * row}" {size}/>')
    box = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 140 {BOTTOM + 43}">'
    return f"{box}<style>{STYLE}</style>{''.join(parts)}</svg>", (
        "The output of a network with two hidden layers of four units between a and b, "
        f"from {low:.1f} to {high:.1f}. At {len(moments) - 2} moments a unit begins or ends to fire; "
        "between them the output is a straight line."
    )
