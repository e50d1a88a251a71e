"""What people reach for to multiply long decimal numbers, measured against the solutions' part 2.

The trip is the same for all: two lines of digits come in as text, the product's digits go out as text.
"""

import sys
from random import Random

PART = 2
SIZES = [10**power for power in range(1, 8)]

ONLY_DIGITS = bytes(48 + byte % 10 if byte < 250 else 0 for byte in range(256))


def generate(rng: Random, size: int) -> str:
    """Two integers of exactly that many digits: every input of one size costs the same."""
    return "\n".join(integer(rng, size) for _ in range(2))


def integer(rng: Random, size: int) -> str:
    """Random digits, the first of them not 0; of random bytes, for there may be ten million."""
    drawn = rng.randbytes(size + size // 16 + 100).translate(ONLY_DIGITS, bytes(range(250, 256)))
    return str(rng.randint(1, 9)) + drawn[: size - 1].decode()


class Int:
    """Python's integers: binary, converted from text and to text."""

    title = "Python int"

    def __init__(self) -> None:
        sys.set_int_max_str_digits(0)
        self.version = f"Python {sys.version.split()[0]}"

    def read(self, text: str) -> list[int]:
        return [int(line) for line in text.split("\n")]

    def answer(self, factors: list[int]) -> str:
        left, right = factors
        return str(left * right)


class Gmpy2:
    """GMP's integers: binary too, with the best conversions that there are."""

    title = "gmpy2"

    def __init__(self) -> None:
        import gmpy2

        self.mpz = gmpy2.mpz
        self.version = f"gmpy2 {gmpy2.version()}, {gmpy2.mp_version()}"

    def read(self, text: str) -> list:
        return [self.mpz(line) for line in text.split("\n")]

    def answer(self, factors: list) -> str:
        left, right = factors
        return (left * right).digits()


class Flint:
    """FLINT's integers: binary, too, with conversions and, for long ones, a product of its own."""

    title = "python-flint"

    def __init__(self) -> None:
        import flint

        self.fmpz = flint.fmpz
        self.version = f"python-flint {flint.__version__}, FLINT {flint.__FLINT_VERSION__}"

    def read(self, text: str) -> list:
        return [self.fmpz(line) for line in text.split("\n")]

    def answer(self, factors: list) -> str:
        left, right = factors
        return str(left * right)


class Decimal:
    """Python's decimal floating point, exact as long as it may be: it has no radix to convert either."""

    title = "Python decimal"

    def __init__(self) -> None:
        import decimal

        self.context = decimal.Context(
            prec=decimal.MAX_PREC,
            Emax=decimal.MAX_EMAX,
            Emin=decimal.MIN_EMIN,
            traps=[decimal.Inexact, decimal.InvalidOperation],
        )
        self.decimal = decimal.Decimal
        library = getattr(decimal, "__libmpdec_version__", None)
        self.version = f"libmpdec {library}" if library else "pure Python"

    def read(self, text: str) -> list:
        return [self.decimal(line) for line in text.split("\n")]

    def answer(self, factors: list) -> str:
        left, right = factors
        return str(self.context.multiply(left, right))


class Integer:
    """Haskell's integers: GMP's again, read and written by the bytestring package."""

    title = "Haskell Integer"
    language = "haskell"
    solves = "peers/integer-product"


PEERS = {"gmpy2": Gmpy2, "flint": Flint, "decimal": Decimal, "int": Int, "integer": Integer}
