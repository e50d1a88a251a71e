"""Ways to spoil an input, as a Hypothesis strategy."""

import re

from hypothesis import strategies as st

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


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> bytes:
    """The text's bytes after one to three changes, some of them harmless."""
    data = text.encode() + b"\n"
    for _ in range(draw(st.integers(1, 3))):
        data = draw(st.sampled_from(CHANGES))(draw, data)
    return data


def _line(change):
    def changed(draw: st.DrawFn, data: bytes) -> bytes:
        lines = data.split(b"\n")
        change(draw, lines, draw(st.integers(0, len(lines) - 1)))
        return b"\n".join(lines)

    return changed


def _cut_line(draw, lines, at):
    del lines[at]


def _double_line(draw, lines, at):
    lines.insert(at, lines[at])


def _swap_lines(draw, lines, at):
    other = draw(st.integers(0, len(lines) - 1))
    lines[at], lines[other] = lines[other], lines[at]


def _cut_short(draw, lines, at):
    lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]


def _other_number(draw, data):
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    number = draw(st.sampled_from(found))
    return data[: number.start()] + draw(st.sampled_from(NUMBERS)).encode() + data[number.end() :]


def _stray_bytes(draw, data):
    at = draw(st.integers(0, len(data)))
    return data[:at] + draw(st.sampled_from(STRAYS)) + data[at:]


def _drop_byte(draw, data):
    at = draw(st.integers(0, len(data)))
    return data[:at] + data[at + 1 :]


def _truncate(draw, data):
    return data[: draw(st.integers(0, len(data)))]


CHANGES = [
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
    lambda draw, data: data.removesuffix(b"\n"),
    lambda draw, data: data.replace(b"\n", b"\r\n"),
    lambda draw, data: b"",
    lambda draw, data: data + data,
]
