"""A small garden, the fences of its regions, and their corners."""

from random import Random

Plots = dict[tuple[int, int], str]
Step = tuple[int, int]

SIDE = 7
AROUND = ((1, 0), (0, 1), (-1, 0), (0, -1))
NEAR, FAR = 0.42, 0.58  # from the middle of a plot to its own fence, and to where one beyond it turns


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    plots = {(x, y): rng.choices("ABC", (5, 3, 2))[0] for x in range(SIDE) for y in range(SIDE)}
    letters = fences = dots = ""
    for x, y in plots:
        letters += f'<text x="{x + 0.5}" y="{y + 0.62}">{plots[x, y]}</text>'
        for turn, side in enumerate(AROUND):
            fences += fence(plots, x, y, side, AROUND[(turn + 1) % 4])
            dots += corner(plots, x, y, side, AROUND[(turn + 1) % 4])
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-.1 -.1 {SIDE + 0.2} {SIDE + 0.2}">'
        f'<g fill="var(--faint)" font-size=".4" text-anchor="middle">{letters}</g>'
        f'<path d="{fences}" fill="none" stroke="currentColor" stroke-width=".03"/>'
        f'<g fill="var(--rust)">{dots}</g></svg>'
    )
    return svg, f"A garden of {SIDE} by {SIDE} plots, all regions' fences and {dots.count('<')} corners."


def fence(plots: Plots, x: int, y: int, side: Step, along: Step) -> str:
    """What is drawn on a side of a plot, as far as the region's fence goes straight on."""
    (dx, dy), plant = side, plots[x, y]
    if plots.get((x + dx, y + dy)) == plant:
        return ""
    ends = []
    for ex, ey in ((-along[0], -along[1]), along):
        goes_on, turns = plots.get((x + ex, y + ey)) == plant, plots.get((x + dx + ex, y + dy + ey)) == plant
        long = NEAR if not goes_on else FAR if turns else 0.5
        ends.append(f"{x + 0.5 + NEAR * dx + long * ex:.2f} {y + 0.5 + NEAR * dy + long * ey:.2f}")
    return f"M{ends[0]}L{ends[1]}"


def corner(plots: Plots, x: int, y: int, side: Step, next_side: Step) -> str:
    """What is drawn between two sides of a plot."""
    (dx, dy), (ex, ey) = side, next_side
    places = ((x + dx, y + dy), (x + ex, y + ey), (x + dx + ex, y + dy + ey))
    beside, below, across = (plots.get(place) == plots[x, y] for place in places)
    if beside != below or (beside and across):
        return ""
    return f'<circle cx="{x + 0.5 + NEAR * (dx + ex):.2f}" cy="{y + 0.5 + NEAR * (dy + ey):.2f}" r=".05"/>'
