"""Makes ``.venv`` with everything in it, and makes again only what has changed.

Standard library only, for nox runs it before anything is installed.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
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


PARTS = {"bin", "lib", "lib64", "include", "share", ".gitignore", "CACHEDIR.TAG"}  # of an environment


class Environment:
    """A checkout's ``.venv``."""

    def __init__(self, root: Path):
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / "bin" / "python"

    def provide(self, languages: Iterable[str], parts: Iterable[str] = EVERYTHING) -> None:
        """Brings the environment up to date for these languages and extras. Raises `SetupFailed`."""
        chosen = set(languages)
        provide(chosen)
        if not self._works():
            self._spare()
            self.step(
                "making .venv", sys.executable, "-m", "virtualenv", "--quiet", "--clear", str(self.folder)
            )
        extras = ",".join(sorted(parts))
        packages = ["-c", LOCK, "-e", f"./python[{extras}]"]
        self._once(
            f"python-{extras}", ["python/pyproject.toml", LOCK], "installing Python packages", *packages
        )
        if "rust" in chosen:
            self._rust()
        if "haskell" in chosen:
            self._haskell()

    def _works(self) -> bool:
        try:
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

    def _rust(self) -> None:
        sources = [
            path
            for path in (self.root / "rust").rglob("*")
            if "target" not in path.relative_to(self.root).parts
        ]
        newest = max(path.stat().st_mtime for path in sources if path.suffix in (".rs", ".toml", ".lock"))
        stamp = self.folder / "rust.built"
        if not stamp.exists() or stamp.stat().st_mtime < newest:
            started = time.time()
            maturin = str(self.folder / "bin" / "maturin")
            self.step(
                "building Rust", maturin, "develop", "--release", "--manifest-path", "rust/binding/Cargo.toml"
            )
            stamp.touch()
            os.utime(stamp, (started, started))

    def _haskell(self) -> None:
        self.step("building Haskell", str(self.python), "haskell/cabal_build.py")
        arguments = ["--no-build-isolation", "--no-deps", "-e", "./haskell"]
        self._once("haskell", ["haskell/pyproject.toml"], "installing Haskell's package", *arguments)

    def _once(self, name: str, sources: list[str], title: str, *arguments: str) -> None:
        """Installs, unless that has been done for just these files and arguments."""
        content = b"".join((self.root / source).read_bytes() for source in sources) + repr(arguments).encode()
        digest = hashlib.sha256(content).hexdigest()
        stamp = self.folder / f"{name}.installed"
        if not stamp.exists() or stamp.read_text() != digest:
            self.step(title, *self._installer(), "--quiet", *arguments)
            stamp.write_text(digest)

    def _installer(self) -> list[str]:
        """uv where it is on the path, else pip; both take the same arguments."""
        if uv := shutil.which("uv"):
            return [uv, "pip", "install", "--python", str(self.python)]
        return [str(self.python), "-m", "pip", "install", "--disable-pip-version-check"]

    def step(self, title: str, *command: str) -> None:
        """Runs a command in the checkout, what it compiles shown. Raises `SetupFailed`."""
        print(f"threefold: {title}", flush=True)
        lock = str(self.root / LOCK)  # of what builds a package, too
        environment = os.environ | {
            "VIRTUAL_ENV": str(self.folder),
            "PIP_BUILD_CONSTRAINT": lock,
            "UV_BUILD_CONSTRAINT": lock,
        }
        process = subprocess.Popen(
            command,
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=environment,
        )
        assert process.stdout
        lines = []
        for line in process.stdout:
            lines.append(line)
            if re.match(r"\[ *\d+ of \d+\]|\s*Compiling|\s*Building|Linking", line):
                print("  " + line.split(" (", 1)[0].strip(), flush=True)
        if process.wait():
            said = "".join(lines)
            for cause, words in CAUSES.items():
                if re.search(cause, said):
                    raise SetupFailed(f"{title}: {words}")
            print(said, end="", file=sys.stderr)
            raise SetupFailed(f"{title} failed; its reasons stand above")
