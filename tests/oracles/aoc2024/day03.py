"""Mull It Over: every instruction that there is, compared with the text at every place."""

SIZES = range(1, 60)

FACTORS = [(f"{n:0{width}}", n) for width in (1, 2, 3) for n in range(10**width)]


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    every = on = 0
    switched = True
    for at in range(len(text)):
        rest = text[at:]
        if rest.startswith("do()"):
            switched = True
        elif rest.startswith("don't()"):
            switched = False
        elif rest.startswith("mul("):
            for x, first in FACTORS:
                for y, second in FACTORS if rest.startswith(f"mul({x},") else []:
                    if rest.startswith(f"mul({x},{y})"):
                        every += first * second
                        on += first * second * switched
    return str(every), str(on)
