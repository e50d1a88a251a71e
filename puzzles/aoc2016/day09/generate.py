"""Makes texts that can be unpacked."""

from random import Random
from string import ascii_uppercase

MOST = 2_000_000
DEEPEST = 7
LONGEST_MARKER = len("(99999x15)")


def generate(rng: Random, size: int) -> str:
    """``size`` signs: markers in markers, as officially, hardly any letter without.

    Raises `ValueError` above 2000000.
    """
    if size > MOST:
        raise ValueError(f"no more than {MOST} signs are valid")
    letters = "".join(rng.choices(ascii_uppercase, k=1000))
    parts: list[str] = []
    fill(rng, parts, max(1, size), letters, DEEPEST)
    return "".join(parts)


def fill(rng: Random, parts: list[str], length: int, letters: str, deep: int) -> None:
    """Adds so many signs, with markers so deep."""
    while length:
        room = length - LONGEST_MARKER
        if deep == 0 or room < 1 or (deep < DEEPEST and rng.random() < 0.2):
            count = length if deep == 0 else rng.randint(1, min(length, LONGEST_MARKER))
            for start in range(0, count, 500):
                at = rng.randrange(500)
                parts.append(letters[at : at + min(500, count - start)])
            length -= count
        else:
            inner = rng.randint(1, min(room, 25 << 2 * deep, 99_999 if deep == DEEPEST else room // 2 + 1))
            marker = f"({inner}x{rng.randint(1, 15)})"
            parts.append(marker)
            fill(rng, parts, inner, letters, deep - 1)
            length -= len(marker) + inner
