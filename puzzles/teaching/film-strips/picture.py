"""A strip before anything is done to it, after what is done to strips, and after what is done to frames."""

from itertools import cycle, islice
from random import Random

CELL, SIDE, LENGTH = 3, 3, 12
ROWS = ("12 frames", "reverse, every 3", "turn, invert")

Frame = list[list[bool]]


def turned(frame: Frame) -> Frame:
    """A frame after a quarter to the right, inverted."""
    return [[not cell for cell in column] for column in zip(*reversed(frame), strict=True)]


def drawn(frame: Frame, number: int, x: float, y: float) -> str:
    """A frame with its number below it."""
    size = CELL * SIDE
    cells = "".join(
        f"M{x + CELL * column} {y + CELL * row}h{CELL}v{CELL}h-{CELL}z"
        for row in range(SIDE)
        for column in range(SIDE)
        if frame[row][column]
    )
    return (
        f'<rect class="edge" x="{x}" y="{y}" width="{size}" height="{size}"/><path class="lit" d="{cells}"/>'
        f'<text x="{x + size / 2}" y="{y + size + 4.5}">{number}</text>'
    )


def strip(frames: list[tuple[int, Frame]], words: str, y: float) -> str:
    """A strip with its holes, and what was done to make it."""
    pitch = CELL * SIDE + 2
    width = pitch * len(frames) + 2
    holes = "".join(f"M{x} {y + above}h1.5v1h-1.5z" for x in range(2, width - 2, 3) for above in (1, 18))
    return (
        f'<rect class="film" x="0" y="{y}" width="{width}" height="20"/><path class="hole" d="{holes}"/>'
        + "".join(drawn(frame, number, 2 + pitch * at, y + 3) for at, (number, frame) in enumerate(frames))
        + f'<text class="words" x="0" y="{y - 2}">{words}</text>'
    )


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    given = [[[rng.random() < 0.5 for _ in range(SIDE)] for _ in range(SIDE)] for _ in range(2)]
    first = list(enumerate(islice(cycle(given), LENGTH)))
    chosen = first[::-1][::3]
    done = [(number, turned(frame)) for number, frame in chosen]
    strips = [
        strip(*one, 6 + 28 * at) for at, one in enumerate(zip((first, chosen, done), ROWS, strict=True))
    ]
    style = (
        ".edge{fill:var(--sheet);stroke:currentColor;stroke-width:.2}.lit{fill:currentColor}"
        ".film{fill:none;stroke:var(--rule);stroke-width:.4}.hole{fill:var(--faint)}"
        "text{font:3.5px sans-serif;text-anchor:middle;fill:currentColor}.words{text-anchor:start}"
    )
    box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 136 84">'
    left = ", ".join(str(number) for number, _ in chosen)
    return f"{box}<style>{style}</style>{''.join(strips)}</svg>", (
        "A strip of 12 frames that repeats two of 3 by 3 cells. Below it what reverse and every 3 leave: "
        f"{left}. Below them the same, each turned to the right and inverted."
    )
