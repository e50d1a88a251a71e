"""Makes addresses."""

from random import Random
from string import ascii_lowercase


def generate(rng: Random, size: int) -> str:
    """``size`` addresses of three, five or seven stretches of 15 to 19 letters, every second one in brackets.

    In a few of them a palindrome of three or four letters is put somewhere, and perhaps its counterpart.
    """
    letters = "".join(Random(rng.getrandbits(64)).choices(ascii_lowercase, k=20_000))
    return "\n".join(address(rng, letters) for _ in range(max(1, size)))


def address(rng: Random, letters: str) -> str:
    """An address of stretches out of these letters."""
    stretches = []
    for _ in range(rng.choice((3, 5, 7))):
        start = rng.randrange(len(letters) - 20)
        stretches.append(letters[start : start + rng.randint(15, 19)])
    kind = rng.random()
    one, other = rng.sample(ascii_lowercase, 2)
    if kind < 0.15:
        put(rng, stretches, one + other + other + one)
    if kind < 0.05 or kind > 0.8:
        put(rng, stretches, one + other + one)
        put(rng, stretches, other + one + other)
    return "".join(f"[{letters}]" if place % 2 else letters for place, letters in enumerate(stretches))


def put(rng: Random, stretches: list[str], word: str) -> None:
    """Puts a word somewhere into one of the stretches, instead of what is there."""
    at = rng.randrange(len(stretches))
    start = rng.randint(0, len(stretches[at]) - len(word))
    stretches[at] = stretches[at][:start] + word + stretches[at][start + len(word) :]
