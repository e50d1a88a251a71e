"""Makes outcomes, how often each occurred, and the surprises that were announced."""

from itertools import islice, product
from random import Random
from string import ascii_lowercase

MOST = 10**9


def generate(rng: Random, size: int) -> str:
    """``size`` outcomes; shares and surprises are often those of a complete binary code, or next to one."""
    letters = next(count for count in range(1, size + 2) if 26**count > size)
    words = islice(product(ascii_lowercase, repeat=letters), 1, size + 1)
    names = ("".join(word).rstrip("a") for word in words)
    lengths = code(rng, size, 11)
    counts = counted(rng, size, lengths)
    surprises = lengths if rng.random() < 1 / 4 else announced(rng, size)
    return "\n".join(map("{} {} {}".format, names, counts, surprises))


def code(rng: Random, size: int, deepest: int) -> list[int]:
    """The lengths of a complete code's words, of which one is split again and again."""
    deepest = max(deepest, size.bit_length() + 1)
    lengths, longest = [0], []
    while len(lengths) + len(longest) < size:
        place = rng.choice((-1, rng.randrange(len(lengths))))
        lengths[place], lengths[-1] = lengths[-1], lengths[place]
        length = lengths.pop() + 1
        (lengths if length < deepest else longest).extend((length, length))
    rng.shuffle(lengths := lengths + longest)
    return lengths


def counted(rng: Random, size: int, lengths: list[int]) -> list[int]:
    """Shares of which the entropy is rational, and often a tie; equal ones; or any."""
    kind = rng.randrange(6)
    if kind < 2:
        longest = max(lengths)
        return [1 << (longest - length) for length in lengths]
    if kind == 2 and size > 3:  # one of a code's words stands for shares of 9, 8, 6 and 1 in 24
        lengths = code(rng, size - 3, 8)
        longest = max(lengths)
        counts = [24 << (longest - length) for length in lengths]
        return [counts[0] * part // 24 for part in (9, 8, 6, 1)] + counts[1:]
    if kind == 3:
        return [rng.randint(1, MOST)] * size
    most = rng.choice((2, 100, MOST))
    return [max(1, most // place) if kind == 4 else rng.randint(1, most) for place in range(1, size + 1)]


def announced(rng: Random, size: int) -> list[int]:
    """Surprises whose 2^-S have a sum of 1 or next to it, or any."""
    kind = rng.randrange(5)
    if kind < 2:
        surprises = code(rng, size, 40)
        surprises[0] = max(0, surprises[0] + kind * rng.choice((-1, 1)))
    elif kind == 2:  # all carries run on: the sum is a power of two
        first = rng.choice((0, 1, 2, MOST - size + 1))
        surprises = [first + min(place, size - 1) for place in range(1, size + 1)]
    else:
        most = rng.choice((1, 3, 60, MOST))
        surprises = [rng.randint(0, most) for _ in range(size)]
    rng.shuffle(surprises)
    return surprises
