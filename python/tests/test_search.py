"""Searches find the cheapest way, and walks in rounds end where they would."""

import pytest

from threefold_python.search import cheapest, repeated


def test_the_cheapest_way_may_be_the_longer_one() -> None:
    ways = {"a": [(9, "d"), (1, "b")], "b": [(1, "c")], "c": [(1, "d"), (0, "a")], "d": []}
    assert cheapest("a", lambda node: ways[node], lambda node: node == "d") == 3
    assert cheapest("a", lambda node: ways[node], lambda node: node == "a") == 0
    assert cheapest("d", lambda node: ways[node], lambda node: node == "a") is None


@pytest.mark.parametrize(("steps", "at"), [(0, 0), (1, 1), (4, 4), (5, 2), (6, 3), (10**12, 4)])
def test_rounds_are_left_out(steps: int, at: int) -> None:
    assert repeated(lambda state: 2 if state == 4 else state + 1, steps, 0) == at
