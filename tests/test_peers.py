"""Solutions against peers: what is measured, saved, drawn and said, and what is said of broken ones."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from threefold.core import catalogue
from threefold.measure.comparison import Figure, Unusable
from threefold.measure.curves import Point
from threefold.measure.peers import Peers

pytestmark = pytest.mark.alone

COMMAND = [sys.executable, "-m", "threefold.cli", "peers"]
BROKEN_PEERS = """
import os, time

PART = 2
SIZES = [1, 2]

def generate(rng, size):
    return "\\\\n".join(f"name{rng.random()}" for _ in range(size))

class Greeter:
    title = "greeter"
    version = "1"
    def read(self, text):
        return text.split("\\\\n")
    def answer(self, names):
        return "\\\\n".join(f"Hello, {name}!" for name in names)

class Rude(Greeter):
    title = "rude"
    def answer(self, names):
        return super().answer(names).replace("Hello", "You")

class Absent(Greeter):
    title = "absent"
    def __init__(self):
        import no_such_library

class Slow(Greeter):
    title = "slow"
    def read(self, text):
        time.sleep(60 if "\\\\n" in text else 0)
        return super().read(text)

class Crashing(Greeter):
    title = "crashing"
    def read(self, text):
        if "\\\\n" in text:
            os._exit(3)
        return super().read(text)

class Fickle(Greeter):
    title = "fickle"
    def answer(self, names):
        return f"{super().answer(names)} {time.monotonic_ns()}"

PEERS = {one.title: one for one in (Greeter, Rude, Absent, Slow, Crashing, Fickle)}
""".replace("\\\\", "\\")


def peers(*arguments: str, status: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, timeout=120, env=os.environ | environment
    )
    assert done.returncode == status, done
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def broken(tmp_path: Path) -> dict[str, str]:
    """An environment in which hello has peers, most of them broken."""
    folder = tmp_path / "puzzles" / "teaching" / "hello"
    shutil.copytree(catalogue.find("hello").folder, folder)
    (folder / "peers.py").write_text(BROKEN_PEERS)
    return {"THREEFOLD_PUZZLES": str(tmp_path / "puzzles")}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A short run of the decimal convolution against all of its peers."""
    folder = tmp_path_factory.mktemp("peers")
    sizes, plot, save = "--sizes=300,1,30", f"--plot={folder}", f"--save={folder / 'results.json'}"
    return folder, peers("decimal-convolution", sizes, "--budget=0.01", plot, save)


def test_every_language_and_peer_is_measured_at_every_size(
    small: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, done = small
    found = Peers.read(folder / "results.json")
    ours = {"python": "Python", "rust": "Rust", "haskell": "Haskell"}
    others = {
        "gmpy2": "gmpy2",
        "flint": "python-flint",
        "decimal": "Python decimal",
        "int": "Python int",
        "integer": "Haskell Integer",
    }
    assert {name: one.title for name, one in found.trips.items()} == ours | others
    for name, one in found.trips.items():
        assert found.ours(name) == (name in ours)
        assert found.languages[name]["version"] in done.stdout and one.title in done.stdout
        assert [point.size for point in one.points] == [1, 30, 300] and not one.stop
        for point in one.points:
            assert point.turns >= 3 and point.whole.median >= 0
    assert not found.saved["broken_off"] and not list(found.failures()) and not list(found.notes())
    assert all(line in done.stdout for line in found.crossings_in_words())


def test_the_curves_are_drawn_with_their_names(
    small: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    from xml.etree import ElementTree

    folder, _ = small
    svg = (folder / "peers-decimal-convolution.svg").read_text()
    ElementTree.fromstring(svg)
    assert all(f">{name}</text>" in svg for name in ("Rust", "gmpy2", "Python int", "Haskell Integer"))
    assert (folder / "peers-decimal-convolution.png").read_bytes().startswith(b"\x89PNG")


def test_results_are_shown_again(small: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, done = small
    again = f"--results={folder / 'results.json'}"
    assert peers("decimal-convolution", again).stdout == done.stdout
    assert "is of teaching/decimal-convolution, and not of" in peers("2021/1", again, status=2).stderr


def test_inputs_have_exactly_that_many_digits() -> None:
    module = catalogue.find("decimal-convolution").peers
    assert module
    for size in (1, 2, 9, 100, 5000):
        factors = module.generate(Random(size), size).split("\n")
        assert [len(factor) for factor in factors] == [size, size]
        assert all(factor.isdecimal() and factor[0] != "0" for factor in factors)


def test_broken_peers_hurt_nobody_else(broken: dict[str, str], tmp_path: Path) -> None:
    save = tmp_path / "results.json"
    limits = ("--time-limit=2", "--budget=0.01", f"--save={save}")
    done = peers("hello", *limits, status=1, **broken)
    assert "absent was skipped: ModuleNotFoundError: No module named 'no_such_library'" in done.stdout
    assert "slow stopped at 2 names: timed out after 2 s" in done.stdout
    assert done.stderr.count("the answers differ at ") == 2, done.stderr
    differ = next(line for line in done.stderr.splitlines() if "differ" in line)
    assert differ.endswith("| rude") and all(name in differ for name in ("Python", "Rust", "greeter", "slow"))
    assert "crashing failed at 2 names: exited with status 3 in the middle" in done.stderr
    assert "fickle failed at 1 names: an answer changed from call to call" in done.stderr
    everywhere = ("python", "rust", "haskell", "greeter", "rude")
    assert sizes(save) == {name: [1, 2] for name in everywhere} | {"slow": [1], "crashing": [1]}


def sizes(path: Path) -> dict[str, list[int]]:
    return {name: list(trip.times) for name, trip in Peers.read(path).trips.items()}


def test_inputs_that_are_all_the_same_hang_nobody(broken: dict[str, str], tmp_path: Path) -> None:
    """As there may be no other of the smallest size."""
    path = Path(broken["THREEFOLD_PUZZLES"]) / "teaching" / "hello" / "peers.py"
    path.write_text(path.read_text().replace("rng.random()", "1"))
    save = tmp_path / "results.json"
    peers("hello", "--only=greeter", "--budget=0.01", f"--save={save}", "--sizes=1", **broken)
    assert sizes(save) == {"greeter": [1]}


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [
        ("greeter", "1e15", "greeter stopped before 1 000 000 000 000 000 names: "),
        ("slow", "2", "slow stopped at 2 names: timed out after 1 s"),
        ("absent", "1", "absent was skipped: ModuleNotFoundError: No module named"),
    ],
)
def test_who_measures_nothing_is_told_why_and_keeps_earlier_results(
    name: str, size: str, words: str, broken: dict[str, str], tmp_path: Path
) -> None:
    earlier = '{"kind": "threefold peers"}'
    (save := tmp_path / "results.json").write_text(earlier)
    options = (f"--only={name}", f"--save={save}", f"--sizes={size}", "--time-limit=1")
    done = peers("hello", *options, status=2, **broken)
    assert f"nothing was measured; teaching/hello: {words}" in done.stderr
    assert save.read_text() == earlier


def test_those_that_agree_exit_with_0_and_can_be_chosen(broken: dict[str, str], tmp_path: Path) -> None:
    chosen = ("--only=rust", "--only=greeter", "--budget=0.01", f"--save={tmp_path / 'results.json'}")
    done = peers("hello", *chosen, **broken)
    assert "greeter" in done.stdout and "rude" not in done.stdout


def test_an_interrupt_keeps_what_was_measured(broken: dict[str, str], tmp_path: Path) -> None:
    save = tmp_path / "results.json"
    chosen = ("--only=slow", "--only=rust", "--budget=0.01", f"--save={save}")
    process = subprocess.Popen(
        [*COMMAND, "hello", *chosen],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | broken,
    )
    end = time.monotonic() + 30
    while not save.exists() and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    shown, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said and "interrupted" in said
    assert "broken off" in shown
    assert Peers.read(save).saved["broken_off"]
    assert sizes(save) == {"rust": [1], "slow": [1]}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nonsense",), "no puzzle is called"),
        (("2021/1",), "has no peers"),
        (("decimal-convolution", "--sizes=10,0"), "sizes are whole numbers from 1 on"),
        (("decimal-convolution", "--sizes=ten"), "no list of whole numbers"),
        (("decimal-convolution", "--only=cobol"), "nothing here is called 'cobol'"),
        (("decimal-convolution", "--save=/proc/nowhere/results.json"), "/proc/nowhere"),
        (("decimal-convolution", "--plot=/proc/nowhere"), "/proc/nowhere"),
        (("decimal-convolution", f"--results={__file__}"), "is no file of `threefold peers`"),
    ],
)
def test_bad_usage_is_one_clear_line(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    save = () if any("--save" in one for one in arguments) else (f"--save={tmp_path / 'results.json'}",)
    done = peers(*arguments, *save, status=2)
    assert done.stdout == ""
    assert words in done.stderr.splitlines()[-1]


def results(**trips: dict[int, list[float]]) -> Peers:
    """Results of ours (a capital first) and of peers: by size, the trip of each turn in nanoseconds."""
    abouts = {name: {"title": name, "ours": name.istitle()} for name in trips}
    curves: dict[str, Any] = {
        name: {
            "declared": "",
            "points": [Point(size, Figure.of(times), 3).saved for size, times in trip.items()],
            "stop": None,
        }
        for name, trip in trips.items()
    }
    puzzles = {"teaching/x": {"title": "X", "unit": "digits", "languages": curves}}
    return Peers({"puzzles": puzzles, "runs": {"now": {"languages": abouts}}})


def test_curves_cross_where_their_laws_say() -> None:
    sizes = (10, 1000, 100_000)
    found = results(
        Linear={size: [2000 * size] for size in sizes},
        square={size: [size**2] for size in sizes},
        faster={size: [1000 * size] for size in sizes},
        short={10: [1]},
    )
    (crossing,) = found.crossings("Linear", "square")
    assert crossing.size == pytest.approx(2000)
    assert crossing.nanoseconds == pytest.approx(2000**2)
    assert (crossing.below, crossing.above, crossing.faster) == (1000, 100_000, True)
    (back,) = found.crossings("square", "Linear")
    assert back.size == pytest.approx(2000) and not back.faster
    assert list(found.crossings_in_words()) == [
        "Linear passes square at 2 000 digits (between 1 000 and 100 000)",
        "Linear is behind faster at every size",
        "Linear is behind short at every size",
    ]


def test_what_lies_within_the_noise_is_no_crossing() -> None:
    found = results(
        Ours={10: [90, 100, 110], 100: [900, 1000, 1100], 1000: [5000, 5001, 5002]},
        peer={10: [85, 95, 105], 100: [950, 1050, 1200], 1000: [9000, 9001, 9002]},
        twin={10: [91, 101, 111], 100: [901, 999, 1101]},
    )
    assert not found.crossings("Ours", "peer")
    assert list(found.crossings_in_words()) == [
        "Ours is ahead of peer at every size but those where they tie (10, 100)",
        "Ours ties with twin at every size",
    ]


def test_a_file_of_another_kind_or_cut_short_is_refused(
    small: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    whole = (small[0] / "results.json").read_text()
    path = tmp_path / "results.json"
    for content, words in (
        (whole[:1000], "is cut short"),
        (whole.replace('"threefold peers"', '"threefold scale"'), "says that it is of 'threefold scale'"),
        ("[]", "is no file of"),
        (json.dumps({"kind": Peers.KIND}), "is no file of"),
    ):
        path.write_text(content)
        with pytest.raises(Unusable, match=words):
            Peers.read(path)
