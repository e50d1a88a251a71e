"""The command line wherever it runs: other encodings, full disks, closed streams, strangers' folders."""

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kept import keep
from threefold.core import catalogue

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-P", "-m", "threefold.cli"]
ENCODINGS = {
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "ascii": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
MEASURED = ("--results={comparison}", "--scale={scale}")
# Two letters, with blanks around them, as day 13 draws them.
LETTERS = ["####..##..", "#....#..#.", "###..#....", "#....#....", "#....#..#.", "####..##.."]


def run(*arguments: str, status: int = 0, **more: object) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | more.pop("env", {})  # type: ignore[operator]
    given = {"stdin": subprocess.DEVNULL} if "input" not in more and "stdin" not in more else {}
    done = subprocess.run(
        [*COMMAND, *arguments], capture_output=True, timeout=120, env=environment, **given, **more
    )
    assert done.returncode == status, done
    assert b"Traceback" not in done.stderr
    return done


@pytest.fixture(scope="session")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What the reference holds of two puzzles: pictures of all take longer with each."""
    folder, files = tmp_path_factory.mktemp("measured"), {}
    for name in ("comparison", "scale"):
        saved = json.loads((ROOT / "reference" / f"{name}.json").read_text(encoding="utf-8"))
        saved["puzzles"] = {name: saved["puzzles"][name] for name in ("aoc2021/day06", "teaching/hello")}
        files[name] = folder / f"{name}.json"
        files[name].write_text(json.dumps(saved), encoding="utf-8")
    return files


def in_shell(redirection: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", "-c", f'"$0" "$@" {redirection}', *COMMAND, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("solve", "2021/6"),
        ("verify",),
        ("compare", MEASURED[0]),
        ("plot", "--terminal", *MEASURED),
        ("read", "2021/6", "--width=100"),
    ],
)
def test_another_encoding_shows_what_it_can(
    arguments: tuple[str, ...], encoding: str, cache: Path, measured: dict[str, Path]
) -> None:
    keep(cache / "ann", "2021/6")
    shown = run(*(one.format(**measured) for one in arguments), env=ENCODINGS[encoding]).stdout.decode(
        encoding
    )
    assert not set("─│━┃█▀▄╹") & set(shown) and "\\u" not in shown
    rows = [line for line in shown.splitlines() if line.startswith(("|", "+"))]
    assert arguments[0] not in ("solve", "verify") or (rows and len({len(row) for row in rows}) == 1)


def test_letters_that_an_encoding_lacks_are_coded() -> None:
    done = run("solve", "hello", "-", "-l", "rust", input="Zoë Łu".encode(), env=ENCODINGS["latin-1"])
    assert r"Zoë \u0141u" in done.stdout.decode("latin-1")


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))).mkdir()
    folder = os.fsencode(tmp_path) + b"/\xff"
    done = run("verify", "--inputs", os.fsdecode(folder), status=2)
    assert rb"\udcff" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no such device")
@pytest.mark.parametrize("arguments", [("list",), ("--help",), ("solve", "hello"), ("generate", "2021/1")])
def test_a_full_disk_is_one_line(arguments: tuple[str, ...]) -> None:
    done = in_shell("> /dev/full", *arguments)
    assert done.returncode == 2, done
    assert done.stderr.splitlines()[-1] == "threefold: standard output: No space left on device"
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


def test_closed_streams() -> None:
    done = in_shell(">&-", "list")
    assert (done.returncode, done.stderr) == (2, "threefold: standard output is closed\n")
    done = in_shell("<&-", "solve", "hello")
    assert done.returncode == 0 and "all 3 languages agree" in done.stdout, done
    done = in_shell("<&-", "solve", "hello", "-")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done
    done = in_shell("2>&-", "solve", "hello")
    assert done.returncode == 0 and "all 3 languages agree" in done.stdout, done


@pytest.mark.parametrize("arguments", [("generate", "2021/1", "--size=100000"), ("--help",), ("list",)])
def test_a_reader_who_has_seen_enough(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        said = [line for line in process.stderr.read().splitlines() if b"a generated input" not in line]
    assert (process.returncode, said) == (0, [])


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    for arguments, status in ((("list",), 0), (("solve", "hello"), 0), (("scale", "hello"), 2)):
        folder = tmp_path / "gone"
        folder.mkdir()
        command = ["sh", "-c", 'rmdir "$PWD"; "$0" "$@"', *COMMAND, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=120)
        assert done.returncode == status and "Traceback" not in done.stderr, done


def test_a_terminal_of_no_width() -> None:
    shown = run("solve", "hello", "-", input=b"Ada", env={"COLUMNS": "0"}).stdout
    assert shown.count(b"Hello, Ada!") == 3


@pytest.mark.parametrize("columns", ["20", "80"])
def test_a_drawing_is_never_folded(columns: str) -> None:
    dots = [f"{x},{y}" for y, row in enumerate(LETTERS) for x, dot in enumerate(row) if dot == "#"]
    folded = [f"{10 * 2 - int(dot.split(',')[0])},{dot.split(',')[1]}" for dot in dots]
    text = "\n".join([*folded, "", "fold along x=10", "fold along y=6"])
    shown = run("solve", "2021/13", "-", input=text.encode(), env={"COLUMNS": columns}).stdout.decode()
    lines = [line.rstrip() for line in shown.splitlines()]
    start = next(at for at, line in enumerate(lines) if line.startswith("part 2, Python, Rust, Haskell"))
    width = len(LETTERS[0])
    assert [line[:width] for line in lines[start + 1 : start + 7]] == LETTERS


def test_what_is_piped_in_is_read(tmp_path: Path) -> None:
    told = b"threefold: the input is standard input's 3 bytes\n"
    done = run("solve", "hello", "--json", input=b"Ada")
    assert done.stdout.count(b"Hello, Ada!") == 3 and done.stderr == told
    (tmp_path / "names").write_text("Ada")
    with (tmp_path / "names").open() as file:
        done = run("solve", "hello", stdin=file)
    assert done.stdout.count(b"Hello, Ada!") == 3 and done.stderr == told
    (tmp_path / "others").write_text("Grace")
    with (tmp_path / "names").open() as file:
        done = run("solve", "hello", str(tmp_path / "others"), stdin=file)
    assert b"Ada" not in done.stdout and not done.stderr
    for nothing in (b"", b"\n"):
        done = run("solve", "hello", "-l", "rust", input=nothing)
        assert b"a generated input" in done.stderr and done.stderr.count(b"\n") == 1


def test_a_slow_writer_is_waited_for_and_an_idle_pipe_is_not() -> None:
    writer = f"import time; time.sleep(1); print('Ada')"  # noqa: F541
    with subprocess.Popen([sys.executable, "-c", writer], stdout=subprocess.PIPE) as slow:
        assert b"Hello, Ada!" in run("solve", "hello", "-l", "rust", stdin=slow.stdout).stdout
    pipe, open_end = os.pipe()
    started = time.monotonic()
    done = run("solve", "hello", "-l", "rust", stdin=pipe)
    assert time.monotonic() - started < 60
    os.close(pipe)
    os.close(open_end)
    assert b"nothing within 2 s from standard input" in done.stderr and b"a generated input" in done.stderr


@pytest.fixture(scope="module")
def traps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file for every module that there is; each says that it was run."""
    folder = tmp_path_factory.mktemp("traps")
    names = {
        *sys.stdlib_module_names,
        *importlib.metadata.packages_distributions(),
        "conftest",
        "usercustomize",
    }
    for name in names:
        if name.isidentifier() and not name.startswith("threefold"):
            text = f"open({str(folder / 'sprung')!r}, 'a').write({name + ' '!r})\nraise SystemExit\n"
            (folder / f"{name}.py").write_text(text)
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --nonsense\n")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("solve", "2021/13"),
        ("verify",),
        ("doctor",),
        ("read", "hello"),
        ("compare", "hello", "--budget=0.02", "--turns=1", "-l", "rust"),
        ("scale", "hello", "--budget=0.02", "-l", "rust"),
        ("peers", "decimal-convolution", "--sizes=10", "--budget=0.01"),
        ("plot", "--into=pictures", *MEASURED),
    ],
)
def test_nothing_in_the_current_folder_is_run(
    arguments: tuple[str, ...], traps: Path, cache: Path, tmp_path: Path, measured: dict[str, Path]
) -> None:
    keep(cache / "ann", "2021/6")
    save = [f"--save={tmp_path / 'r.json'}"] if arguments[0] in ("compare", "scale", "peers") else []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [*COMMAND, *(one.format(**measured) for one in arguments), *save],
        cwd=traps,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
    )
    assert not (traps / "sprung").exists(), (traps / "sprung").read_text()
    assert done.returncode == 0 or arguments[0] in ("doctor", "scale"), done


@pytest.mark.skipif(not shutil.which("git") or not (ROOT / ".git").exists(), reason="this is no clone")
def test_a_clone_that_wants_other_line_ends_has_ours(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    command = ["git", "clone", "--quiet", "--config=core.autocrlf=true", str(ROOT), str(clone)]
    subprocess.run(command, check=True, capture_output=True)
    listed = subprocess.run(
        ["git", "ls-files", "--eol"], cwd=clone, check=True, capture_output=True, text=True
    )
    assert not [line for line in listed.stdout.splitlines() if " w/crlf" in line or " w/mixed" in line]
    assert b"\r" not in (clone / "noxw").read_bytes()
    assert len(list((clone / "puzzles").glob("*/*/puzzle.md"))) == len(catalogue.puzzles())
