"""Extended Polymerization: the polymer is built for ten steps; for forty, what grows between two letters."""

from collections import Counter
from functools import cache
from itertools import pairwise


def spread(letters: Counter[str]) -> str:
    """The most frequent letter's count less the rarest one's."""
    counts = [count for _, count in letters.most_common()]
    return str(counts[0] - counts[-1])


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    template, below = text.split("\n\n")
    rules = dict(line.split(" -> ") for line in below.split("\n"))

    polymer = template
    for _ in range(10):
        grown = [a + rules.get(a + b, "") for a, b in pairwise(polymer)]
        polymer = "".join(grown) + polymer[-1]

    @cache
    def between(pair: str, steps: int) -> Counter[str]:
        """The letters that so many steps put between two neighbours."""
        middle = rules.get(pair)
        if steps == 0 or middle is None:
            return Counter()
        before, after = between(pair[0] + middle, steps - 1), between(middle + pair[1], steps - 1)
        return Counter(middle) + before + after

    letters = Counter(template)
    for a, b in pairwise(template):
        letters += between(a + b, 40)
    return spread(Counter(polymer)), spread(letters)
