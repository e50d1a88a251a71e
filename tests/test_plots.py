"""The pictures: that they are made, are what they claim to be, and are the same for the same results."""

import json
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from threefold.core import catalogue
from threefold.measure import bootstrap, curves, plots
from threefold.measure.comparison import FORMAT, Comparison, Memory
from threefold.measure.plots import canvas, costs, ratios, terminal
from threefold.measure.plots import growth as lines
from threefold.measure.scaling import Scaling

LANGUAGES = {
    name: {"title": title, "order": order, "version": f"{title} 1", "flags": "-O"}
    for order, (name, title) in enumerate([("python", "Python"), ("rust", "Rust"), ("haskell", "Haskell")])
}
SPEED = {"python": 1e-4, "rust": 1e-6, "haskell": 2e-5}
STAMP = "2026-01-02 03:04:05"
RUNS = {STAMP: {"machine": "x, 2 cores, Linux 6", "commit": "0123456789", "languages": LANGUAGES}}


def compared(puzzles: list[str]) -> dict[str, Any]:
    """Results as `compare` saves them, of puzzles that take longer and longer."""

    def row(at: int) -> dict[str, Any]:
        times = {name: seconds * at * 1e9 for name, seconds in SPEED.items()}
        figures = bootstrap.figures({name: [[0.9 * one, one, 1.1 * one]] * 3 for name, one in times.items()})
        phases = bootstrap.figures({name: [[0.3 * one] * 3] * 3 for name, one in times.items()})
        cells = {
            name: {"digest": "", "whole": figures[name].saved}
            | dict.fromkeys(("parse", "part1", "part2"), phases[name].saved)
            for name in times
        }
        return {"run": STAMP, "turns": 3, "languages": cells}

    rows = {puzzle: row(at) for at, puzzle in enumerate(puzzles, 1)}
    return {"format": FORMAT, "runs": RUNS, "puzzles": rows}


def scaled(puzzles: list[str]) -> dict[str, Any]:
    """Results as `scale` saves them: Python in n², timed out; the others in n."""

    def curve(name: str) -> dict[str, Any]:
        power = 2 if name == "python" else 1
        sizes = [10 * 2**step for step in range(6 if name == "python" else 12)]
        points = [[n, SPEED[name] * 1e9 * n**power, 0, 3] for n in sizes]
        stop = {"size": 640, "reason": "timed out after 15 s", "failed": True} if name == "python" else None
        return {"declared": "n", "points": points, "stop": stop}

    found = {
        puzzle: {
            "title": "A title",
            "unit": "fish",
            "official": 10,
            "disagreements": {},
            "run": STAMP,
            "languages": {name: curve(name) for name in LANGUAGES},
        }
        for puzzle in puzzles
    }
    about = {"kind": Scaling.KIND, "format": curves.FORMAT, "broken_off": False}
    return about | {"runs": RUNS, "puzzles": found}


PUZZLES = ["aoc2021/day01", "aoc2021/day06", "teaching/hello"]


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "compared.json"
    path.write_text(json.dumps(compared(PUZZLES)))
    return path


@pytest.fixture
def growth(tmp_path: Path) -> Path:
    path = tmp_path / "scaled.json"
    path.write_text(json.dumps(scaled(PUZZLES)))
    return path


def check(path: Path) -> None:
    """Is it a whole picture of its kind, and not an empty one?"""
    if path.suffix == ".svg":
        tree = ElementTree.parse(path)
        assert tree.getroot().tag == "{http://www.w3.org/2000/svg}svg"
        drawn = [
            one for kind in ("path", "use") for one in tree.iter(f"{{http://www.w3.org/2000/svg}}{kind}")
        ]
        written = ["".join(one.itertext()) for one in tree.iter("{http://www.w3.org/2000/svg}text")]
        assert len(drawn) > 20 and len(written) > 10 and all(written)
        assert "<dc:date>" not in path.read_text()
    else:
        chunks = dict(png_chunks(path.read_bytes()))
        width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
        assert width > 400 and height > 200
        assert len(set(zlib.decompress(chunks[b"IDAT"]))) > 20
        assert b"IEND" in chunks


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, pixels = 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + body) == struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0]
        pixels += body if kind == b"IDAT" else b""
        yield kind, pixels if kind == b"IDAT" else body
        at += 12 + length


def test_every_picture_is_made_and_whole(results: Path, growth: Path, tmp_path: Path) -> None:
    comparison = Comparison.read(results)
    memory = {puzzle: {name: Memory(4e7, 1e7) for name in LANGUAGES} for puzzle in PUZZLES}
    object.__setattr__(comparison, "memory", memory)
    paths = [
        *plots.draw_comparison(comparison, tmp_path, ["svg", "png"]),
        *plots.draw_growth(Scaling.read(growth), tmp_path, ["svg", "png"]),
    ]
    stems = {
        "times-aoc2021",
        "times-teaching",
        "memory-aoc2021",
        "memory-teaching",
        "ratios",
        "growth-aoc2021",
    }
    stems |= {"growth-aoc2021-day01", "growth-aoc2021-day06", "growth-teaching-hello"}
    assert sorted(path.name for path in paths) == sorted(
        f"{stem}.{form}" for stem in stems for form in ("svg", "png")
    )
    for path in paths:
        check(path)


def test_the_same_results_make_the_same_files(results: Path, growth: Path, tmp_path: Path) -> None:
    made = []
    for turn in ("one", "two"):
        (folder := tmp_path / turn).mkdir()
        paths = [
            *plots.draw_comparison(Comparison.read(results), folder, ["svg"]),
            *plots.draw_growth(Scaling.read(growth), folder, ["svg"]),
        ]
        made.append({path.name: path.read_bytes() for path in paths})
    assert made[0] == made[1]


def test_a_language_looks_the_same_everywhere_and_like_no_other() -> None:
    alone, together = canvas.styles(["rust"]), canvas.styles(["gmpy2", "python", "rust", "cobol", "haskell"])
    assert alone["rust"] == together["rust"] == canvas.STYLES["rust"]
    for feature in ("colour", "marker", "hatch", "line"):
        assert len({str(getattr(style, feature)) for style in together.values()}) == 5


def test_what_the_pictures_say(results: Path, growth: Path) -> None:
    """Names, units and stops stand in the pictures themselves."""
    comparison, scaling = Comparison.read(results), Scaling.read(growth)
    titles = {name: str(about["title"]) for name, about in LANGUAGES.items()}
    said = words(costs.costs_picture(comparison.costs, titles))
    assert {"Python", "Rust", "Haskell", "parse", "part 1", "part 2"} <= said
    assert "100 µs  ×100" in said and "1.00 µs" in said

    said = words(ratios.ratios_picture(comparison.costs, titles))
    assert {"Python: ×100\n(geometric mean)", "Haskell: ×20.0\n(geometric mean)", "as fast", "×10"} <= said
    assert "time in Rust, a whole call" in said and "Lanternfish" in said

    said = words(lines.growth_picture({"aoc2021/day06": scaling.curves["aoc2021/day06"]}, scaling))
    assert {"fish", "Rust n (1.00)", "Haskell n (1.00)"} <= said
    assert "Python n² (2.00)\nnot the declared n\nstopped at 640:\ntimed out after 15 s" in said
    assert any("×: stopped" in text for text in said)


def words(picture: Any) -> set[str]:
    import matplotlib.text

    picture.draw_without_rendering()
    return {one.get_text() for one in picture.findobj(matplotlib.text.Text)}


def test_pages_are_folders_and_long_ones_are_divided() -> None:
    names = [f"aoc{year}/day{day:02}" for year in (2015, 2016) for day in range(1, 26)] + ["teaching/hello"]
    found = dict(plots.pages(names, 25))
    assert list(found) == ["aoc2015", "aoc2016", "teaching"]
    assert {len(page) for page in found.values()} == {25, 1}
    divided = dict(plots.pages(names, 12))
    assert list(divided) == [
        "aoc2015-1",
        "aoc2015-2",
        "aoc2015-3",
        "aoc2016-1",
        "aoc2016-2",
        "aoc2016-3",
        "teaching",
    ]
    assert [name for page in divided.values() for name in page] == names


def test_all_puzzles_of_all_years_fit_into_the_scatter(tmp_path: Path) -> None:
    names = [f"aoc{year}/day{day:02}" for year in range(2015, 2026) for day in range(1, 26)][:262]
    comparison = Comparison(compared(names))
    picture = ratios.ratios_picture(comparison.costs, {name: name for name in LANGUAGES})
    titles = {catalogue.title(name) or name for name in names}
    named = titles & words(picture)
    assert 0 < len(named) <= ratios.NAMED_POINTS


def test_labels_are_moved_apart_and_stay_in_the_room() -> None:
    assert canvas.apart([1, 50, 99], [10, 10, 10], 100) == [1, 50, 99]
    assert canvas.apart([50, 51, 52], [10, 10, 10], 100) == [50, 60, 70]
    assert canvas.apart([98, 99, 99], [10, 10, 10], 100) == [80, 90, 100]
    assert canvas.apart([], [], 100) == []


def test_a_letter_for_each_language() -> None:
    assert terminal.letters(["Python", "Rust", "Haskell"]) == ["P", "R", "H"]
    assert terminal.letters(["Python", "Python int", "gmpy2"]) == ["P", "Y", "G"]
    assert len(set(terminal.letters(["A", "A", "A"]))) == 3


def plot(*arguments: str, folder: Path, status: int = 0) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "threefold.cli", "plot", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=folder,
    )
    assert done.returncode == status, done
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


def test_the_command_writes_what_it_names(results: Path, tmp_path: Path) -> None:
    out, _ = plot(
        "--results",
        str(results),
        "--into",
        str(tmp_path / "new" / "pictures"),
        "--format=svg",
        folder=tmp_path,
    )
    paths = [Path(line) for line in out.splitlines()]
    assert {path.name for path in paths} == {"times-aoc2021.svg", "times-teaching.svg", "ratios.svg"}
    for path in paths:
        check(path)


def test_the_terminal_needs_no_colour(results: Path, growth: Path, tmp_path: Path) -> None:
    out, _ = plot("--terminal", "--results", str(results), "--scale", str(growth), folder=tmp_path)
    assert "\x1b" not in out
    assert "P" in out and "Python n²" in out and "timed out after 15 s" in out
    assert "A title: time by fish" in out
    assert max(map(len, out.splitlines())) <= 100
    assert not list(tmp_path.glob("**/*.svg"))


def test_a_puzzle_whose_memory_nobody_could_measure_is_left_out(tmp_path: Path) -> None:
    saved = compared(PUZZLES)
    assert not any(
        "memory" in cell for row in saved["puzzles"].values() for cell in row["languages"].values()
    )
    comparison = Comparison(saved)
    assert not any("memory" in path.name for path in plots.draw_comparison(comparison, tmp_path, ["svg"]))
    assert "memory" not in terminal.in_terminal(comparison, None)


def test_memory_in_the_terminal() -> None:
    memory = {"aoc2021/day01": {"rust": Memory(3 << 20, 1 << 20), "python": Memory(7 << 20, 1 << 20)}}
    out = terminal.memory_in_terminal(memory, {"python": "Python", "rust": "Rust"})
    assert "7.00 + 1.00 MiB" in out and "3.00 + 1.00 MiB" in out
    bars = [line.count("█") for line in out.splitlines() if "MiB" in line]
    assert bars[0] == 2 * bars[1]


@pytest.mark.parametrize("option", ["--results", "--scale"])
def test_a_file_that_holds_no_results_is_refused(
    option: str, results: Path, growth: Path, tmp_path: Path
) -> None:
    whole = {"--results": results, "--scale": growth}[option]
    (cut := tmp_path / "cut.json").write_bytes(whole.read_bytes()[:500])
    for path in (cut, tmp_path / "absent.json", tmp_path):
        out, err = plot(option, str(path), "--into", str(tmp_path / "pictures"), folder=tmp_path, status=2)
        assert not out and err.strip()
    assert "is cut short" in plot(option, str(cut), folder=tmp_path, status=2)[1]


def test_a_folder_that_cannot_be_written_is_refused(results: Path, tmp_path: Path) -> None:
    for place in ("/proc/nowhere", str(results)):
        out, err = plot("--results", str(results), "--into", place, folder=tmp_path, status=2)
        assert not out and err.strip() and place in err
