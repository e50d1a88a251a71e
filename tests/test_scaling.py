"""Growth: orders read, fitted and named; languages that stop; what an interrupt leaves."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from math import inf, log
from pathlib import Path
from random import Random

import pytest

from threefold.core import catalogue
from threefold.measure.comparison import Figure, Unusable
from threefold.measure.curves import Curve, Point, Stop
from threefold.measure.growth import NAMED, Fit, Order, fit, regression, stretch, student
from threefold.measure.scaling import Scaling, ladder

pytestmark = pytest.mark.alone

BROKEN = Path(__file__).parent / "broken"
SIZES = [62 * 2**step for step in range(15)]

ORDERS: dict[str, Callable[[float], float]] = {
    "1": lambda n: 5000.0,
    "log n": lambda n: 900 * log(n),
    "n": lambda n: 3 * n,
    "n log n": lambda n: 2 * n * log(n),
    "n^1.5": lambda n: n**1.5,
    "n^1.58": lambda n: 7 * n**1.58,
    "n²": lambda n: 0.5 * n**2,
    "n² log n": lambda n: 0.5 * n**2 * log(n),
    "n³": lambda n: 0.1 * n**3,
}


def measured(time_of: Callable[[float], float], noise: float = 0.0, floor: float = 0.0) -> Fit:
    rng = Random(1)
    found = fit([(n, floor + time_of(n) * rng.lognormvariate(0, noise)) for n in SIZES])
    assert found
    return found


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_is_recovered(name: str) -> None:
    found = measured(ORDERS[name])
    declared = Order.read(name)
    assert declared and str(declared) == name
    assert found.order(declared) == name
    assert found.order(None) == name
    assert found.fits(declared)


@pytest.mark.parametrize("name", ORDERS)
def test_noise_widens_the_interval_and_refutes_nothing(name: str) -> None:
    declared = Order.read(name)
    assert declared
    clean, noisy = measured(ORDERS[name]), measured(ORDERS[name], noise=0.1)
    assert noisy.margin > clean.margin
    assert noisy.fits(declared)
    assert noisy.order(declared) == name


@pytest.mark.parametrize(("name", "declared"), [("n²", "n"), ("n", "n²"), ("n", "1"), ("n^1.5", "n log n")])
def test_a_wrong_declaration_is_refuted(name: str, declared: str) -> None:
    order = Order.read(declared)
    assert order
    found = measured(ORDERS[name], noise=0.05)
    assert found.fits(order) is False
    assert found.order(order) == name


def test_an_item_that_costs_up_to_twice_as_much_refutes_nothing() -> None:
    """As when inputs outgrow the caches: the slope strays out of its interval, and is tolerated."""
    found = measured(lambda n: n * (1 + log(n / SIZES[0]) / log(SIZES[-1] / SIZES[0])))
    assert abs(found.slope - 1) > found.margin
    assert found.fits(Order(1))


def test_a_floor_is_left_out() -> None:
    found = measured(ORDERS["n"], floor=20_000)
    assert found.clear
    assert found.sizes[0] > SIZES[0] and found.sizes[-1] == SIZES[-1]
    assert found.order(None) == "n"
    assert abs(found.slope - 1) < 0.07


def test_what_hides_below_the_floor_is_not_judged() -> None:
    near, flat = (fit([(n, 1e6 + item * n) for n in SIZES]) for item in (3, 0.01))
    assert near and flat and not near.clear and not flat.clear
    assert near.fits(Order(1)) is None and near.fits(Order(0)) is None
    assert flat.fits(Order(1)) is None and flat.fits(Order(0))


def test_without_a_floor_all_of_the_largest_decades_count() -> None:
    decades = [(10**power, 3.0 * 10**power) for power in range(2, 8)]
    assert stretch(decades) == (decades[-4:], True)
    chosen, clear = stretch([(n, 3.0 * n) for n in SIZES])
    assert clear and [n for n, _ in chosen] == [n for n in SIZES if n >= SIZES[-1] / 100]


def test_too_few_sizes_tell_nothing() -> None:
    assert fit([(1, 1.0), (10, 10.0), (100, 100.0)]) is None


def test_no_name_is_forced_upon_what_has_none() -> None:
    assert measured(lambda n: n**2.5).order(None) == "n^2.5"
    assert measured(lambda n: n**4).order(Order(2)) == "n^4.0"


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("1", Order(0)),
        ("n", Order(1)),
        ("O(n)", Order(1)),
        ("n log n", Order(1, 1)),
        ("n * log(n)", Order(1, 1)),
        ("log^2 n", Order(0, 2)),
        ("log2 n", None),  # to the base 2, more likely than squared
        ("n√n", Order(1.5)),
        ("n^2", Order(2)),
        ("n² log n", Order(2, 1)),
        ("n sqrt n", Order(1.5)),
        ("n^1.585", Order(1.585)),
        ("2^n", None),
        ("n + m", None),
        ("nm", None),
        ("", None),
    ],
)
def test_orders_are_read(text: str, order: Order | None) -> None:
    assert Order.read(text) == order


def test_named_orders_are_read_back_from_their_names() -> None:
    assert [Order.read(str(order)) for order in NAMED] == list(NAMED)


def test_every_puzzle_declares_orders_that_can_be_checked() -> None:
    for puzzle in catalogue.puzzles().values():
        assert all(Order.read(str(order)) for order in puzzle.meta["growth"].values()), puzzle.name


def test_the_interval_is_students() -> None:
    """Against the closed form for two degrees of freedom, and the tables' values."""
    slope, margin = regression([(0, 0.0), (1, 1.1), (2, 1.9), (3, 3.0)])
    assert slope == pytest.approx(0.98)
    assert margin == pytest.approx(4.303 * (0.018 / 2 / 5) ** 0.5, rel=1e-3)
    assert regression([(0, 0.0), (1, 2.0)]) == (2.0, inf)
    assert student(10) == pytest.approx(2.228, abs=0.003)
    assert student(30) == pytest.approx(2.042, abs=0.001)


def test_the_ladder_passes_the_official_size() -> None:
    steps = ladder(300)
    assert [next(steps) for _ in range(7)] == [18, 37, 75, 150, 300, 600, 1200]
    steps = ladder(3)
    assert [next(steps) for _ in range(4)] == [1, 3, 6, 12]


def test_a_stop_is_said_in_words() -> None:
    stop = Stop(1_280_000, "timed out after 15 s", True)
    assert stop.words("fish") == "stopped at 1 280 000 fish: timed out after 15 s"
    assert Stop(0, "no numpy", False).words("fish") == "was skipped: no numpy"


def curve(time_of: Callable[[float], float], declared: str) -> Curve:
    points = [Point(n, Figure.of([time_of(n)]), 3) for n in SIZES]
    return Curve("Python", points, None, declared)


def test_a_verdict_tells_what_the_times_say() -> None:
    assert curve(ORDERS["n"], "n").verdict == "n: as declared"
    assert curve(ORDERS["n"], "n log n").verdict == "n log n: within the tolerance"
    assert curve(ORDERS["n²"], "n").verdict.startswith("MISMATCH: n ")
    assert curve(ORDERS["n²"], "n").mismatch
    assert curve(ORDERS["n²"], "").verdict == "none declared"
    assert not curve(ORDERS["n²"], "2^n").mismatch


# --- the command ---------------------------------------------------------------------------------


@pytest.fixture
def puzzles(tmp_path: Path) -> Path:
    """A folder with ``teaching/hello`` alone, whose notes say n of languages that take n²."""
    folder = tmp_path / "puzzles" / "teaching" / "hello"
    folder.mkdir(parents=True)
    (folder / "puzzle.md").write_text(
        "---\ntitle: Hello\nparts: 1\nsize: 3\nunit: names\n"
        'growth: {quadratic: "n", tires: "n^2", stalls: "n^2"}\n---\n'
    )
    (folder / "generate.py").write_text(
        "def generate(rng, size):\n"
        "    if size > 3000:\n        raise ValueError('too many')\n"
        "    return '\\n'.join('x' * rng.randint(1, 9) for _ in range(size))\n"
    )
    (folder / "cases.toml").write_text("")
    return tmp_path / "puzzles"


def started(puzzles: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "threefold.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=puzzles.parent,
        env=os.environ | {"PYTHONPATH": str(BROKEN), "THREEFOLD_PUZZLES": str(puzzles)},
    )


def scale(puzzles: Path, *arguments: str, status: int = 0) -> tuple[str, str]:
    with started(puzzles, "scale", *arguments) as process:
        out, err = process.communicate(timeout=120)
    assert process.returncode == status, (out, err)
    assert "Traceback" not in err
    return out, err


def test_a_mismatch_is_flagged_and_who_stops_is_shown(puzzles: Path, tmp_path: Path) -> None:
    saved = tmp_path / "results" / "scale.json"
    out, err = scale(
        puzzles,
        "hello",
        "-l",
        "quadratic",
        "-l",
        "tires",
        "--budget=900",
        "--save",
        str(saved),
        "--plot=drawn",
        status=1,
    )
    assert "teaching/hello: Fine failed at 96 names: killed by signal 6 (SIGABRT)" in err
    assert "MISMATCH: n would have 1.00" in out and "n²: as declared" in out
    assert "teaching/hello: Fine declares n, and grows like n²" in err
    assert "stopped at 96 names: killed by signal 6 (SIGABRT)" in out
    assert "stopped before 3 072 names: the generator makes no such input (ValueError: too many)" in out
    assert "Hello, by names: Fine n², Fine n²" in out
    assert "names" in out and "commit" in out

    curves = Scaling.read(saved).curves["teaching/hello"]
    assert [point.size for point in curves["tires"].points] == [1, 3, 6, 12, 24, 48]
    assert curves["quadratic"].points[-1].size == 1536
    assert curves["quadratic"].points[-1].whole.median == pytest.approx(101 + 1000 * 1536**2, rel=1e-3)
    assert (tmp_path / "drawn" / "growth-teaching-hello.svg").is_file()


def test_a_budget_ends_it_and_json_tells_all(puzzles: Path) -> None:
    out, _ = scale(puzzles, "hello", "-l", "quadratic", "--budget=0.5", "--json", "--plot=drawn")
    found = json.loads(out)
    stop = found["puzzles"]["teaching/hello"]["languages"]["quadratic"]["stop"]
    assert "failed" not in stop and "past the budget of 0.5 s" in stop["reason"]
    order = found["orders"]["teaching/hello"]["quadratic"]
    assert order["order"] == "n²" and order["mismatch"] is True and order["fitted_sizes"][-1] < stop["size"]
    (run,) = found["runs"].values()
    assert set(run["languages"]) == {"quadratic"}
    assert (puzzles.parent / "results" / "scale.json").is_file()


def test_sizes_by_number(puzzles: Path) -> None:
    out, _ = scale(puzzles, "hello", "-l", "quadratic", "--sizes=40,1e1,20,10,80", "--budget=99", "--json")
    points = json.loads(out)["puzzles"]["teaching/hello"]["languages"]["quadratic"]["points"]
    assert [size for size, *_ in points] == [10, 20, 40, 80]
    assert all(turns >= 3 for *_, turns in points)


def test_a_size_that_would_fill_the_memory_is_not_made(puzzles: Path) -> None:
    out, err = scale(puzzles, "hello", "-l", "quadratic", "--sizes=1e15", status=2)
    assert "stopped before 1 000 000 000 000 000 names: " in out and "nothing was measured" in err


def test_noise_between_neighbouring_sizes_is_not_blown_up(puzzles: Path) -> None:
    """Whatever slope they have, the next size's cost is a number."""
    out, _ = scale(puzzles, "hello", "-l", "quadratic", "--sizes=1000,1001,1e300", "--json")
    stop = json.loads(out)["puzzles"]["teaching/hello"]["languages"]["quadratic"]["stop"]
    assert "past the budget" in stop["reason"] and len(stop["reason"]) < 100


def test_a_hang_stops_only_its_language(puzzles: Path) -> None:
    out, _ = scale(
        puzzles, "hello", "-l", "stalls", "-l", "quadratic", "--sizes=12,60,120", "--time-limit=0.5"
    )
    assert "Fine stopped at 60 names: timed out after 0.5 s" in out
    assert "12 to 120" in out


def test_languages_that_disagree_are_an_error(puzzles: Path) -> None:
    _, err = scale(puzzles, "hello", "-l", "quadratic", "-l", "differs", "--sizes=2,4", status=1)
    assert "teaching/hello: the answers differ at 2 names: Fine | Fine" in err


def test_an_interrupt_keeps_what_was_measured(puzzles: Path, tmp_path: Path) -> None:
    saved = tmp_path / "kept.json"
    with started(
        puzzles, "scale", "hello", "-l", "stalls", "--save", str(saved), "--budget=99", "--time-limit=99"
    ) as process:
        end = time.monotonic() + 60
        while time.monotonic() < end and '"points":[[1,' not in (
            saved.read_text() if saved.is_file() else ""
        ):
            time.sleep(0.05)
        time.sleep(1.0)  # by now it stalls
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130, (out, err)
    assert "Traceback" not in err
    assert "broken off" in out and "Fine" in out
    assert [point.size for point in Scaling.read(saved).curves["teaching/hello"]["stalls"].points][:2] == [
        1,
        3,
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        (),
        ("hello", "--sizes", "0"),
        ("hello", "--sizes", "10,-1"),
        ("hello", "--sizes", "10,ten"),
        ("hello", "--sizes", "1.5"),
        ("hello", "--sizes", "inf"),
        ("hello", "--sizes", ""),
        ("hello", "--budget", "0"),
        ("hello", "-l", "cobol"),
        ("hello", "--save", "/proc/nowhere/scale.json"),
        ("hello", "--plot", "/proc/nowhere"),
    ],
)
def test_bad_use_is_said_and_exits_with_2(puzzles: Path, arguments: tuple[str, ...]) -> None:
    out, err = scale(puzzles, *arguments, status=2)
    assert out == ""
    assert err.strip()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"kind": "threefold scale"}'])
def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "scale.json"
    path.write_text(text)
    with pytest.raises(Unusable, match="is no file of `threefold scale`, or is cut short"):
        Scaling.read(path)
