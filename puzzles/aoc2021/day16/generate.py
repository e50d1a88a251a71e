"""Makes transmissions."""

from math import prod
from random import Random

LARGEST_PRODUCT = 10**15
LONGEST = 2**15 - 1
MOST_DIGITS = 10_000_000

Packet = tuple[str, int]


def generate(rng: Random, size: int) -> str:
    """A packet with about ``size`` packets in it, itself included; zeros fill up the last digit.

    It is built from the inside, so that all values are known. There is always an answer: a comparison is
    made of two packets only, and a product only where it stays below 10^15. So nothing but sums gets larger
    than that, and it would take more than 10^20 packets until one of these is too large.
    """
    packets = [_literal(rng) for _ in range(max(1, 2 * size // 3))]
    while len(packets) > 1 or (size > 1 and rng.random() < 0.5):
        # Mostly those that have been made last, so that packets are deep in one another.
        count = min(len(packets), rng.choice([1, 2, 2, 2, 3, 4]))
        inner = [packets.pop(rng.randrange(max(0, len(packets) - 5), len(packets))) for _ in range(count)]
        packets.append(_operator(rng, inner))
    bits = packets[0][0]
    digits = -(-len(bits) // 4)
    if digits > MOST_DIGITS:
        raise ValueError("no more than 10000000 digits are valid")
    return f"{int(bits.ljust(4 * digits, '0'), 2):0{digits}X}"


def _literal(rng: Random) -> Packet:
    value = rng.getrandbits(rng.choice([1, 4, 4, 8, 8, 12, 16, 28, 36]))
    digits = f"{value:X}"
    groups = [f"{int(digit, 16):04b}" for digit in digits]
    return f"{rng.getrandbits(3):03b}100" + "".join("1" + group for group in groups[:-1]) + "0" + groups[
        -1
    ], value


def _operator(rng: Random, inner: list[Packet]) -> Packet:
    values = [value for _, value in inner]
    kinds = {0: sum(values), 2: min(values), 3: max(values)}
    if prod(values) <= LARGEST_PRODUCT:
        kinds[1] = prod(values)
    if len(values) == 2:
        first, second = values
        kinds |= {5: int(first > second), 6: int(first < second), 7: int(first == second)}
    kind = rng.choice(sorted(kinds))
    bits = "".join(packet for packet, _ in inner)
    by_length = len(bits) <= LONGEST and rng.random() < 0.5
    size = f"0{len(bits):015b}" if by_length else f"1{len(inner):011b}"
    return f"{rng.getrandbits(3):03b}{kind:03b}{size}{bits}", kinds[kind]
