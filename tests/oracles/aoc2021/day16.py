"""Packet Decoder, by the letter: a function reads a packet off a string of bits and returns the rest."""

from math import prod


def read(bits: str) -> tuple[int, int, str]:
    """The sum of versions in a packet, its value, and the bits after it."""
    versions, kind, bits = int(bits[:3], 2), int(bits[3:6], 2), bits[6:]
    if kind == 4:
        digits = ""
        while bits[0] == "1":
            digits, bits = digits + bits[1:5], bits[5:]
        return versions, int(digits + bits[1:5], 2), bits[5:]

    values = []
    if bits[0] == "0":
        inside, bits = bits[16 : 16 + int(bits[1:16], 2)], bits[16 + int(bits[1:16], 2) :]
        while inside:
            version, value, inside = read(inside)
            versions += version
            values.append(value)
    else:
        count, bits = int(bits[1:12], 2), bits[12:]
        for _ in range(count):
            version, value, bits = read(bits)
            versions += version
            values.append(value)
    if kind < 4:
        return versions, [sum, prod, min, max][kind](values), bits  # type: ignore[operator]
    first, second = values
    return versions, int({5: first > second, 6: first < second, 7: first == second}[kind]), bits


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    versions, value, _ = read("".join(f"{int(digit, 16):04b}" for digit in text))
    return str(versions), str(value)
