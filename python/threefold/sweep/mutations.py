"""Ways to spoil an input."""

import re
from collections.abc import Callable
from random import Random

NUMBERS = [
    "0",
    "-1",
    "+1",
    "00",
    "1_0",
    "1.5",
    "1e3",
    "99999999999999999999999999",
    "4294967296",
    "x",
    "½",
    "٣",
    "０",
    "",
]
STRAYS = [b"\0", b"\t", b" ", b"\r", b"\x0b", b"\x0c", b"\x1c", b"\x85", b"\xff", b"\xc3\x28"]
STRAYS += [text.encode() for text in ("é", "\u2028", "\u00a0", "\n", "\n\n", ",", "-", "#", "|")]


def spoiled(rng: Random, text: str) -> bytes:
    """The text's bytes after one to three changes, some of them harmless."""
    data = text.encode() + b"\n"
    for _ in range(rng.randint(1, 3)):
        data = rng.choice(CHANGES)(rng, data)
    return data


def _place(rng: Random, most: int) -> int:
    """From 0 to the most, its ends more often than others."""
    return rng.choice((0, most, *(rng.randint(0, most) for _ in range(8))))


def _line(change: Callable[[Random, list[bytes], int], None]) -> Callable[[Random, bytes], bytes]:
    def changed(rng: Random, data: bytes) -> bytes:
        lines = data.split(b"\n")
        change(rng, lines, _place(rng, len(lines) - 1))
        return b"\n".join(lines)

    return changed


def _cut_line(rng: Random, lines: list[bytes], at: int) -> None:
    del lines[at]


def _double_line(rng: Random, lines: list[bytes], at: int) -> None:
    lines.insert(at, lines[at])


def _swap_lines(rng: Random, lines: list[bytes], at: int) -> None:
    other = _place(rng, len(lines) - 1)
    lines[at], lines[other] = lines[other], lines[at]


def _cut_short(rng: Random, lines: list[bytes], at: int) -> None:
    lines[at] = lines[at][: _place(rng, len(lines[at]))]


def _other_number(rng: Random, data: bytes) -> bytes:
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    number = found[_place(rng, len(found) - 1)]
    return data[: number.start()] + rng.choice(NUMBERS).encode() + data[number.end() :]


def _stray_bytes(rng: Random, data: bytes) -> bytes:
    at = _place(rng, len(data))
    return data[:at] + rng.choice(STRAYS) + data[at:]


def _drop_byte(rng: Random, data: bytes) -> bytes:
    at = _place(rng, len(data))
    return data[:at] + data[at + 1 :]


def _truncate(rng: Random, data: bytes) -> bytes:
    return data[: _place(rng, len(data))]


CHANGES: list[Callable[[Random, bytes], bytes]] = [
    _line(_cut_line),
    _line(_double_line),
    _line(_swap_lines),
    _line(_cut_short),
    _other_number,
    _other_number,
    _stray_bytes,
    _stray_bytes,
    _drop_byte,
    _truncate,
    lambda rng, data: data.removesuffix(b"\n"),
    lambda rng, data: data.replace(b"\n", b"\r\n"),
    lambda rng, data: b"",
    lambda rng, data: data + data,
]
