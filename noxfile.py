"""The one door: `nox` tests everything, `nox -s compare` shows what each language costs.

Every session takes a selection after `--`: a puzzle (`2021/6`), a folder (`2021`, `teaching`), a language;
and options after that, which are passed on to pytest, or to `threefold compare`.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nox

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "python"))

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(f"threefold needs Python 3.11 or newer, and this nox runs on {sys.version.split()[0]}")

from threefold.build import toolchains  # noqa: E402
from threefold.build.building import EVERYTHING, LOCK, Environment  # noqa: E402
from threefold.core import catalogue  # noqa: E402

nox.options.sessions = ["test"]
nox.options.default_venv_backend = "none"  # all sessions share .venv, so that nothing is built twice
LANGUAGES = ("python", "rust", "haskell")


class Run:
    """A session's selection, and its way to run things in the environment."""

    def __init__(self, session: nox.Session, *own: str, parts: Iterable[str] = EVERYTHING):
        self.session = session
        given = list(session.posargs)
        end = next((at for at, word in enumerate(given) if word.startswith("-")), len(given))
        selection, self.options = given[:end], given[end:]
        self.names = [name for name in selection if name not in LANGUAGES]
        self.languages = own or tuple(name for name in LANGUAGES if name in selection) or LANGUAGES
        self.puzzles = [puzzle.name for puzzle in catalogue.select(self.names)]
        self.folders = sorted({name.split("/")[0] for name in self.puzzles})
        self.environment = Environment(ROOT)
        self.broken = self.environment.provide(self.languages, self.folders, parts)
        if self.broken:
            print(f"threefold: going on without what does not compile ({', '.join(self.broken)})", flush=True)

    def end(self) -> None:
        """Fails the session where a folder does not compile, once everything else is done."""
        if self.broken:
            self.session.error(f"does not compile: {', '.join(self.broken)}")

    def compiled(self, language: str) -> list[str]:
        """The selected folders that a language has and that compile."""
        there = [folder for folder in self.folders if (ROOT / language / folder).is_dir()]
        return [folder for folder in there if f"{language}: {folder}" not in self.broken]

    def bin(self, name: str, *arguments: str) -> None:
        """Runs a program of .venv."""
        self.session.run(str(self.environment.folder / "bin" / name), *arguments, external=True)

    def tool(self, name: str, *arguments: str, folder: str = "") -> None:
        """Runs a program of a toolchain, in a folder of the checkout."""
        with self.session.chdir(ROOT / folder):
            self.session.run(name, *arguments, external=True)

    def cabal(self, *arguments: str) -> None:
        self.tool(str(self.environment.python), "cabal_build.py", "cabal", *arguments, folder="haskell")

    def harness(self, *files: str) -> None:
        """What may run together does, on all cores; what measures has the machine for itself after that."""
        chosen = [*self.names, *(self.languages if len(self.languages) < len(LANGUAGES) else ())]
        arguments = [*files, *(f"--select={name}" for name in chosen), *self.options]
        if len(self.puzzles) == 1:  # sooner done than workers are started
            self.bin("pytest", *arguments)
            return
        together = ("--part=together", "--numprocesses=logical", "--dist=worksteal", "--benchmark-disable")
        self.bin("pytest", *together, *arguments)
        if files == ("tests",):  # a look at each puzzle: `compare` is for who wants to know
            self.bin("pytest", "--part=alone", "--benchmark-max-time=0.03", *arguments)


@contextmanager
def plainly(session: nox.Session) -> Iterator[None]:
    """What can't be set up, or isn't there, is one line and no traceback."""
    try:
        yield
    except (toolchains.SetupFailed, catalogue.UnknownPuzzle) as error:
        session.error(str(error))
    except OSError as error:
        session.error(f"{error.filename or ''}: {error.strerror}")


@nox.session
def test(session: nox.Session) -> None:
    """Every test in every language: the native suites, then the shared harness."""
    with plainly(session):
        run = Run(session)
        for language in run.languages:
            SUITES[language](run)
        run.harness(*(PUZZLE_TESTS if run.names or len(run.languages) < len(LANGUAGES) else ["tests"]))
        run.end()


@nox.session
def python(session: nox.Session) -> None:
    """Python's own suite and linters."""
    one_language(session, "python")


@nox.session
def rust(session: nox.Session) -> None:
    """Rust's own suite and linters."""
    one_language(session, "rust")


@nox.session
def haskell(session: nox.Session) -> None:
    """Haskell's own suite and linters."""
    one_language(session, "haskell")


@nox.session
def checked(session: nox.Session) -> None:
    """Haskell's laws, cases and agreement with every unsafe access checked, in a build of its own."""
    with plainly(session):
        session.env["THREEFOLD_CHECKED"] = "1"
        run = Run(session)
        run.tool(str(run.environment.python), "cabal_build.py", *run.folders, folder="haskell")
        haskell_suite(run)
        run.harness("tests/test_cases.py", "tests/test_agreement.py")
        run.end()


@nox.session
def compare(session: nox.Session) -> None:
    """Solves every puzzle in every language and shows what each took."""
    with plainly(session):
        run = Run(session, parts=["build", "measure"])
        chosen = (
            [f"--language={name}" for name in run.languages] if len(run.languages) < len(LANGUAGES) else []
        )
        run.bin("threefold", "compare", *run.names, *chosen, *run.options)
        run.end()


@nox.session
def reference(session: nox.Session) -> None:
    """Measures what has changed since reference/ was written, and writes that and the README's table."""
    with plainly(session):
        if set(LANGUAGES) & set(session.posargs):
            session.error("the reference is of all languages: name puzzles or folders alone")
        run = Run(session, parts=["build", "measure", "plot"])
        results, scale = "reference/comparison.json", "--save=reference/scale.json"
        long = ("--budget=3", "--turns=30", *run.options)
        run.bin("threefold", "compare", *run.names, "--update", f"--save={results}", *long)
        run.bin("threefold", "compare", f"--results={results}", "--folders", "--into=README.md")
        run.bin("threefold", "compare", f"--results={results}", "--into=reference/README.md")
        run.bin("threefold", "plot", f"--results={results}", "--into=reference", "--format=svg")
        run.bin("threefold", "scale", *(run.names or run.folders), "--update", "--budget=4", scale)


@nox.session
def book(session: nox.Session) -> None:
    """Builds the book, a static site in site/, from what is in the checkout."""
    with plainly(session):
        environment = Environment(ROOT)
        environment.provide(["python"], parts=["book", "build"])
        session.run(str(environment.folder / "bin" / "threefold"), "book", *session.posargs, external=True)


@nox.session
def picture(session: nox.Session) -> None:
    """Takes the README's pictures of a page, light and dark, into docs/; needs Chromium."""
    with plainly(session):
        environment = Environment(ROOT)
        environment.provide(["python"], parts=["book", "build", "test"])
        session.run(str(environment.python), "-m", "threefold.book.portrait", external=True)


@nox.session
def stretch(session: nox.Session) -> None:
    """Makes a checkout of 282 puzzles in results/, and prints what one waits for there."""
    with plainly(session):
        environment = Environment(ROOT)
        environment.provide(["python"])
        module = "threefold.workshop.stretch"
        session.run(str(environment.python), "-m", module, *session.posargs, external=True)


@nox.session(venv_backend="virtualenv")
def torch(session: nox.Session) -> None:
    """Solves a trace that torch's profiler wrote, and compares; on Linux torch is several gigabytes."""
    with plainly(session):
        environment = Environment(ROOT)
        if broken := environment.provide(LANGUAGES, ["teaching"]):
            session.error(f"does not compile: {', '.join(broken)}")
        session.install("torch==2.15.0")
        script, folder = str(ROOT / "puzzles/teaching/training-step/torch_trace.py"), session.create_tmp()
        session.run("python", script, "profile", folder)
        session.run(str(environment.python), script, "check", folder, external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """All linters and formatters; nothing is changed."""
    with plainly(session):
        run = Run(session)
        for language in run.languages:
            LINTS[language](run)
        run.end()


@nox.session
def dev(session: nox.Session) -> None:
    """Makes .venv with everything installed, editable, for `.venv/bin/threefold` and `.venv/bin/pytest`."""
    with plainly(session):
        Run(session).end()


@nox.session(venv_backend="virtualenv")
def update(session: nox.Session) -> None:
    """Renews the versions that are installed: Python's packages, the book's and Rust's crates."""
    session.install("uv")
    inputs = ["--all-extras", "python/pyproject.toml", "--group", "python/pyproject.toml:nox"]
    platforms = ["--universal", "--python-version=3.11"]
    quietly = ["--quiet", "--no-annotate", "--custom-compile-command=nox -s update"]
    session.run("uv", "pip", "compile", "--upgrade", *platforms, *quietly, *inputs, f"--output-file={LOCK}")
    session.run("cargo", "update", "--manifest-path=rust/Cargo.toml", external=True)


PUZZLE_TESTS = [f"tests/test_{name}.py" for name in ("cases", "agreement", "practice")]


def one_language(session: nox.Session, language: str) -> None:
    with plainly(session):
        run = Run(session, language)
        SUITES[language](run)
        run.harness(*PUZZLE_TESTS)
        LINTS[language](run)
        run.end()


def python_suite(run: Run) -> None:
    stems = {name.split("/")[1].replace("-", "_") for name in run.puzzles}
    own = [
        path
        for path in (ROOT / "python" / "tests").glob("test_*.py")
        if path.stem.removeprefix("test_") in stems
    ]
    files = [str(path) for path in own] if run.names else ["python/tests"]
    if files:
        run.bin("pytest", *files)


def rust_suite(run: Run) -> None:
    if not run.names:
        broken = set(run.folders) - set(run.compiled("rust"))
        excluded = [f"--exclude={name}" for name in sorted(broken) if (ROOT / "rust" / name).is_dir()]
        run.tool("cargo", "test", "--quiet", "--workspace", *excluded, folder="rust")
        return
    for folder in run.compiled("rust"):
        names = [name.split("/") for name in run.puzzles]
        modules = [stem.replace("-", "_") for home, stem in names if home == folder]
        chosen = [test for module in modules for test in (f"{module}::", f"cases::{module}")]
        run.tool("cargo", "test", "--quiet", "--package", folder, "--", *chosen, folder="rust")


def haskell_suite(run: Run) -> None:
    for folder in run.compiled("haskell") if run.names else ["contract", *run.compiled("haskell")]:
        chosen = [name for name in run.puzzles if name.startswith(f"{folder}/")] if run.names else []
        patterns = (
            ["-p", " || ".join(f"/{name.replace('/', chr(92) + '/')}/" for name in chosen)] if chosen else []
        )
        run.cabal("run", "-v1", f"{folder}-laws", "--", "--hide-successes", *patterns)


def python_lint(run: Run) -> None:
    run.bin("ruff", "check", ".")
    run.bin("ruff", "format", "--check", ".")
    run.bin("mypy")


def rust_lint(run: Run) -> None:
    toolchains.provide(["rust"], toolchains.LINTERS)
    # Not by cargo: it looks at what `mod` names, and puzzles are named in a macro's call.
    sources = [path for path in sorted((ROOT / "rust").rglob("*.rs")) if "target" not in path.parts]
    run.tool("rustfmt", "--check", "--edition=2024", *map(str, sources), folder="rust")
    run.tool("cargo", "clippy", "--quiet", "--workspace", "--all-targets", folder="rust")


def haskell_lint(run: Run) -> None:
    toolchains.provide(["haskell"], toolchains.LINTERS)
    home = ROOT / "haskell"
    sources = [path.relative_to(home) for path in sorted(home.rglob("*.hs"))]
    ours = [str(path) for path in sources if not {"dist-newstyle", "dist-checked"} & set(path.parts)]
    extensions = ("-o", "-XTypeApplications", "-o", "-XBangPatterns")
    run.tool("ormolu", "--mode", "check", *extensions, *ours, folder="haskell")
    run.tool("hlint", *ours, folder="haskell")


SUITES = {"python": python_suite, "rust": rust_suite, "haskell": haskell_suite}
LINTS = {"python": python_lint, "rust": rust_lint, "haskell": haskell_lint}
