"""Makes groups of computers that are all linked, or almost all, and some links between groups."""

from itertools import combinations
from random import Random
from string import ascii_lowercase

GROUP, NEIGHBOURS, MOST = 13, 16, 5000


def generate(rng: Random, size: int) -> str:
    """``size`` links, of 13 a computer where there are many.

    Raises `ValueError` above 5000 links.
    """
    if size > MOST:
        raise ValueError(f"no more than {MOST} links are made")
    count = min(26 * 26, 5 + size * 2 // GROUP)
    firsts = "stu" if count < 50 else ascii_lowercase
    names = rng.sample([first + second for first in firsts for second in ascii_lowercase], count)
    links: set[frozenset[str]] = set()
    degrees = dict.fromkeys(names, 0)

    def add(pair: tuple[str, ...]) -> None:
        link = frozenset(pair)
        if len(links) < size and link not in links and max(degrees[name] for name in pair) < NEIGHBOURS:
            links.add(link)
            for name in pair:
                degrees[name] += 1

    for start in range(0, count, GROUP):
        gaps = rng.choice((0, 0.03, 0.1, 0.3))
        for pair in combinations(names[start : start + GROUP], 2):
            if rng.random() >= gaps:
                add(pair)
    while len(links) < size:
        add(tuple(rng.sample(names, 2)))
    lines = ["-".join(rng.sample(sorted(link), 2)) for link in sorted(links, key=sorted)]
    rng.shuffle(lines)
    return "\n".join(lines)
