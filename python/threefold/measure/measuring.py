"""Runs the harness in ``tests/`` to measure, and saves what it found."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from ..core import catalogue, languages
from ..core.parts import need
from ..core.saving import provide, spare, write_whole
from .comparison import FORMAT, PHASES, Unusable

TEST = "tests/test_speed.py::test_speed"
KEPT = 100  # times a turn that are saved, evenly spread from the least to the greatest


def harness() -> Path:
    """The folder ``tests/`` of the checkout. Raises `Unusable` where there is none, or nothing to run it."""
    tests = catalogue.root().parent / "tests"
    if not (tests / "test_speed.py").is_file():
        raise Unusable("measuring needs a checkout of threefold: its tests/ hold the engine")
    need("measure", "measuring")
    return tests


def results_path(save: Path | None) -> Path:
    """Where results go; raises `Unusable` where nothing can be written there."""
    path = save or harness().parent / "results" / "latest.json"
    provide(path.parent)
    spare(path, "file of `threefold compare`", lambda data: "benchmarks" in json.loads(data))
    return path


def measure(
    puzzles: list[str], chosen: list[str], budget: float, turns: int, save: Path | None
) -> dict[str, str]:
    """Measures times, ``budget`` seconds a puzzle and language in so many turns, then memory.

    A solution that fails has no more turns; why is returned, by ``puzzle-language``. Raises `Unusable` where
    nothing can be measured, or the results can't be written. Each turn is saved, and an interruption passed
    on with a word on what there is by then.
    """
    tests = harness()
    path = results_path(save)
    results: dict[str, Any] = {}
    failed: dict[str, str] = {}
    try:
        for turn in range(turns):
            merge(results, _turn(tests, puzzles, chosen, budget / turns, turn, turns, failed))
            write_whole(path, results)
        results["benchmarks"] = [
            one for one in results["benchmarks"] if f"{one['puzzle']}-{one['language']}" not in failed
        ]
        results["threefold"]["memory"] = _memory(results)
        write_whole(path, results)
    except KeyboardInterrupt:
        kept = f"the turns that were finished are in {path}" if results else "nothing was measured yet"
        raise KeyboardInterrupt(kept) from None
    return failed


def merge(results: dict[str, Any], saved: dict[str, Any]) -> None:
    """Adds what pytest-benchmark saved of one turn."""
    info = saved["machine_info"]
    ours = info.pop("threefold")
    info.pop("node")  # whose machine it is, is nobody's business
    results.setdefault("threefold", {"format": FORMAT, **ours})
    for key in ("machine_info", "commit_info", "datetime"):
        results.setdefault(key, saved[key])
    for one in saved["benchmarks"]:
        extra = one["extra_info"]
        times = {"whole": [seconds * 1e9 for seconds in one["stats"]["data"]], **extra.pop("phases")}
        kept = {key: spread(times[key]) for key in ("whole", *PHASES)}
        results.setdefault("benchmarks", []).append(extra | kept)


def spread(values: list[float]) -> list[float]:
    """At most so many of the values, evenly spread from the least to the greatest."""
    ordered = sorted(values)
    if len(ordered) > KEPT:
        ordered = [ordered[(2 * at + 1) * len(ordered) // (2 * KEPT)] for at in range(KEPT)]
    return [round(value, 1) for value in ordered]


def _turn(
    tests: Path,
    puzzles: Iterable[str],
    chosen: Iterable[str],
    budget: float,
    turn: int,
    turns: int,
    failed: dict[str, str],
) -> dict[str, Any]:
    """What pytest-benchmark saves of one turn, without the solutions that fail; those are added to them."""
    command = [sys.executable, "-P", "-m", "pytest", str(tests / "test_speed.py"), "-v", "--tb=short"]
    command += [
        "--benchmark-only",
        "-p",
        "no:cacheprovider",
        "-W",
        "ignore:Not saving anything",
        f"--benchmark-max-time={budget}",
        f"--turn={turn}",
    ]
    command += [f"--select={name}" for name in [*puzzles, *chosen]]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "results.json"
        title = f"turn {turn + 1} of {turns}" if turns > 1 else "measuring"
        command += [f"--benchmark-json={fresh}"]
        while True:
            without = [f"--deselect={TEST}[{name}]" for name in failed]
            found, broken = _watch([*command, *without], tests.parent, title)
            if not found.keys() - failed.keys() and broken:
                raise Unusable(f"the harness failed:\n{broken}")
            failed |= found
            if not broken and fresh.is_file() and fresh.stat().st_size:
                saved: dict[str, Any] = json.loads(fresh.read_text(encoding="utf-8"))
                return saved
            if not broken:
                raise Unusable("; ".join(f"{name}: {why}" for name, why in failed.items()))


def _watch(command: list[str], folder: Path, title: str) -> tuple[dict[str, str], str]:
    """Runs pytest with a progress bar on standard error.

    Returns which tests failed, and why; and the last lines, where pytest itself ended before its time.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    if not console.is_terminal:
        print(f"threefold: {title}", file=sys.stderr, flush=True)
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    environment = os.environ | {"COLUMNS": "200"}
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=environment,
    )
    printed = []
    running = ""
    failed: dict[str, str] = {}
    with process, bar as progress:
        task = progress.add_task(title, total=None)
        assert process.stdout
        try:
            for line in process.stdout:
                printed.append(line)
                if collected := re.match(r"collected (\d+) items?(?:.* (\d+) selected)?", line):
                    progress.update(task, total=int(collected[2] or collected[1]))
                elif done := re.match(rf"{TEST}\[(\S+)\](?: (PASSED|FAILED|ERROR))?", line):
                    running = "" if done[2] else done[1]
                    progress.update(task, advance=1, description=f"{title}: {done[1]}")
                elif told := re.match(rf"(?:FAILED|ERROR) {TEST}\[(\S+)\](?: - (.*))?", line):
                    failed[told[1]] = (told[2] or "failed").removeprefix(
                        "threefold.core.languages.SolverFailed: "
                    )
        except KeyboardInterrupt:
            process.kill()
            raise
    if process.returncode == 0 or (process.returncode == 1 and failed):
        return failed, ""
    if running:
        failed[running] = f"ended the process (status {process.returncode})"
    return failed, "".join(printed[-40:]).rstrip() or f"status {process.returncode}"


def _memory(results: dict[str, Any]) -> dict[str, dict[str, dict[str, int]]]:
    """Peak memory of each puzzle and language that was timed, each in a fresh process."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for puzzle, language in dict.fromkeys((one["puzzle"], one["language"]) for one in results["benchmarks"]):
        text = catalogue.find(puzzle).generate(Random(0))
        command = [sys.executable, "-P", "-m", "threefold.measure.measuring", language, puzzle]
        done = subprocess.run(command, input=text.encode(), capture_output=True)
        if done.returncode == 0:
            found.setdefault(puzzle, {})[language] = json.loads(done.stdout)
    return found


def peak() -> int:
    """This process's peak resident size in bytes."""
    try:
        # Not getrusage: on Linux that starts with the peak of whoever started us.
        status = Path("/proc/self/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) * 1024
    except OSError:
        import resource

        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def main(language: str, puzzle: str) -> None:
    """The fresh process: its size with the language started, and what one solve adds."""
    text = sys.stdin.buffer.read().decode()
    told = os.dup(1)
    os.dup2(2, 1)  # what a solution prints is not the answer
    plugin = languages.named(language)
    assert puzzle in plugin.puzzles
    base = peak()
    plugin.solve(puzzle, text)
    os.write(told, json.dumps({"base": base, "increase": peak() - base}).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
