"""Makes lists of three lengths a line."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` lines, or up to two more, so that they come in threes; columns are five wide, as officially.

    Of three lengths two are of any size, and the third is, too, or so that there is a triangle, or nearly.
    """
    count = max(1, -(-size // 3)) * 3
    lengths = rng.choices(range(5, 901), k=2 * count)
    return "\n".join(line(rng, one, other) for one, other in zip(lengths[::2], lengths[1::2], strict=True))


def line(rng: Random, one: int, other: int) -> str:
    """These lengths and a third."""
    kind, shift = divmod(rng.getrandbits(16), 3)
    if kind % 3 == 0:
        third = 5 + kind % 995
    elif kind % 3 == 1:
        third = abs(one - other) + 1 + kind % (2 * min(one, other))
    else:
        third = one + other - 1 + shift
    lengths = [one, other, min(999, third)]
    return "".join(f"{lengths[place]:5}" for place in ((0, 1, 2), (1, 2, 0), (2, 0, 1))[shift])
