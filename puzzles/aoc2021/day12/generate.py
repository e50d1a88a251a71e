"""Makes caves with passages between them."""

from itertools import combinations, pairwise, product
from random import Random
from string import ascii_lowercase, ascii_uppercase

LARGEST = 1300


def generate(rng: Random, size: int) -> str:
    """``size`` passages, none between two big caves, and at least one path from start to end.

    With twice as many passages there is one more small cave, up to twelve of them; the others are big. One
    of these is next to all small caves, so that there are as many paths in a small map as the caves allow.
    """
    if size > LARGEST:
        raise ValueError("no more than 1300 passages are made, as the number of caves has a limit")
    small = min(12, size.bit_length() + 2, 2 * size // 3)
    big = min(90, size // 5, max(0, size - small - 1))
    smalls = ["start", *_names(rng, ascii_lowercase, small), "end"]
    bigs = _names(rng, ascii_uppercase, big)
    if bigs:
        passages = [(bigs[0], cave) for cave in smalls] + [(cave, rng.choice(smalls)) for cave in bigs[1:]]
    else:
        passages = list(pairwise(smalls))
    known = {*passages, ("start", "end")}
    more = [*combinations(smalls, 2), *product(bigs, smalls)]
    passages += rng.sample([passage for passage in more if passage not in known], k=size - len(passages))
    rng.shuffle(passages)
    return "\n".join("-".join(rng.sample(passage, k=2)) for passage in passages)


def _names(rng: Random, letters: str, count: int) -> list[str]:
    return rng.sample([first + second for first in letters for second in letters], k=count)
