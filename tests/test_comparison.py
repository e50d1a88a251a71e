"""What is made of measured times: medians, intervals, ties, changes, and the tables."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from threefold.core.units import counted, duration, round_duration, rounded, short
from threefold.measure.comparison import (
    FORMAT,
    Comparison,
    Figure,
    Unusable,
    changes,
    interval,
    ratio,
    write_between,
)
from threefold.measure.measuring import KEPT, merge, spread

BROKEN = Path(__file__).parent / "broken"


def times(middle: float, spread: float = 0.02, turns: int = 5, seed: int = 0) -> Figure:
    """Times around a middle, with a deviation that is a share of it."""
    rng = Random(seed)
    return Figure(tuple(tuple(rng.gauss(middle, spread * middle) for _ in range(100)) for _ in range(turns)))


def results(**medians: dict[str, float]) -> dict[str, Any]:
    """A results file with these medians, by puzzle and language."""
    benchmarks = [
        {"puzzle": puzzle, "language": name, "first": 2e6, "again": 2e6}
        | {key: list(times(middle, seed=turn).turns[0]) for key in ("whole", "parse", "part1", "part2")}
        for turn in range(3)
        for puzzle, row in medians.items()
        for name, middle in row.items()
    ]
    return {
        "threefold": {
            "format": FORMAT,
            "languages": {
                "slow": {"title": "Slow", "order": 2, "version": "1", "flags": ""},
                "fast": {"title": "Fast", "order": 1, "version": "1", "flags": ""},
            },
        },
        "machine_info": {"processor": "p", "machine": "m", "system": "s", "release": "r"},
        "commit_info": {"id": "0123456789abcdef"},
        "datetime": "2026-01-01T00:00:00",
        "benchmarks": benchmarks,
    }


def test_a_figure_is_a_median_with_its_median_absolute_deviation() -> None:
    figure = Figure(((1.0, 2.0, 3.0), (4.0, 100.0)))
    assert (figure.median, figure.deviation) == (3.0, 1.0)
    assert str(Figure(((1_230_000.0,) * 3,))) == "1.23 ± 0.00 ms"


def test_an_interval_holds_the_true_ratio_nearly_always() -> None:
    held = 0
    for seed in range(60):
        low, high = interval(times(300, seed=seed), times(100, seed=seed + 1000))
        held += low <= 3 <= high
        assert 0 < high - low < 0.2
    assert held >= 50


def test_an_interval_holds_its_median_though_turns_are_in_order_and_of_unequal_length() -> None:
    turns = tuple(
        tuple(sorted(times(300, seed=at).turns[0][:count])) for at, count in enumerate((20, 90, 60))
    )
    low, high = interval(Figure(turns))
    assert low < Figure(turns).median < high


def test_what_cannot_be_told_apart_is_a_tie() -> None:
    assert ratio(times(100), times(100, seed=1)).tie
    assert not ratio(times(103, spread=0.01), times(100, spread=0.01, seed=1)).tie
    assert ratio(times(103, spread=0.5), times(100, spread=0.5, seed=1)).tie


def test_turns_that_differ_are_noise() -> None:
    assert not times(100).noisy
    wandering = Figure(tuple(times(middle).turns[0] for middle in (100.0, 160.0, 90.0, 200.0, 120.0)))
    assert wandering.noisy


def test_a_table_shows_ties_ratios_means_and_noise() -> None:
    medians = {"a/x": {"slow": 1000.0, "fast": 100.0}, "a/y": {"slow": 4000.0, "fast": 4000.0}}
    comparison = Comparison(results(**medians))
    header, rows = comparison.header(), list(comparison.rows(phases=False))
    assert header == ["puzzle", "Fast", "ratio", "Slow", "ratio"]
    assert rows[0][2] == "×1" and rows[0][4].startswith(("×10.0", "×9.9"))
    assert rows[1][2] == rows[1][4] == "tie"
    assert rows[2][0] == "geometric mean"
    means = comparison.geometric_means()
    assert means["slow"] / means["fast"] == pytest.approx(10**0.5, rel=0.02)
    assert not list(comparison.warnings())


def test_the_floor_is_first_and_not_in_the_means() -> None:
    medians = {"a/x": {"slow": 1000.0, "fast": 100.0}, "teaching/hello": {"slow": 10.0, "fast": 1.0}}
    comparison = Comparison(results(**medians))
    assert "(the floor)" in next(comparison.rows(phases=False))[0]
    assert comparison.geometric_means()["slow"] == pytest.approx(1000, rel=0.02)


def test_only_what_is_beyond_the_noise_is_a_change() -> None:
    before = Comparison(results(**{"a/x": {"slow": 1000.0, "fast": 100.0}, "a/z": {"fast": 5.0}}))
    after = Comparison(results(**{"a/x": {"slow": 1300.0, "fast": 101.0}, "a/y": {"fast": 5.0}}))
    shift, (first, second) = changes(before, after)
    assert shift == 1
    assert (first.language, first.slower, first.faster) == ("slow", True, False)
    assert (second.language, second.slower, second.faster) == ("fast", False, False)
    assert changes(after, before)[1][-1].faster


def test_a_slower_machine_is_no_regression() -> None:
    rows = {f"a/{name}": {"slow": 1000.0, "fast": 100.0} for name in "abcdef"}
    slower = {puzzle: {name: 1.3 * one for name, one in row.items()} for puzzle, row in rows.items()}
    slower["a/c"]["fast"] *= 1.2
    shift, found = changes(Comparison(results(**rows)), Comparison(results(**slower)))
    assert shift == pytest.approx(1.3, rel=0.02)
    assert [(one.puzzle, one.language) for one in found if one.slower] == [("a/c", "fast")]
    assert not any(one.faster for one in found)


def compare(*arguments: str, status: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "threefold.cli", "compare", *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        env=os.environ | environment,
    )
    assert done.returncode == status, done
    assert "Traceback" not in done.stderr
    return done


def test_against_tells_changes_and_fails_when_asked_to(tmp_path: Path) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    before.write_text(json.dumps(results(**{"a/x": {"slow": 1000.0}})))
    after.write_text(json.dumps(results(**{"a/x": {"slow": 1500.0}})))
    told = compare("--results", str(after), "--against", str(before))
    assert told.stdout.startswith("slower  a/x in slow: 997 ± 13.6 ns → 1.50 ± 0.02 µs, ×1.50 (")
    compare("--results", str(after), "--against", str(before), "--fail-on-regression", status=1)
    compare("--results", str(before), "--against", str(after), "--fail-on-regression", status=0)
    compare("--results", str(before), "--fail-on-regression", status=2)


def test_files_of_others_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    other = results(**{"a/x": {"slow": 1.0}})
    other["threefold"]["format"] = 1
    for content in ("", "[]", "{}", '{"benchmarks": [', json.dumps(other), json.dumps(other)[:200]):
        path.write_text(content)
        with pytest.raises(Unusable, match=r"no results file|another version|cut short"):
            Comparison.read(path)


def test_a_table_is_written_between_its_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("above <!-- t -->old<!-- /t --> below")
    for text in ("new", "newer"):
        write_between(page, "t", text)
        assert page.read_text() == f"above <!-- t -->\n\n{text}\n\n<!-- /t --> below"
    with pytest.raises(Unusable, match="lacks the markers"):
        write_between(page, "u", "text")


def test_times_are_thinned_evenly() -> None:
    values = [float(value) for value in range(100_000)]
    kept = spread(values)
    assert len(kept) == KEPT
    assert abs(kept[KEPT // 2] - 50_000) < 1000
    assert spread([3.0, 1.0, 2.0]) == [1.0, 2.0, 3.0]


def test_numbers_in_words() -> None:
    words = {
        5: "5.00 ns",
        999.4: "999 ns",
        999.6: "1.00 µs",
        9996: "10.0 µs",
        1.5e9: "1.50 s",
        2e12: "2000 s",
    }
    assert {time: duration(time) for time in words} == words
    assert [counted(number) for number in (7, 999, 1_280_000)] == ["7", "999", "1 280 000"]
    assert [rounded(number) for number in (7.4, 123, 12_345)] == ["7", "120", "12 000"]
    assert [short(number) for number in (5, 1e4, 2.5e6, 1e9)] == ["5", "10k", "2.5M", "1G"]
    assert [round_duration(time) for time in (1.0, 1e4, 2e9)] == ["1 ns", "10 µs", "2 s"]


def test_a_results_file_does_not_name_the_machine() -> None:
    found: dict[str, Any] = {}
    info = {"node": "a-host-name", "threefold": {"languages": {}}}
    merge(found, {"machine_info": info, "commit_info": {}, "datetime": "", "benchmarks": []})
    assert "a-host-name" not in json.dumps(found)


def test_a_solver_that_caches_between_calls_is_caught(tmp_path: Path) -> None:
    """And one that works each time is not: the check can tell them apart."""
    path = tmp_path / "results.json"
    arguments = (
        "hello",
        "-l",
        "remembers",
        "-l",
        "forgets",
        "--budget=0.05",
        "--turns=1",
        "--save",
        str(path),
    )
    done = compare(*arguments, PYTHONPATH=str(BROKEN))
    assert "unfair: remembers keeps something of teaching/hello from one call to the next" in done.stdout
    assert "unfair: forgets" not in done.stdout
    memory = Comparison.read(path).memory["teaching/hello"]
    assert memory["forgets"].base > 1_000_000
    assert memory["forgets"].increase >= 0
