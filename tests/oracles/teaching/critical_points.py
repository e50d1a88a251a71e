"""Critical points: FLINT's factors and the balls around their roots, and a sign on either side of each."""

from itertools import pairwise

from flint import arb, ctx, fmpq, fmpz_poly

SIZES = (*range(2, 25), *range(2, 13), 30, 36, 42)


def solve(text: str) -> tuple[str, str]:
    points = minima = fooled = 0
    for line in text.split("\n"):
        slope = fmpz_poly([int(word) for word in line.split()][::-1]).derivative()
        falls = slope * slope.derivative()  # half the derivative of the slope's square
        roots = separated(slope, falls)
        for low, is_critical, high in roots:
            points += is_critical
            minima += is_critical and slope(low) < 0 < slope(high)
            fooled += not is_critical and falls(low) < 0 < falls(high)
    return f"{points} {minima}", str(fooled)


def separated(slope: fmpz_poly, falls: fmpz_poly) -> list[tuple[fmpq, bool, fmpq]]:
    """Where the square's derivative is 0: a rational below, is the slope 0 there, and a rational above."""
    balls: list[tuple[arb, bool]] = []
    for factor, _ in falls.factor()[1]:
        is_critical = slope % factor == 0
        for root, _ in factor.complex_roots():
            if root.imag == 0:
                balls.append((root.real, is_critical))
    balls.sort(key=lambda ball: ball[0].mid())
    places = [one.upper() / 2 + other.lower() / 2 for (one, _), (other, _) in pairwise(balls)]
    ends = [arb(place.mid()) for place in [balls[0][0].lower() - 1, *places, balls[-1][0].upper() + 1]]
    if not all(low < ball < high for low, (ball, _), high in zip(ends, balls, ends[1:], strict=False)):
        with ctx.workprec(2 * ctx.prec):
            return separated(slope, falls)
    return [
        (low.fmpq(), is_critical, high.fmpq())
        for low, (_, is_critical), high in zip(ends, balls, ends[1:], strict=False)
    ]
