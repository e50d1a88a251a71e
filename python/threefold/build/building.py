"""Makes ``.venv`` with everything in it, and makes again only what has changed.

Standard library only, for nox runs it before anything is installed.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .toolchains import SetupFailed, provide

LOCK = "python/constraints.txt"  # the versions to install, for all platforms; `nox -s update` renews them
EVERYTHING = ("build", "lint", "test")
NO_NETWORK = (
    "Temporary failure in name resolution|Name or service not known|Could not resolve|Network is unreachable"
    "|Failed to establish a new connection|NameResolutionError|Connection refused|dns error"
)
CAUSES = {
    "No space left on device|Disk quota exceeded": "the disk is full",
    NO_NETWORK: "there is no network",
}


# What compiles a language's folders, and needs no environment for it.
BUILDERS = {"rust": "rust/cargo_build.py", "haskell": "haskell/cabal_build.py"}
SOME_FAILED = 3  # a builder's status where folders do not compile
BINDING = ["binding", "contract", "threefold_rust/__init__.py", "Cargo.toml", "Cargo.lock", "pyproject.toml"]


PARTS = {"bin", "lib", "lib64", "include", "share", ".gitignore", "CACHEDIR.TAG"}  # of an environment


class Environment:
    """A checkout's ``.venv``, and what is compiled in it."""

    def __init__(self, root: Path):
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / "bin" / "python"
        self.owner = self.folder / "checkout"  # names the checkout that it was made for

    def provide(
        self, languages: Iterable[str], folders: Iterable[str] = (), parts: Iterable[str] = EVERYTHING
    ) -> list[str]:
        """Brings the environment up to date for these languages, folders of puzzles (or all), and extras.

        Returns what does not compile, as ``rust: aoc2021``; the rest is there. Raises `SetupFailed`.
        """
        chosen = set(languages)
        provide(chosen)
        if not self.works():
            self._spare()
            self.step(
                "making .venv",
                sys.executable,
                "-P",
                "-m",
                "virtualenv",
                "--quiet",
                "--clear",
                str(self.folder),
            )
            self.owner.write_text(str(self.root))
        compiled = [language for language in BUILDERS if language in chosen]
        with ThreadPoolExecutor() as pool:
            # Compilers need no environment, so they begin while pip still fetches packages.
            builds = [pool.submit(self.build, language, list(folders)) for language in compiled]
            extras = ",".join(sorted(parts))
            packages = ["-c", LOCK, "-e", f"./python[{extras}]"]
            sources = ["python/pyproject.toml", LOCK]
            self._packages(f"python-{extras}", sources, "installing Python packages", *packages)
            if "haskell" in chosen:
                arguments = ["--no-build-isolation", "--no-deps", "-e", "./haskell"]
                self._packages(
                    "haskell", ["haskell/pyproject.toml"], "installing Haskell's package", *arguments
                )
            if "rust" in chosen:
                self.binding()
        return [failed for build in builds for failed in build.result()]

    def works(self) -> bool:
        """Is there one that runs, made for this checkout and not for one that this is a copy of?"""
        try:
            if self.owner.read_text() != str(self.root):
                return False
            command = [str(self.python), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]
            return subprocess.run(command, capture_output=True).returncode == 0
        except OSError:
            return False

    def _spare(self) -> None:
        """Raises `SetupFailed` where what would be cleared is no environment of this checkout."""
        if self.folder.is_symlink():
            raise SetupFailed(f"{self.folder} is a link, and what it points to is not cleared")
        # One that broke off while it was made may lack its settings.
        there = {path.name for path in self.folder.iterdir()} if self.folder.is_dir() else set()
        if "pyvenv.cfg" not in there and not there <= PARTS:
            raise SetupFailed(f"{self.folder} holds something else than an environment, and is not cleared")

    def build(self, language: str, folders: list[str]) -> list[str]:
        """Builds folders; those that do not compile, as ``rust: aoc2021``. Raises `SetupFailed`."""
        status, lines = self._run(sys.executable, BUILDERS[language], *folders, label=language)
        if status not in (0, SOME_FAILED):
            raise failure(f"building {language.capitalize()}", lines)
        failed = f"{language}: (.+) does not compile$"
        return [f"{language}: {found[1]}" for line in lines if (found := re.match(failed, line))]

    def binding(self) -> None:
        """What loads the folders' libraries into Python."""
        paths = [self.root / "rust" / name for name in BINDING]
        files = sorted(one for path in paths for one in (path.rglob("*") if path.is_dir() else [path]))
        compiler = subprocess.run(["rustc", "-vV"], cwd=self.root / "rust", capture_output=True).stdout
        content = b"".join(path.read_bytes() for path in files if path.is_file()) + compiler
        maturin = str(self.folder / "bin" / "maturin")
        command = [maturin, "develop", "--release", "--manifest-path", "rust/binding/Cargo.toml"]
        self._once("rust", content, "building Rust's binding", *command)

    def _packages(self, name: str, sources: list[str], title: str, *arguments: str) -> None:
        """Installs, with uv where it is on the path, else with pip; both take the same arguments."""
        pip = [str(self.python), "-P", "-m", "pip", "install", "--disable-pip-version-check"]
        uv = shutil.which("uv")
        installer = [uv, "pip", "install", "--python", str(self.python)] if uv else pip
        content = b"".join((self.root / source).read_bytes() for source in sources)
        self._once(name, content + repr(arguments).encode(), title, *installer, "--quiet", *arguments)

    def _once(self, name: str, content: bytes, title: str, *command: str) -> None:
        """Runs a command, unless it has been run for just this content."""
        digest = hashlib.sha256(content).hexdigest()
        stamp = self.folder / f"{name}.installed"
        if not stamp.exists() or stamp.read_text() != digest:
            self.step(title, *command)
            stamp.write_text(digest)

    def step(self, title: str, *command: str) -> None:
        """Runs a command in the checkout, what it compiles shown. Raises `SetupFailed`."""
        print(f"threefold: {title}", flush=True)
        status, lines = self._run(*command)
        if status:
            raise failure(title, lines)

    def _run(self, *command: str, label: str = "") -> tuple[int, list[str]]:
        """The status of a command and all that it says; what has a label is shown as it comes."""
        settings = {"VIRTUAL_ENV": str(self.folder)}
        if "--no-build-isolation" not in command:  # pip takes only one of the two
            settings |= dict.fromkeys(("PIP_BUILD_CONSTRAINT", "UV_BUILD_CONSTRAINT"), str(self.root / LOCK))
        process = subprocess.Popen(
            command,
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=os.environ | settings,
        )
        assert process.stdout
        lines = []
        for line in process.stdout:
            lines.append(line.rstrip())
            if label:
                # One piece, or lines of two builders could mix.
                sys.stdout.write(f"  {label.ljust(8)}{line.rstrip()}\n")
                sys.stdout.flush()
        return process.wait(), lines


def failure(title: str, lines: list[str]) -> SetupFailed:
    """What is to be said of a command that failed; what it said is shown, unless its cause is plain."""
    said = "\n".join(lines)
    for cause, words in CAUSES.items():
        if re.search(cause, said):
            return SetupFailed(f"{title}: {words}")
    print(said, file=sys.stderr)
    return SetupFailed(f"{title} failed; its reasons stand above")
