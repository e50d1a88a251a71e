"""Makes transmissions."""

from itertools import pairwise
from math import prod
from random import Random

LARGEST_PRODUCT = 10**12
MOST_COUNTED = 2**11 - 1
LONGEST = 2**15 - 1
MOST_DIGITS = 100_000

Packet = tuple[str, int]


def generate(rng: Random, size: int) -> str:
    """A packet with ``size`` packets in it, itself included; zeros fill up the last digit.

    As officially, it is a sum of many small packets. There is always an answer: a product is made only where
    it stays below 10^12, so nothing but sums gets larger than that.
    """
    bits, _ = _packet(rng, max(1, size), max(1, size // 5))
    digits = -(-len(bits) // 4)
    if digits > MOST_DIGITS:
        raise ValueError("no more than 100000 digits are valid")
    return f"{int(bits.ljust(4 * digits, '0'), 2):0{digits}X}"


def _packet(rng: Random, size: int, parts: int) -> Packet:
    """A packet and its value; so many packets, itself included, of which so many are directly in it."""
    if size == 1:
        return _literal(rng)
    count = min(parts, size - 1, MOST_COUNTED)
    cuts = [0, *sorted(rng.sample(range(1, size - 1), count - 1)), size - 1]
    inner = [_packet(rng, end - start, rng.choice([1, 2, 2, 2, 3])) for start, end in pairwise(cuts)]
    return _operator(rng, inner)


def _literal(rng: Random) -> Packet:
    value = rng.getrandbits(rng.choice([1, 4, 4, 8, 8, 12, 16, 40]))
    digits = f"{value:X}"
    groups = ["1" + f"{int(digit, 16):04b}" for digit in digits]
    return f"{rng.getrandbits(3):03b}100" + "".join(groups[:-1]) + "0" + groups[-1][1:], value


def _operator(rng: Random, inner: list[Packet]) -> Packet:
    values = [value for _, value in inner]
    kinds = {0: sum(values), 2: min(values), 3: max(values)}
    if prod(values) <= LARGEST_PRODUCT:
        kinds[1] = prod(values)
    if len(values) == 2:
        first, second = values
        kinds |= {5: int(first > second), 6: int(first < second), 7: int(first == second)}
    kind = 0 if len(values) > 5 else rng.choice(sorted(kinds))
    bits = "".join(packet for packet, _ in inner)
    by_length = len(bits) <= LONGEST and rng.random() < 0.5
    size = f"0{len(bits):015b}" if by_length else f"1{len(inner):011b}"
    return f"{rng.getrandbits(3):03b}{kind:03b}{size}{bits}", kinds[kind]
