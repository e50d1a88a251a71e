"""What people reach for when they want an exact determinant, measured against the solutions' part 1.

From text to text: a matrix of numbers of up to two digits comes in, its determinant goes out.
"""

from random import Random
from typing import Any

PART = 1
SIZES = [5, 10, 20, 50, 100, 200]


def generate(rng: Random, size: int) -> str:
    """A matrix by chance, of exactly so many rows."""
    return "\n".join(" ".join(map(str, rng.choices(range(-99, 100), k=size))) for _ in range(size))


class Flint:
    """FLINT's determinant of whole numbers."""

    title = "FLINT fmpz_mat"

    def __init__(self) -> None:
        import flint

        self.matrix = flint.fmpz_mat
        self.version = f"python-flint {flint.__version__}, FLINT {flint.__FLINT_VERSION__}"

    def read(self, text: str) -> Any:
        return self.matrix([list(map(int, line.split(" "))) for line in text.split("\n")])

    def answer(self, matrix: Any) -> str:
        return str(matrix.det())


PEERS = {"flint": Flint}
