"""What is made of measured times: medians, intervals, ties, changes, and the tables."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from threefold.core import catalogue
from threefold.core.units import counted, duration, round_duration, rounded, short
from threefold.measure import bootstrap, runs
from threefold.measure.comparison import Comparison, Figure, Ratio, Unusable, changes, write_between
from threefold.measure.digests import digest
from threefold.measure.measuring import KEPT, spread

pytestmark = pytest.mark.alone

BROKEN = Path(__file__).parent / "broken"
Turns = list[list[float]]


def times(middle: float, spread: float = 0.02, turns: int = 5, seed: int = 0) -> Turns:
    """Times around a middle, with a deviation that is a share of it."""
    rng = Random(seed)
    return [[rng.gauss(middle, spread * middle) for _ in range(100)] for _ in range(turns)]


def figure(turns: Turns) -> Figure:
    return bootstrap.figures({"it": turns})["it"]


def ratio(top: Turns, bottom: Turns) -> Ratio:
    """That of the slower one, measured together."""
    found = bootstrap.figures({"top": top, "bottom": bottom})
    return found["top"].ratio or found["bottom"].ratio or Ratio(1)


def results(**medians: dict[str, float]) -> dict[str, Any]:
    """A results file with these medians, by puzzle and language."""
    puzzles = {}
    for puzzle, row in medians.items():
        turns = {name: times(middle, seed=at) for at, (name, middle) in enumerate(row.items())}
        cells = {
            name: dict.fromkeys(("whole", "parse", "part1", "part2"), one.saved)
            | {"digest": "0", "cold": 1.0}
            for name, one in bootstrap.figures(turns).items()
        }
        puzzles[puzzle] = {"run": "2026-01-01 00:00:00", "turns": 5, "languages": cells}
    abouts = {
        "slow": {"title": "Slow", "order": 2, "version": "1", "flags": ""},
        "fast": {"title": "Fast", "order": 1, "version": "1", "flags": ""},
    }
    run = {"machine": "a machine", "commit": "0123456789", "languages": abouts}
    return Comparison.empty().saved | {"runs": {"2026-01-01 00:00:00": run}, "puzzles": puzzles}


def test_a_figure_is_a_median_with_its_median_absolute_deviation() -> None:
    found = figure([[1.0, 2.0, 3.0], [4.0, 100.0]])
    assert (found.median, found.deviation) == (3.0, 1.0)
    assert (Figure.of([1.0, 2.0, 9.0]).median, Figure.of([1.0, 2.0, 9.0]).deviation) == (2.0, 1.0)
    assert str(Figure(1_230_000.0, 0.0)) == "1.23 ± 0.00 ms"


def test_what_is_saved_is_what_is_read() -> None:
    made = bootstrap.figures({"slow": times(300), "fast": times(100, seed=1)})
    read = Figure.row({name: one.saved for name, one in made.items()})
    assert read["fast"].ratio is None and read["slow"].ratio and made["slow"].ratio
    for name in made:
        assert read[name].saved == made[name].saved
        assert read[name].median == pytest.approx(made[name].median, rel=1e-3)
    assert read["slow"].ratio.high == pytest.approx(made["slow"].ratio.high, rel=1e-3)
    few = {name: one.saved for name, one in bootstrap.figures({"a": [[1.0]], "b": [[2.0]]}).items()}
    assert few == {"a": [1, 0], "b": [2, 0]}
    assert str(Figure.row(few)["b"].ratio) == "×2.00"


def test_an_interval_holds_the_true_ratio_nearly_always() -> None:
    held = apart = 0
    for seed in range(60):
        top, bottom = times(300, seed=seed), times(100, seed=seed + 1000)
        one = ratio(top, bottom)
        held += one.low <= 3 <= one.high
        assert 0 < one.high - one.low < 0.2
        other = figure(top).over(figure(bottom))  # of two runs
        apart += other.low <= 3 <= other.high
        assert 0 < other.high - other.low < 0.2
    assert held >= 50 and apart >= 50


def test_an_interval_holds_its_median_though_turns_are_in_order_and_of_unequal_length() -> None:
    found = figure([sorted(times(300, seed=at)[0][:count]) for at, count in enumerate((20, 90, 60))])
    assert found.limits
    assert found.limits[0] < found.median < found.limits[1]


def test_what_cannot_be_told_apart_is_a_tie() -> None:
    assert ratio(times(100), times(100, seed=1)).tie
    assert not ratio(times(103, spread=0.01), times(100, spread=0.01, seed=1)).tie
    assert ratio(times(103, spread=0.5), times(100, spread=0.5, seed=1)).tie


def test_turns_that_differ_are_noise() -> None:
    assert not figure(times(100)).noisy
    assert figure([times(middle)[0] for middle in (100.0, 160.0, 90.0, 200.0, 120.0)]).noisy


def test_too_few_turns_have_no_interval() -> None:
    found = figure(times(100, turns=2))
    assert found.limits is None and found.noisy
    one = ratio(times(100, turns=2), times(100, turns=2, seed=1))
    assert not one.known and not one.tie


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


def test_threads_are_named_with_their_processor_time() -> None:
    found = results(**{"a/x": {"slow": 1000.0, "fast": 100.0}})
    found["puzzles"]["a/x"]["languages"]["fast"]["processors"] = 1.9
    comparison = Comparison(found)
    assert list(comparison.warnings()) == [
        "threads: fast shares a/x out; a call takes 1.90 times that in processor time"
    ]
    assert '"processors": 1.9' in comparison.as_json()


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
    assert told.stdout.startswith("slower  a/x in slow: 999 ± 13.8 ns → 1.50 ± 0.02 µs, ×1.50 (")
    compare("--results", str(after), "--against", str(before), "--fail-on-regression", status=1)
    compare("--results", str(before), "--against", str(after), "--fail-on-regression", status=0)
    compare("--results", str(before), "--fail-on-regression", status=2)


def test_files_of_others_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    other = results(**{"a/x": {"slow": 1.0}})
    newer, older = other | {"format": 4}, {"threefold": {"format": 2}, "benchmarks": []}
    contents = ("", "[]", "{}", '{"benchmarks": [', json.dumps(newer), json.dumps(older))
    for content in (*contents, json.dumps(other)[:200]):
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
    info = {"node": "a-host-name", "processor": "p", "machine": "m", "system": "s", "release": "r"}
    assert runs.hardware(info) == "p, ? cores, s r"


def test_a_solver_that_caches_between_calls_is_caught(tmp_path: Path) -> None:
    """And one that works each time is not: the check can tell them apart. One that breaks is named."""
    path = tmp_path / "results.json"
    languages = [f"-l{name}" for name in ("remembers", "forgets", "raises")]
    how = ("--budget=0.05", "--turns=1", f"--save={path}")
    done = compare("hello", *languages, *how, status=1, PYTHONPATH=str(BROKEN))
    assert "unfair: remembers keeps something of teaching/hello from one call to the next" in done.stdout
    assert "unfair: forgets" not in done.stdout
    assert "teaching/hello-raises: SystemExit" in done.stderr
    found = Comparison.read(path)
    assert found.memory["teaching/hello"]["forgets"].base > 1_000_000
    assert found.memory["teaching/hello"]["forgets"].increase >= 0
    assert set(found.costs["teaching/hello"]) == {"remembers", "forgets"}


def test_an_interrupt_shows_what_there_is(tmp_path: Path) -> None:
    """And has the exit status of an interruption."""
    path = tmp_path / "results.json"
    command = [sys.executable, "-m", "threefold.cli", "compare", "hello", "-lforgets", f"--save={path}"]
    with subprocess.Popen(
        [*command, "--time=600"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(BROKEN)},
    ) as process:
        assert process.stderr
        said = [process.stderr.readline()]
        while "teaching/hello: " not in said[-1]:
            said.append(process.stderr.readline())
            assert said[-1], said
        process.send_signal(signal.SIGINT)
        shown, rest = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "measures 1 puzzle in 1 language, which takes 10 min 0 s" in said[0]
    assert "teaching/hello" in shown and "interrupted: this is what was measured" in rest
    assert list(Comparison.read(path).costs) == ["teaching/hello"]


def test_only_what_has_changed_is_measured_again(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    how = ("--turns=3", "--budget=0.03", f"--save={path}", "--update")
    assert "1 of 1 puzzles are to be measured\n  teaching/hello: is new" in compare("hello", *how).stderr
    before = json.loads(path.read_text())
    assert "0 of 1 puzzles are to be measured" in compare("hello", *how).stderr
    assert json.loads(path.read_text()) == before
    before["puzzles"]["teaching/hello"]["languages"]["rust"]["digest"] = "0123456789"
    before["puzzles"]["teaching/gone"] = before["puzzles"]["teaching/hello"]
    path.write_text(json.dumps(before))
    assert "teaching/hello: rust changed" in compare("hello", *how).stderr
    after = json.loads(path.read_text())
    assert list(after["puzzles"]) == ["teaching/hello"] and after != before
    compare("hello", *how, "-lrust", status=2)


def test_a_digest_is_of_all_that_a_figure_depends_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The solution, the modules that it imports, and no others; the generator; the compiler."""
    files = {
        "noxfile.py": "",
        "puzzles/teaching/hello/puzzle.md": "---\ntitle: Hello\nsize: 3\n---\n",
        "puzzles/teaching/hello/generate.py": "1",
        "python/threefold_python/teaching/hello.py": "from threefold_python.reading import x\n",
        "python/threefold_python/reading.py": "import shared\n",
        "python/threefold_python/shared.py": "",
        "python/threefold_python/other.py": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setenv("THREEFOLD_PUZZLES", str(tmp_path / "puzzles"))
    about = {"version": "1"}

    def now() -> str:
        return digest(catalogue.find("hello"), "python", about)

    seen = {now()}
    for name in files:
        if name.endswith(".py") and name != "noxfile.py":
            (tmp_path / name).write_text(files[name] + "# changed\n")
            assert (now() in seen) == (name.endswith("other.py")), name
            seen.add(now())
    about["version"] = "2"
    assert now() not in seen
    assert digest(catalogue.find("hello"), "cobol", about) == ""


def test_what_is_kept_is_small() -> None:
    """And a difference can be read: a line is one puzzle in one language at most."""
    folder = catalogue.root().parent / "reference"
    found = Comparison.read(folder / "comparison.json")
    files = [path for path in folder.iterdir() if not path.match("memory-*.svg")]
    assert sum(path.stat().st_size for path in files) <= 6000 * len(found.costs)
    assert all(path.stat().st_size < 60_000 for path in files if path.suffix == ".svg")
    lines = [line for path in folder.glob("*.json") for line in path.read_text().splitlines()]
    assert all(line.count('"digest"') <= 1 for line in lines)
