"""Rectangles are read, or the row that is wrong is named."""

import pytest

from threefold.core.contract import InvalidInput
from threefold_python.reading import rectangular


def rows(text: str, most: int = 3) -> list[str]:
    return rectangular(text, "0123456789", "wrong", most, "outside")


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
        ("1234\n5", 1, "outside"),
        ("123a\n5", 1, "wrong"),
        ("1\n2\n3\n4", 4, "outside"),
        ("1\n2\n3\n45", 4, "wrong"),
    ],
)
def test_the_first_row_that_is_wrong_is_named(text: str, line: int, message: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        rows(text)
    assert (raised.value.line, raised.value.message) == (line, message)
