"""Builds a puzzle's folder anew in one language after a file was saved, or says what is wrong with it."""

import re
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from ..build.building import BUILDERS as SCRIPTS
from ..build.building import Environment
from ..build.toolchains import SetupFailed
from .scaffold import Place

FIRST = 3  # errors that are shown: the others often follow from them
ERROR = re.compile(  # of rustc, to the next one; of GHC, to an empty line
    r"^error(?:\[E\d+\])?: .*?(?=\n+error|\nrust: |\Z)|^\S+:\d+:\d+: error:.*?(?=\n\s*\n|\ncabal:|\Z)",
    re.DOTALL | re.MULTILINE,
)


class Built(NamedTuple):
    """How a build went: what speaks against it, the first errors in full; nothing where it is fine."""

    complaint: str = ""


def rebuild(language: str, root: Path, place: Place) -> Built:
    """Builds a language in a checkout; one that we can't build is taken as it is."""
    try:
        return BUILDERS[language](root, place) if language in BUILDERS else Built()
    except FileNotFoundError as error:
        return Built(f"{error.filename} is not there")
    except OSError as error:
        return Built(f"{error.filename}: {error.strerror}")


def stale(language: str, root: Path, folders: Iterable[str]) -> list[str]:
    """Those folders of a checkout that are not built of the sources that are there.

    None of a language that we don't build. Raises `subprocess.CalledProcessError`.
    """
    if language not in SCRIPTS:
        return []
    command = [sys.executable, SCRIPTS[language], "--stale", *folders]
    return subprocess.run(command, cwd=root, stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def python(root: Path, place: Place) -> Built:
    """Nothing is to be built; but a file that does not even parse is said once, and not for each case."""
    path = root / place.files("python")[0]
    try:
        compile(path.read_bytes(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return Built("".join(traceback.format_exception_only(error)).rstrip())
    return Built()


def rust(root: Path, place: Place) -> Built:
    """The folder's library, in the profile ``watch``; and what loads it, where the contract has changed."""
    built = _folder(root, "rust/cargo_build.py", "--watch", place.folder)
    environment = Environment(root)
    if not built.complaint and environment.works():
        try:
            environment.binding()
        except SetupFailed as error:
            return Built(str(error))
    return built


def haskell(root: Path, place: Place) -> Built:
    """The folder's library, as nox builds it."""
    return _folder(root, "haskell/cabal_build.py", place.folder)


def _folder(root: Path, *command: str) -> Built:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode == 0:
        return Built()
    errors = [found[0] for found in ERROR.finditer(done.stdout)]
    return Built("\n\n".join(errors[:FIRST]) or "\n".join(done.stdout.splitlines()[-20:]))


BUILDERS: dict[str, Callable[[Path, Place], Built]] = {"python": python, "rust": rust, "haskell": haskell}
