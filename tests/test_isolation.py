"""A broken solution is reported as its language's failure, and the others' results still come."""

import json
import os
import subprocess
import sys
import time
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

import threefold_python
from threefold.core import languages
from threefold.core.worker import Worker

BROKEN = Path(__file__).parent / "broken"
FAILURES = {
    "hangs": "timed out after 1 s",
    "crashes": "killed by signal 11 (SIGSEGV)",
    "aborts": "killed by signal 6 (SIGABRT)",
    "hoards": "used more than 256 MiB of memory",
    "leaves": "exited with status 3 in the middle",
    "raises": "SystemExit: of its own accord",
    "overflows": "RecursionError: maximum recursion depth exceeded",
    "babbles": "the contract knows no such outcome: ('solved', 1, 2)",
    "clings": "answers what can't be sent: TypeError",
    "mumbles": "answers what can't be read: NameError",
    "absent": "its library is missing",
}
UNLOADABLE = Path(__file__).parent / "unloadable"
TROUBLES = {
    "nowhere": "ModuleNotFoundError: No module named 'threefold_unloadable_nowhere'",
    "exits": "SystemExit: not today",
    "unlinked": "OSError: libunlinked.so: cannot open shared object file",
    "aborts": "its process ended while it was loaded (SIGABRT)",
    "leaves": "its process ended while it was loaded (status 0)",
    "untold": "about() gives no dict: None",
    "untitled": "about() gives no title: 7",
    "unnamed": "puzzles() gives no list of names: [1, 2]",
    "endless": "puzzles() gives no list of names: <map object",
    "speechless": "Error",
    "wordy": "RuntimeError: one two",
}


def threefold(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command line with the broken languages on the path."""
    return subprocess.run(
        [sys.executable, "-m", "threefold.cli", *arguments],
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"PYTHONPATH": str(BROKEN)} | environment,
    )


@pytest.mark.parametrize("language", FAILURES)
def test_a_failure_is_named_and_the_others_answer(language: str) -> None:
    limits = ("--time-limit=1", "--memory-limit=256")
    if language == "absent":
        done = threefold("solve", "hello", "-", "-l", "absent", "-l", "fine", *limits, given="Ada")
        assert done.returncode == 1 or done.returncode == 2
        assert FAILURES[language] in done.stderr
        return
    done = threefold("solve", "hello", "-", "--json", "-l", language, "-l", "fine", *limits, given="Ada")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["error"].startswith(FAILURES[language]), first
    assert first["kind"] == "failed"
    assert second["part1"] == "fine"
    assert done.returncode == 1
    assert f"threefold: {language}: {first['error']}" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("list", "hello"), "python rust haskell fine"),
        (("solve", "hello", "-l", "fine", *(f"--language={name}" for name in TROUBLES)), "Fine"),
        (("solve", "hello", "-l", "rust", "-l", "exits", "--json"), '"language": "rust"'),
        (("verify", "-l", "fine", *(f"--language={name}" for name in TROUBLES)), "1 input"),
        (("scale", "hello", "--budget=0.05", "--save=scale.json"), "Fine"),
        (("peers", "decimal-convolution", "--sizes=10", "--budget=0.01", "--save=peers.json"), "Haskell"),
        (("compare", "hello", "-l", "fine", "-l", "aborts", "--budget=.1", "--turns=1", "--save=r"), "hello"),
    ],
)  # fmt: skip
def test_languages_that_do_not_load_are_named_and_the_others_go_on(
    arguments: tuple[str, ...], shown: str, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (cache / "ann").mkdir()
    (cache / "ann" / "2021_06_input.txt").write_text("1,2\n")
    done = threefold(*arguments, PYTHONPATH=str(UNLOADABLE))
    assert shown in done.stdout, done
    assert done.returncode == (0 if arguments[0] in ("list", "peers") else 1), done
    told = [line for line in done.stderr.splitlines() if "does not load" in line]
    asked = [name for name in TROUBLES if f"--language={name}" in arguments or name in arguments]
    for name in asked or ([] if "-l" in arguments else TROUBLES):
        assert any(line.startswith(f"threefold: {name} does not load: {TROUBLES[name]}") for line in told), (
            name
        )
    assert "Traceback" not in done.stderr and "stray" not in done.stdout


def test_doctor_tells_what_every_language_lacks() -> None:
    done = threefold("doctor", PYTHONPATH=str(UNLOADABLE))
    assert done.returncode == 1 and not done.stderr.replace("a stray word", "").strip()
    lines = [[*line.split(maxsplit=2), ""][:3] for line in done.stdout.splitlines()]  # a part has no words
    assert {name: words for state, name, words in lines if state == "broken"}.keys() == TROUBLES.keys()
    assert all(words.startswith(TROUBLES[name]) for state, name, words in lines if state == "broken")
    assert {name for state, name, _ in lines if state == "ok"} >= {"python", "rust", "haskell", "fine"}


def test_one_that_never_says_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "PATIENCE", 0.5)

    class Broods:
        name = "broods"

        @staticmethod
        def load() -> None:
            while True:
                pass

    broods = languages.Language("broods", cast(EntryPoint, Broods()))
    started = time.monotonic()
    found = languages.introduced([broods, languages.named("rust")])
    assert time.monotonic() - started < 5
    assert [one.trouble for one in found] == ["it does not say within 0.5 s what it is", ""]


def test_compare_leaves_out_what_fails_and_measures_the_rest(tmp_path: Path) -> None:
    broken = ("crashes", "leaves", "raises", "babbles")
    chosen = [f"--language={name}" for name in (*broken, "python", "rust")]
    path = tmp_path / "results.json"
    done = threefold("compare", "hello", *chosen, "--budget=0.05", "--turns=2", f"--save={path}")
    assert done.returncode == 1 and "Python" in done.stdout and "Rust" in done.stdout, done
    said = [line for line in done.stderr.splitlines() if line.startswith("threefold: teaching/hello-")]
    assert len(said) == len(broken)
    assert f"threefold: teaching/hello-raises: {FAILURES['raises']}" in said
    assert f"threefold: teaching/hello-crashes: {FAILURES['crashes']}" in said
    kept = json.loads(path.read_text())["puzzles"]["teaching/hello"]["languages"]
    assert kept.keys() == {"python", "rust"}


def test_what_a_solution_prints_does_not_mix_with_the_answers() -> None:
    done = threefold("solve", "hello", "-", "--json", "-l", "prints", given="Ada")
    assert json.loads(done.stdout)["part1"] == "fine"
    assert "a stray word" in done.stderr


def test_disagreement_is_told() -> None:
    done = threefold("solve", "hello", "-", "-l", "fine", "-l", "rust", given="Ada")
    assert done.returncode == 1
    assert "the languages disagree" in done.stderr


def test_haskell_turns_heap_exhaustion_into_an_error() -> None:
    """The runtime's own limit strikes, inside the process, before the one from outside does."""
    program = (
        "from threefold.core.languages import named; haskell = named('haskell').plugin;"
        "many = '9' * 4_000_000;"
        "print(haskell.solve('teaching/decimal-convolution', many + chr(10) + many)[:2]);"
        "print(haskell.solve('teaching/decimal-convolution', '12' + chr(10) + '12')[:3])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"THREEFOLD_MEMORY_LIMIT": str(64 << 20)},
    )
    assert done.returncode == 0, done.stderr
    exhausted, after = done.stdout.splitlines()
    assert exhausted == "('failed', 'heap overflow')"
    assert after == "('solved', '1 4 4', '144')", "the runtime goes on after it"


def test_threads_may_share_every_language() -> None:
    program = """
from threading import Thread
from threefold.core.languages import installed
def work(language, name, wrong):
    for turn in range(300):
        if language.solve("teaching/hello", name).part2 != f"Hello, {name}!":
            wrong.append((language.name, name))
wrong = []
work_on = [(one, f"{one.name} {number}", wrong) for one in installed() for number in range(4)]
threads = [Thread(target=work, args=arguments) for arguments in work_on]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(wrong)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr


@pytest.mark.parametrize("language", ["python", "rust", "haskell"])
def test_answers_and_errors_are_freed(language: str) -> None:
    """A thousand answers of 100 kB each, and as many errors, leave no trace in the process's size."""
    program = """
import sys, psutil
from threefold.core.languages import named
plugin, names = named(sys.argv[1]).plugin, chr(10).join(["A" * 1000] * 100)
def grown(calls):
    for _ in range(calls):
        assert plugin.solve("teaching/hello", names)[0] == "solved"
        assert plugin.solve("teaching/hello", names + chr(9))[0] == "invalid"
    return psutil.Process().memory_info().rss
before = grown(200)
print(grown(1000) - before)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, language], capture_output=True, text=True, timeout=120
    )
    assert int(done.stdout) < 20_000_000, done.stderr


def test_ctrl_c_is_left_to_python() -> None:
    program = """
import os, signal
from threefold.core.languages import installed
for language in installed():
    language.solve("teaching/hello", "Ada")
try:
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(10**9): pass
except KeyboardInterrupt:
    print("interrupted")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.stdout == "interrupted\n", done.stderr


def test_ctrl_c_does_not_reach_a_worker() -> None:
    """A terminal sends it to a whole process group; a worker just starting would end in a traceback."""
    with Worker("rust") as worker:
        worker.solve("teaching/hello", "Ada")
        assert worker._process
        assert os.getpgid(worker._process.pid) != os.getpgid(0)


def test_a_worker_whose_answer_nobody_reads_ends_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    worker = Worker("python")
    worker.solve("teaching/hello", "Ada")
    process, pipe = worker._process, worker._pipe
    assert process
    pipe.send(("teaching/hello", "Ada"))
    assert pipe.poll(30)
    pipe.close()
    assert process.wait(30) == 0
    assert capfd.readouterr().err == ""


def test_a_worker_ends_with_its_parent() -> None:
    """Even one that hangs, when the process that waits for it is killed."""
    program = """
import sys
from threefold.core.worker import Worker
import threading
worker = Worker("hangs")
threading.Timer(2, lambda: (print(worker._process.pid, flush=True), __import__("os")._exit(0))).start()
worker.solve("teaching/hello", "Ada")
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(BROKEN)},
    )
    worker = int(done.stdout)
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the worker lives on")


@pytest.mark.parametrize(("text", "said"), [("ends so, \n and so \n\n", ": ends so, \n and so"), ("", "")])
def test_messages_of_failures_are_trimmed(text: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here Python's own and any plug-in's; Haskell's and Rust's have tests where they are made."""

    def parse(_: str) -> None:
        raise ValueError(text)

    monkeypatch.setattr("threefold_python.import_module", lambda *_: SimpleNamespace(parse=parse))
    assert threefold_python.solve("hello", "") == ("failed", f"ValueError{said}")
    with pytest.raises(languages.SolverFailed) as raised:
        languages.opened(("failed", f" {text}"))
    assert str(raised.value) == said.removeprefix(": ")
