"""Forms are read, or the line that is wrong is named. The other languages' tests have the same texts."""

import doctest
from collections.abc import Callable

import pytest

from threefold.core.contract import InvalidInput
from threefold_python import reading
from threefold_python.reading import NO_MORE, Lines, grid, numbers, separated, single

PAIR = r"(\d+),(-?\d+)"


def refused(read: Callable[[], object]) -> tuple[int, str]:
    """Which line does a reader refuse, and with which message?"""
    with pytest.raises(InvalidInput) as raised:
        read()
    return raised.value.line, raised.value.message


def test_the_examples() -> None:
    failed, tried = doctest.testmod(reading)
    assert tried and not failed


def test_lines_have_one_form() -> None:
    assert list(numbers("1,2", PAIR, "wrong", 99)) == [(1, 2)]
    assert list(numbers("1,-2\n003,4", PAIR, "wrong", 99)) == [(1, -2), (3, 4)]
    assert list(numbers("000000000000000001,2", PAIR, "wrong", 99)) == [(1, 2)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("1,2\n", 2),
        ("1,2\n\n1,2", 2),
        ("1\n,2", 1),
        ("1,\n2", 1),
        ("1,2 \n1,2", 1),
        ("1,2\n1,2\n1,100", 3),
        ("1,+2", 1),
        ("1,--2", 1),
        ("1,-100", 1),
        ("1,٣", 1),
        ("1,2\n0000000000000000001,2", 2),
        ("18446744073709551617,1", 1),
        ("9" * 5000 + ",1", 1),
    ],
)
def test_the_first_line_of_another_form_is_named(text: str, line: int) -> None:
    assert refused(lambda: list(numbers(text, PAIR, "wrong", 99))) == (line, "wrong")


def test_one_line_is_one() -> None:
    assert separated("1,2,3", "wrong", 9) == [1, 2, 3]
    assert single("off   ab!", "(on|off) *([a-z]+)(!)", "wrong") == ("off", "ab", "!")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "wrong"),
        ("1,", 1, "wrong"),
        ("10\n1", 1, "wrong"),
        ("1,\n2", 1, "wrong"),
        ("1\n", 2, NO_MORE),
        ("1\n2", 2, NO_MORE),
    ],
)
def test_numbers_in_a_line_are_named(text: str, line: int, message: str) -> None:
    assert refused(lambda: separated(text, "wrong", 9)) == (line, message)


@pytest.mark.parametrize("text", ["on ab", "on ab\n", "on !", "o ab!", "on\nab!"])
def test_a_line_of_another_form_is_refused(text: str) -> None:
    assert refused(lambda: single(text, "(on|off) *([a-z]+)(!)", "wrong")) == (1, "wrong")


def named(text: str) -> list[list[tuple[str, ...]]]:
    """Blocks, each a name and digits."""

    def form(lines: Lines) -> list[tuple[str, ...]]:
        lines.line("name:", "name")
        return lines.block(r"(\d)", "number", 9)

    return Lines(text).blocks(form)


def test_blocks_are_separated_by_empty_lines() -> None:
    assert named("name:\n1\n2\n\nname:\n3") == [[("1",), ("2",)], [("3",)]]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "name"),
        ("name:", 1, "number"),
        ("name:\n", 2, "number"),
        ("name:\n\n1", 2, "number"),
        ("name:\n1\n", 3, "name"),
        ("name:\n1\n\n", 4, "name"),
        ("name:\n1\n\n\nname:\n1", 4, "name"),
        ("name:\n1\nname:\n1", 3, "number"),
    ],
)
def test_the_first_line_that_is_wrong_in_a_block_is_named(text: str, line: int, message: str) -> None:
    assert refused(lambda: named(text)) == (line, message)


def test_a_text_ends() -> None:
    def read(text: str) -> None:
        lines = Lines(text)
        lines.block(r"\d", "number")
        lines.blank("blank")
        lines.block(r"\d", "number")
        lines.end()

    read("1\n\n2")
    for text, line, message in [("1", 1, "blank"), ("1\n", 2, "number"), ("1\n\n2\n", 4, NO_MORE)]:
        assert refused(lambda text=text: read(text)) == (line, message)


def test_a_grid_has_limits() -> None:
    assert grid("12\n34\n56", "0123456789", 3, "wrong") == ["12", "34", "56"]
    for text, line in [("", 1), ("1234", 1), ("1\n2\n3\n4", 4), ("1\nx", 2), ("1\n23", 2)]:
        assert refused(lambda text=text: grid(text, "0123456789", 3, "wrong")) == (line, "wrong")


def rows(text: str, most: int = 3) -> list[str]:
    return grid(text, "0123456789", most, "wrong")


@pytest.mark.parametrize("text", ["1", "12", "1\n2", "12\n34\n56"])
def test_a_rectangle_has_rows(text: str) -> None:
    assert rows(text) == text.split("\n")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "wrong"),
        ("\n", 1, "wrong"),
        ("\n1", 1, "wrong"),
        ("12\n", 2, "wrong"),
        ("1\n\n1", 2, "wrong"),
        ("12\n3", 2, "wrong"),
        ("12\n345", 2, "wrong"),
        ("123\n4 5\n678", 2, "wrong"),
        ("12\n3٣", 2, "wrong"),
        ("1234\n5", 1, "wrong"),
        ("123a\n5", 1, "wrong"),
        ("1\n2\n3\n4", 4, "wrong"),
        ("1\n2\n3\n45", 4, "wrong"),
    ],
)
def test_the_first_row_that_is_wrong_is_named(text: str, line: int, message: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        rows(text)
    assert (raised.value.line, raised.value.message) == (line, message)
