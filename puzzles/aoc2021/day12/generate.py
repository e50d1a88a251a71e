"""Makes caves with passages between them."""

from random import Random
from string import ascii_lowercase, ascii_uppercase

LARGEST = 1300


def generate(rng: Random, size: int) -> str:
    """``size`` passages, none between two big caves, and at least one path from start to end.

    With twice as many passages there is one more small cave, up to twelve of them; the others are big.
    """
    if size > LARGEST:
        raise ValueError("no more than 1300 passages are made, as the number of caves has a limit")
    small = min(12, size.bit_length() + 2, 2 * size // 3)
    big = min(90, size // 5, max(0, size - small - 1))
    others = _names(rng, ascii_lowercase, small) + _names(rng, ascii_uppercase, big)
    rng.shuffle(others)
    caves = ["start", *others, "end"]
    passages = []
    for at in range(1, len(caves)):
        # A tree that connects all, with the end next to another than the start if there is one.
        earlier = [cave for cave in caves[:at] if not _both_big(cave, caves[at])]
        passages.append((rng.choice(earlier[1:] if caves[at] == "end" and at > 1 else earlier), caves[at]))
    known = {frozenset(passage) for passage in passages} | {frozenset(("start", "end"))}
    more = [
        (one, other)
        for at, one in enumerate(caves)
        for other in caves[at + 1 :]
        if not _both_big(one, other) and frozenset((one, other)) not in known
    ]
    passages += rng.sample(more, k=size - len(passages))
    rng.shuffle(passages)
    return "\n".join("-".join(rng.sample(passage, k=2)) for passage in passages)


def _both_big(one: str, other: str) -> bool:
    return one.isupper() and other.isupper()


def _names(rng: Random, letters: str, count: int) -> list[str]:
    return rng.sample([first + second for first in letters for second in letters], k=count)
