"""Makes lists of how much guests like to sit next to each other."""

from itertools import permutations
from random import Random

GUESTS = [
    "Ada", "Boris", "Clara", "Dmitri", "Edith", "Farid", "Greta",
    "Hugo", "Ines", "Jonas", "Kira", "Leo", "Mona", "Nils",
]  # fmt: skip
SMALLEST = 3


def generate(rng: Random, size: int) -> str:
    """As many guests as have up to ``size`` subsets: a guest more doubles them."""
    count = max(SMALLEST, size.bit_length() - 1)
    if count > len(GUESTS):
        raise ValueError(f"at most {len(GUESTS)} guests")
    return "\n".join(
        f"{one} would {rng.choice(('gain', 'lose'))} {rng.randint(1, 99)} happiness units"
        f" by sitting next to {other}."
        for one, other in permutations(sorted(rng.sample(GUESTS, count)), 2)
    )
