"""What shells offer: commands, options, puzzles, languages, users; and the scripts that ask for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from kept import keep, threefold
from threefold.cli import main
from threefold.core import catalogue


def offered(*words: str) -> list[str]:
    """What is offered for the last of the words."""
    found = ShellComplete(main, {}, "threefold", "_THREEFOLD_COMPLETE").get_completions(
        list(words[:-1]), words[-1]
    )
    return [item.value for item in found]


def test_every_puzzle_is_offered_once_by_its_shortest_name() -> None:
    found = offered("solve", "")
    assert len(found) == len(catalogue.puzzles())
    assert {"2021/6", "hello"} <= set(found)
    assert [catalogue.find(name).name for name in found] == list(catalogue.puzzles())


def test_a_name_is_completed_as_it_was_begun() -> None:
    assert offered("solve", "2021/0") == [f"2021/{day:02}" for day in range(1, 10)]
    assert offered("generate", "aoc2021/day06") == ["aoc2021/day06"]
    assert offered("solve", "teaching/h") == ["teaching/hello"]
    assert offered("solve", "nonsense") == []


@pytest.mark.parametrize("command", ["list", "verify"])
def test_a_selection_may_be_a_folder(command: str) -> None:
    assert {"2021", "teaching", "2021/6", "hello"} <= set(offered(command, "2021/6", ""))
    assert offered(command, "te") == ["teaching", *offered("solve", "te")]


def test_languages_are_offered_without_loading_them() -> None:
    assert set(offered("solve", "2021/6", "-l", "")) == {"python", "rust", "haskell"}
    assert offered("solve", "-l", "rust", "--language", "ha") == ["haskell"]
    program = (
        "import sys; from click.shell_completion import ShellComplete as S; from threefold.cli import main;"
        "S(main, {}, 'threefold', '').get_completions(['solve', '-l'], '');"
        "S(main, {}, 'threefold', '').get_completions(['solve'], '');"
        "print({'threefold_rust', 'threefold_python', 'aocd', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "set()\n", done.stderr


def test_users_are_offered(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(cache / "ann", "2021/6")
    assert offered("verify", "--user", "a") == ["ann"]
    (cache / "file").touch()
    monkeypatch.setenv("AOCD_DIR", str(cache / "file"))
    assert offered("verify", "--user", "") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell: str) -> None:
    if shell == "bash" and not shutil.which("bash"):
        pytest.skip("click asks bash for its version")
    script = threefold("completion", shell).stdout
    assert f"_THREEFOLD_COMPLETE={shell}_complete" in script
    program = shutil.which(shell)
    if program:
        subprocess.run([program, "-n"], input=script, text=True, check=True)


def test_other_shells_are_refused() -> None:
    assert "'tcsh' is not one of 'bash', 'zsh', 'fish'" in threefold("completion", "tcsh", status=2).stderr


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["sol"], ["solve"]),
        (["solve", "2021/6"], ["2021/6"]),
        (["solve", "2021/6", "-l", "ru"], ["rust"]),
        (["solve", "hello", "--js"], ["--json"]),
    ],
)
def test_a_real_bash_completes(words: list[str], expected: list[str]) -> None:
    program = """
    eval "$(threefold completion bash)"
    COMP_WORDS=(threefold "$@"); COMP_CWORD=$#
    _threefold_completion threefold
    printf '%s\\n' "${COMPREPLY[@]}"
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", program, "bash", *words],
        capture_output=True,
        text=True,
        env=os.environ | {"PATH": path},
        timeout=60,
    )
    assert (done.stdout.split(), done.stderr) == (expected, "")
