"""A differential equation: FLINT's exponential of a power series, and its balls around roots."""

from math import factorial

from flint import ctx, fmpq, fmpq_poly, fmpq_series, fmpz_poly

SIZES = (*range(1, 31), 36, 48)


def solve(text: str) -> tuple[str, str]:
    first, second = text.split("\n")
    g = fmpz_poly([int(word) for word in first.split()][::-1])
    times, place = int(second.split()[0]), second.split()[1]
    above, _, below = place.partition("/")
    # p(x + t) / p(x) is the exponential of the integral of g from x to x + t.
    moved = fmpq_poly(g)(fmpq_poly([fmpq(int(above), int(below or 1)), 1]))
    ctx.cap = times + 1
    exponent = fmpq_series(moved.integral().coeffs(), prec=times + 1)
    value = exponent.exp()[times] * factorial(times)
    h = fmpz_poly([1])
    for _ in range(times):
        h = h.derivative() + g * h
    different = h / h.gcd(h.derivative())
    real = [root for root, _ in different.complex_roots() if root.imag == 0] if h.degree() > 0 else []
    return str(value), str(len(real))
