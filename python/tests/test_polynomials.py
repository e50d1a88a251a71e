"""Real roots: what the documentation shows, and roots known by construction."""

import doctest

import pytest

from threefold_python import polynomials
from threefold_python.polynomials import real_roots


def test_the_documentation_is_right() -> None:
    failed, tried = doctest.testmod(polynomials)
    assert (failed, tried > 0) == (0, True)


@pytest.mark.parametrize(
    ("polynomial", "roots"),
    [
        ([7], (0, 0)),
        ([-2, 1], (1, 1)),
        ([1, 0, 1], (0, 0)),
        ([1, 0, 0, 0], (1, 1)),
        ([1, 0, 0, 0, 0], (1, 0)),
        ([-1, 0, 2, 0, -1], (2, 0)),
    ],
)
def test_multiple_roots_count_once(polynomial: list[int], roots: tuple[int, int]) -> None:
    assert real_roots(polynomial) == roots
