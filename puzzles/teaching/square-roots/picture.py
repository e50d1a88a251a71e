"""The digits of a root, step by step of Heron's rule: those that are right stand out, and double."""

from decimal import Decimal, localcontext
from math import isqrt
from random import Random

DIGITS, WIDTH = 44, 1.8
STYLE = (
    "text{font:3px monospace;fill:currentColor}.right{fill:var(--rust);font-weight:bold}"
    ".wrong{opacity:.45}.axis{font:2.6px sans-serif}line{stroke:currentColor;stroke-width:.15}"
)


def steps(n: int) -> tuple[list[str], str]:
    """The decimals of Heron's guesses from the root rounded up, and those of the root."""
    with localcontext(prec=3 * DIGITS):
        guess, guesses = Decimal(isqrt(n) + 1), []
        for _ in range(7):
            guesses.append(f"{guess:.{2 * DIGITS}f}"[: DIGITS + 1])
            guess = (guess + n / guess) / 2
        return guesses, f"{Decimal(n).sqrt():.{2 * DIGITS}f}"[: DIGITS + 1]


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    n = rng.choice([n for n in range(2, 99) if isqrt(n) ** 2 < n])
    guesses, root = steps(n)
    pieces, rights = [], []
    for step, guess in enumerate(guesses):
        pairs = enumerate(zip(guess, root, strict=True))
        right = next((at for at, (digit, other) in pairs if digit != other), len(guess))
        rights.append(sum(digit.isdigit() for digit in guess[:right]))
        y = 10 + 5 * step
        pieces.append(
            f'<text x="4" y="{y}" text-anchor="end">{step}</text>'
            f'<text x="8" y="{y}" textLength="{WIDTH * len(guess):g}">'
            f'<tspan class="right">{guess[:right]}</tspan><tspan class="wrong">{guess[right:]}</tspan></text>'
        )
    for place in (1, 10, 20, 30, 40):
        x = 8 + WIDTH * (root.index(".") + place + 0.5)
        pieces.append(
            f'<line x1="{x:g}" x2="{x:g}" y1="43" y2="44"/>'
            f'<text class="axis" text-anchor="middle" x="{x:g}" y="47">{place}</text>'
        )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 92 52"><style>{STYLE}</style>'
        '<text class="axis" x="1" y="4">step</text>'
        f'<text class="axis" x="8" y="4">guess at the root of {n}</text>'
        '<line x1="8" x2="90" y1="43" y2="43"/><text class="axis" x="8" y="51">place after the point</text>'
        f"{''.join(pieces)}</svg>"
    )
    return svg, (
        f"Guesses at the root of {n} by Heron's rule, one a line; {', '.join(map(str, rights[:-1]))} and "
        f"{rights[-1]} of their digits are right from the first on, about twice as many each time."
    )
