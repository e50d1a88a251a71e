"""Makes lists of names."""

from random import Random

SYLLABLES = [
    "an",
    "be",
    "ca",
    "do",
    "el",
    "fi",
    "ga",
    "hu",
    "il",
    "jo",
    "ka",
    "li",
    "mo",
    "na",
    "or",
    "pe",
    "ra",
    "su",
    "ti",
    "va",
    "wy",
    "xe",
    "yo",
    "zu",
    "é",
    "ß",
    "ł",
    "光",
]


def generate(rng: Random, size: int) -> str:
    """``size`` names, one a line, of one to four syllables."""
    return "\n".join(
        "".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))).capitalize() for _ in range(max(1, size))
    )
