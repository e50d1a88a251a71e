"""What people reach for to find far digits of a root, measured against the solutions' part 2.

All get the line as text and give ten digits as text; nobody writes out the digits before those ten.
"""

import sys
from math import isqrt
from random import Random

PART = 2
SIZES = [10**power for power in range(1, 8)]


def generate(rng: Random, size: int) -> str:
    """One root to that place, of a number that is no square."""
    n = 0
    while isqrt(n) ** 2 == n:
        n = rng.randint(2, 10**18 - 1)
    return f"{n} {size}"


def read(text: str) -> tuple[int, int]:
    n, place = text.split()
    return int(n), int(place)


class Gmpy2:
    """GMP's integer root."""

    title = "gmpy2"

    def __init__(self) -> None:
        import gmpy2

        self.gmpy2 = gmpy2
        self.version = f"gmpy2 {gmpy2.version()}, {gmpy2.mp_version()}"

    read = staticmethod(read)

    def answer(self, asked: tuple[int, int]) -> str:
        n, place = asked
        root = self.gmpy2.isqrt(n * self.gmpy2.mpz(10) ** (2 * place))
        return str(root % 10**10).zfill(10)


class Flint:
    """FLINT's integer root, which is GMP's but for the power of ten."""

    title = "python-flint"

    def __init__(self) -> None:
        import flint

        self.fmpz = flint.fmpz
        self.version = f"python-flint {flint.__version__}, FLINT {flint.__FLINT_VERSION__}"

    read = staticmethod(read)

    def answer(self, asked: tuple[int, int]) -> str:
        n, place = asked
        root = (n * self.fmpz(10) ** (2 * place)).isqrt()
        return str(root % 10**10).zfill(10)


class Decimal:
    """Python's decimal floating point, by the root that it has; cut off, with some digits more."""

    title = "Python decimal"

    def __init__(self) -> None:
        import decimal

        self.decimal = decimal
        library = getattr(decimal, "__libmpdec_version__", None)
        self.version = f"libmpdec {library}" if library else "pure Python"

    read = staticmethod(read)

    def answer(self, asked: tuple[int, int]) -> str:
        n, place = asked
        exponents = {"Emax": self.decimal.MAX_EMAX, "Emin": self.decimal.MIN_EMIN}
        context = self.decimal.Context(prec=place + 40, **exponents)
        root = context.sqrt(self.decimal.Decimal(n))
        unit = self.decimal.Decimal((0, (1,), -place))
        return str(root.quantize(unit, self.decimal.ROUND_FLOOR, context))[-10:]


class Int:
    """Python's integers and their root."""

    title = "Python math.isqrt"

    def __init__(self) -> None:
        self.version = f"Python {sys.version.split()[0]}"

    read = staticmethod(read)

    def answer(self, asked: tuple[int, int]) -> str:
        n, place = asked
        return str(isqrt(n * 10 ** (2 * place)) % 10**10).zfill(10)


PEERS = {"gmpy2": Gmpy2, "flint": Flint, "decimal": Decimal, "isqrt": Int}
