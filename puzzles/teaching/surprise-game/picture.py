"""What each outcome costs: its share times the surprise announced, over the least that it can."""

from math import log2
from random import Random

STYLE = (
    ".axis,.paid{fill:none;stroke:currentColor;stroke-width:.4}.known{fill:var(--haskell)}"
    "text{font:4px sans-serif;fill:currentColor}"
)
SHARES, WIDTH, HEIGHT = 8, 14, 90


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    counts = sorted((rng.randint(1, 60) for _ in range(SHARES)), reverse=True)
    total = sum(counts)
    surprises = [min(SHARES - 1, place + 1) for place in range(SHARES)]
    known = [count / total * log2(total / count) for count in counts]
    paid = [count / total * surprise for count, surprise in zip(counts, surprises, strict=True)]
    unit = HEIGHT / max(known + paid)
    bars = []
    for place in range(SHARES):
        left = 16 + WIDTH * place
        for kind, inset, value in (("known", 2, known[place]), ("paid", 1, paid[place])):
            height = value * unit
            bars.append(
                f'<rect class="{kind}" x="{left + inset}" y="{HEIGHT + 16 - height:.1f}" '
                f'width="{WIDTH - 2 * inset}" height="{height:.1f}"/>'
            )
        bars.append(f'<text x="{left + 3}" y="{HEIGHT + 21}">{counts[place]}</text>')
        bars.append(f'<text x="{left + 3}" y="{HEIGHT + 26}">{surprises[place]} bit</text>')
    ticks = "".join(
        f'<path class="axis" d="M14 {HEIGHT + 16 - bits * unit:.1f}h2"/>'
        f'<text x="4" y="{HEIGHT + 17.5 - bits * unit:.1f}">{bits:.1f}</text>'
        for bits in (step / 5 for step in range(1 + int(5 * max(known + paid))))
    )
    right = 18 + WIDTH * SHARES
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {right} {HEIGHT + 34}"><style>{STYLE}</style>'
        f'<path class="axis" d="M16 14V{HEIGHT + 16}H{right}"/>{ticks}{"".join(bars)}'
        f'<text x="2" y="5">bits paid for each outcome, on average (outlined),</text>'
        f'<text x="2" y="10">and what the right surprise would cost (filled)</text>'
        f'<text x="18" y="{HEIGHT + 32}">count and announced surprise of each outcome</text></svg>'
    )
    entropy, mean = sum(known), sum(paid)
    return svg, (
        f"{SHARES} outcomes with counts from {counts[0]} to {counts[-1]} and surprises of 1, 2, 3 and so on: "
        f"what is paid for each, and what the right surprise would cost. The sums are an entropy of "
        f"{entropy:.2f} bits and a mean payment of {mean:.2f} bits."
    )
