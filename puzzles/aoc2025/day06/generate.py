"""Makes worksheets of problems."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` problems of four numbers, those of a problem to the left or to the right."""
    lines = ["", "", "", "", ""]
    for at in range(max(1, size)):
        width = rng.randint(1, 4)
        longest = rng.randrange(4)
        numbers = [
            str(rng.randint(10 ** (digits - 1), 10**digits - 1))
            for row in range(4)
            for digits in [width if row == longest else rng.randint(1, width)]
        ]
        left = rng.random() < 0.5
        cells = [number.ljust(width) if left else number.rjust(width) for number in numbers]
        cells.append(rng.choice("+*").ljust(width))
        lines = [line + " " * (at > 0) + cell for line, cell in zip(lines, cells, strict=True)]
    return "\n".join(lines)
