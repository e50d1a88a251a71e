"""The searches: what a budget buys, what is said of a failure, and how it is kept."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from hypothesis import strategies as st

from failing import Disagreement
from search import Limits, Search
from threefold.core import catalogue
from threefold.core.catalogue import Puzzle
from threefold.core.languages import Language
from threefold.sweep.mutations import spoiled
from threefold.sweep.shrinking import quoted, shrunk

HELLO = catalogue.find("hello")


class Pretended:
    """Languages whose answers cost what is said, and who differ on some inputs."""

    def __init__(self, costs: dict[str, float], differs: Callable[[str], bool] = lambda text: False):
        self.costs, self.differs = costs, differs
        self.used = dict.fromkeys(["", *costs], 0.0)
        self.inputs: list[tuple[str, tuple[str, ...]]] = []

    def solvers(self, puzzle: Puzzle) -> list[Language]:
        return [SimpleNamespace(name=name, title=name.capitalize()) for name in self.costs]

    def clocks(self, solvers: list[Language]) -> dict[str, float]:
        return dict(self.used)

    def agreed(self, puzzle: Puzzle, data: bytes, asked: list[Language] | None = None) -> object:
        names = tuple(one.name for one in asked or self.solvers(puzzle))
        self.inputs.append((data.decode(), names))
        for name in names:
            self.used[name] += self.costs[name]
        if self.differs(data.decode()):
            raise Disagreement(data, "they differ")
        return "1", "2"


def searched(bench: Pretended, limits: Limits, most: int = 60, fuzz: float = 0) -> Search:
    def check(rng: Random, size: int) -> None:
        made.tries(lambda: "\n".join(str(rng.randint(0, 99)) for _ in range(size)).encode())

    made = Search(HELLO, bench, fuzz)
    made.examples(limits, most, check, st.randoms(use_true_random=False), st.integers(1, 12))
    return made


def test_the_same_inputs_come_in_the_same_order_however_many_fit() -> None:
    quick, slow = Pretended({"python": 0.001, "rust": 0.001}), Pretended({"python": 0.02, "rust": 0.02})
    searched(quick, Limits(1, 3))
    searched(slow, Limits(1, 3))
    assert len(quick.inputs) == 60 and 3 < len(slow.inputs) < 60
    assert [text for text, _ in slow.inputs] == [text for text, _ in quick.inputs][: len(slow.inputs)]


def test_who_has_had_half_of_the_time_is_left_out() -> None:
    bench = Pretended({"python": 0.1, "rust": 0.001, "haskell": 0.001})
    made = searched(bench, Limits(1, 2))
    assert sum("python" in names for _, names in bench.inputs) == 4
    assert all({"rust", "haskell"} <= set(names) for _, names in bench.inputs) and len(bench.inputs) == 60
    assert not made.short


def test_the_floor_is_reached_within_three_budgets_or_it_is_said() -> None:
    made = searched(Pretended({"python": 0.5, "rust": 0.0}), Limits(1, 5))
    assert made.inputs == 5 and not made.short
    made = searched(Pretended({"python": 1.0, "rust": 0.0}), Limits(1, 5))
    assert made.short == "Python 4, Rust 4 of at least 5 inputs"


def test_fuzzing_goes_on_with_fresh_seeds() -> None:
    benches = [Pretended({"python": 0.0, "rust": 0.0}) for _ in range(2)]
    for bench in benches:
        searched(bench, Limits(1, 2), most=10, fuzz=0.1)
    first, second = ([text for text, _ in bench.inputs] for bench in benches)
    assert first[:10] == second[:10] and first[10:20] != second[10:20]


def test_a_failure_is_shrunk_and_a_case_keeps_it() -> None:
    bench = Pretended({"python": 0.0, "rust": 0.0}, lambda text: "9" in text)
    with pytest.raises(pytest.fail.Exception) as failure:
        searched(bench, Limits(1, 2), most=200)
    words = str(failure.value)
    assert words.startswith("teaching/hello: they differ\n")
    assert tomllib.loads("[[case]]" + words.split("[[case]]")[1])["case"][0]["input"] == "9"
    assert str(HELLO.folder / "cases.toml") in words


def test_a_text_is_shrunk_by_lines_and_by_characters() -> None:
    text = "\n".join(f"line {number}" for number in range(100))
    assert shrunk(text, lambda shorter: "7" in shorter and "2" in shorter and "\n" in shorter) in {
        f"{one}\n{other}" for one, other in ("27", "72")
    } | {f"{one}{other}\n" for one, other in ("27", "72")} | {
        f"\n{one}{other}" for one, other in ("27", "72")
    }


@pytest.mark.parametrize("text", ["", 'a"b\\c', "a\nb\t", "\x00\x7f\x85\u2028é😀", "'''\"\"\""])
def test_a_text_is_quoted_for_toml(text: str) -> None:
    assert tomllib.loads(f"text = {quoted(text)}") == {"text": text}


def test_inputs_are_spoiled_in_every_way() -> None:
    found = {spoiled(Random(seed), "12\n34") for seed in range(300)}
    assert len(found) > 100 and b"" in found and any(b"\xff" in data for data in found)


def test_the_harness_finds_what_one_language_does_wrong() -> None:
    """`differs` is a broken language that answers some inputs its own way."""
    tests = Path(__file__).parent
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"{tests}/test_agreement.py"),
            *("--select=hello", "--select=fine", "--select=rust", "-k", "small_inputs", "--fuzz=1"),
        ],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(tests / "broken")},
        timeout=120,
    )
    assert done.returncode == 1, done.stdout
    assert "To keep it, add to " in done.stdout and "[[case]]" in done.stdout
