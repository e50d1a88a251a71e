"""What people reach for to multiply polynomials of integers, measured against the solutions' part 1.

From text to text: four lines come in, the sums go out with a space between two of them.
"""

from random import Random
from typing import Any

PART = 1
SIZES = [10, 100, 1000, 10_000, 100_000, 200_000]


def generate(rng: Random, size: int) -> str:
    """Two polynomials of exactly so many terms."""
    a, b = (" ".join(map(str, rng.choices(range(-1000, 1001), k=size))) for _ in range(2))
    return f"integers\n{a}\n{b}\n1 0"


class Numpy:
    """Sums of products in the processor's integers, one by one."""

    title = "numpy.convolve"

    def __init__(self) -> None:
        import numpy as np

        self.convolve, self.array = np.convolve, np.array
        self.version = f"numpy {np.__version__}"

    def read(self, text: str) -> list[Any]:
        return [self.array(line.split(" "), dtype="int64") for line in text.split("\n")[1:3]]

    def answer(self, sequences: list[Any]) -> str:
        return " ".join(map(str, self.convolve(*sequences).tolist()))


class Scipy(Numpy):
    """A Fourier transform where scipy finds that quicker, rounded; exact for sums as small as these."""

    title = "scipy.signal.convolve"

    def __init__(self) -> None:
        super().__init__()
        import scipy.signal

        self.convolve = scipy.signal.convolve
        self.version = f"scipy {scipy.__version__}"


class Flint:
    """FLINT's product of polynomials over the integers."""

    title = "FLINT fmpz_poly"

    def __init__(self) -> None:
        import flint

        self.poly = flint.fmpz_poly
        self.version = f"python-flint {flint.__version__}, FLINT {flint.__FLINT_VERSION__}"

    def read(self, text: str) -> tuple[list[Any], int]:
        sequences = [list(map(int, line.split(" "))) for line in text.split("\n")[1:3]]
        return [self.poly(terms) for terms in sequences], sum(map(len, sequences)) - 1

    def answer(self, asked: tuple[list[Any], int]) -> str:
        (a, b), length = asked
        terms = (a * b).coeffs()
        return " ".join(map(str, terms + [0] * (length - len(terms))))


PEERS = {"numpy": Numpy, "scipy": Scipy, "flint": Flint}
