"""A plain install of the host: what runs with it, and the one line on what the rest needs."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from click import Context
from packaging.requirements import Requirement

from threefold.cli import main
from threefold.core import parts

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "python" / "pyproject.toml").read_text())["project"]
EXTRAS = {
    name: [Requirement(one) for one in listed] for name, listed in PROJECT["optional-dependencies"].items()
}
PLAIN = ("click", "numpy", "psutil", "pyyaml", "rich")
OURS = ("threefold", "threefold-rust", "threefold-haskell")

Threefold = Callable[..., subprocess.CompletedProcess[str]]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def brought(names: tuple[str, ...]) -> set[str]:
    """The packages that come with these, by what is installed here."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        if (name := canonical(waiting.pop())) not in found:
            found.add(name)
            needed = [Requirement(one) for one in requires(name) or ()]
            waiting += [one.name for one in needed if not one.marker or one.marker.evaluate({"extra": ""})]
    return found


@cache
def barred() -> list[str]:
    """The modules of all other packages."""
    kept = brought(PLAIN) | set(OURS)
    return [
        module
        for module, packages in packages_distributions().items()
        if not kept & {canonical(package) for package in packages}
    ]


@pytest.fixture
def plain(tmp_path: Path) -> Threefold:
    """Runs the command line where only the plain requirements can be imported, by its children neither."""
    (tmp_path / "sitecustomize.py").write_text(f"import sys\nsys.modules.update(dict.fromkeys({barred()}))\n")
    home = tmp_path / "home"
    home.mkdir()
    own = {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1", "AOCD_DIR": str(home)}
    environment = os.environ | own
    environment.pop("AOC_SESSION", None)

    def threefold(*arguments: str, status: int = 0, **variables: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "threefold.cli", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            env=environment | variables,
        )
        assert done.returncode == status, done
        assert "Traceback" not in done.stderr
        return done

    return threefold


def test_a_plain_install_needs_five_packages() -> None:
    assert {Requirement(one).name for one in PROJECT["dependencies"]} == set(PLAIN)


def test_a_part_is_an_extra_with_a_package_for_each_of_its_modules() -> None:
    """And the other way round: no package without a module that is looked for."""
    homes = packages_distributions()
    for part, modules in parts.MODULES.items():
        listed = {canonical(one.name) for one in EXTRAS[part] if one.name != "threefold"}
        for one in EXTRAS[part]:
            if one.name == "threefold":
                listed |= {canonical(other.name) for extra in one.extras for other in EXTRAS[extra]}
        found = {canonical(homes[module][0]) for module in modules} - {"pagefind-bin"}  # pagefind's own extra
        assert found == listed, part


def test_the_plain_commands_run_without_any_part(plain: Threefold, tmp_path: Path) -> None:
    greeting = tmp_path / "names.txt"
    greeting.write_text("Ada\nGrace\n")
    assert "aoc2021/day06" in plain("list").stdout
    assert "all 3 languages agree" in plain("solve", "hello", str(greeting)).stdout
    assert plain("generate", "2021/6", "--seed", "1", "--size", "9").stdout.count(",") == 8
    assert "complete" in plain("completion", "bash").stdout
    said = plain("doctor").stdout
    assert len(re.findall(r"^without  ", said, re.MULTILINE)) == len(parts.MODULES)
    folder = tmp_path / "2021"
    folder.mkdir()
    (folder / "day06.txt").write_text("3,4,3,1,2\n")
    assert "1 input" in plain("verify", "--inputs", str(folder)).stdout
    table = plain("compare", "--results", str(ROOT / "reference" / "comparison.json")).stdout
    assert "geometric mean" in table


@pytest.mark.parametrize(
    ("part", "module", "arguments"),
    [
        ("advent", "aocd", "fetch 2021/6"),
        ("advent", "aocd", "submit 2021/6 --part 1"),
        ("book", "myst_parser", "book --into {here}/site"),
        ("measure", "pytest", "compare hello --save {here}/results.json"),
        ("measure", "pytest", "scale hello --save {here}/results.json"),
        ("measure", "pytest", "peers decimal-convolution --save {here}/results.json"),
        ("plot", "matplotlib", "plot --results reference/comparison.json --into {here}/plots"),
        ("plot", "matplotlib", "scale hello --plot {here}/plots --save {here}/results.json"),
        ("plot", "matplotlib", "peers decimal-convolution --plot {here}/plots --save {here}/results.json"),
        ("read", "tree_sitter", "read hello"),
        ("sweep", "distributed", "sweep hello --into {here}/sweep"),
        ("watch", "watchfiles", "watch hello"),
    ],
)
def test_a_command_that_lacks_its_part_says_what_to_install(
    plain: Threefold, tmp_path: Path, part: str, module: str, arguments: str
) -> None:
    done = plain(*arguments.format(here=tmp_path).split(), status=2)
    assert re.fullmatch(
        rf"threefold: [\w ]+ needs {module}: `pip install '\./python\[{part}\]'` in a checkout installs it\n",
        done.stderr,
    )
    assert done.stdout == ""
    assert {path.name for path in tmp_path.iterdir()} == {"sitecustomize.py", "home"}


def test_every_command_is_tried_without_its_part() -> None:
    source = Path(__file__).read_text()
    names = main.list_commands(Context(main))
    untried = [name for name in names if not re.search(rf'\("{name}"|"\w+", "{name}[ "]', source)]
    assert untried == ["new"]  # writes files, and imports nothing but the standard library and ours


def test_an_input_that_could_be_fetched_is_generated_where_nothing_fetches(plain: Threefold) -> None:
    done = plain("solve", "2021/6", AOC_SESSION="f" * 128)
    assert "all 3 languages agree" in done.stdout
    assert "fetching needs aocd: `pip install './python[advent]'`" in done.stderr


def test_letters_that_nothing_reads_are_not_called_wrong(plain: Threefold, tmp_path: Path) -> None:
    rows = ["#..#", "#..#", "####", "#..#", "#..#", "#..#"]
    dots = [(x, y) for y, row in enumerate(rows) for x, one in enumerate(row) if one == "#"]
    text = "".join(f"{x},{y}\n" for x, y in dots) + "\nfold along x=5\nfold along y=6\n"
    (tmp_path / "2021_13_input.txt").write_text(text)
    (tmp_path / "2021_13b_answer.txt").write_text("H")
    done = plain("solve", "2021/13", str(tmp_path / "2021_13_input.txt"), status=1)
    assert (
        "reading letters needs aocd: `pip install './python[advent]'` in a checkout installs it"
        in done.stderr
    )
    assert "wrong" not in done.stderr


def test_measuring_imports_no_more_than_its_part() -> None:
    """`nox -s compare` installs that alone, and runs `test_speed.py`, with our conftest."""
    waiting, seen, others = ["conftest", "test_speed"], set[str](), set[str]()
    while waiting:
        seen.add(name := waiting.pop())
        for node in ast.parse((ROOT / "tests" / f"{name}.py").read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = (
                    [node.module] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
                )
                for root in (str(one).split(".")[0] for one in names):
                    if (ROOT / "tests" / f"{root}.py").is_file():
                        waiting += [root] if root not in seen else []
                    elif root not in sys.stdlib_module_names:
                        others.add(root)
    assert others <= {"threefold", "pytest", "pytest_benchmark"}
