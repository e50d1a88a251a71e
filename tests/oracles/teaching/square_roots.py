"""Square roots: Heron's rule on fractions that are rounded down, and digits by FLINT's integer root."""

from fractions import Fraction
from math import ceil, log2

from flint import fmpz


def solve(text: str) -> tuple[str, str]:
    steps, digits = 0, ""
    for line in text.split("\n"):
        n, place = map(int, line.split())
        x = next(2**power for power in range(ceil(log2(n)) + 2) if 4**power >= n)
        while (mean := (x + Fraction(n // x)) // 2) < x:
            steps, x = steps + 1, mean
        root = (fmpz(n) * fmpz(10) ** (2 * place)).isqrt()
        digits += str(int(root % 10**10)).zfill(10)
    return str(steps), digits
