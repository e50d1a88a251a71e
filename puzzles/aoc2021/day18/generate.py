"""Makes snailfish numbers."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` reduced numbers, but two at least, since part 2 has an answer as soon as there are two.

    The deeper an element, the seldomer it is a pair.
    """
    return "\n".join(_pair(rng, 1) for _ in range(max(2, size)))


def _pair(rng: Random, depth: int) -> str:
    return f"[{_element(rng, depth)},{_element(rng, depth)}]"


def _element(rng: Random, depth: int) -> str:
    if depth < 4 and rng.randrange(10) < (0, 9, 7, 5)[depth]:
        return _pair(rng, depth + 1)
    return str(rng.randint(0, 9))
