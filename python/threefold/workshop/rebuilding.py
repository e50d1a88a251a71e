"""Builds one language anew after a file of it was saved, and says what is wrong with it if that fails.

It is installed where the language is loaded from, by renaming: a process may have the old one mapped.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from .scaffold import Place

FIRST = 3  # errors that are shown: the others often follow from them


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


def python(root: Path, place: Place) -> Built:
    """Nothing is to be built; but a file that does not even parse is said once, and not for each case."""
    path = root / place.files("python")[0]
    try:
        compile(path.read_bytes(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return Built("".join(traceback.format_exception_only(error)).rstrip())
    return Built()


def rust(root: Path, place: Place) -> Built:
    """The binding and what it needs, in the profile ``watch``; warnings wait for the linter."""
    flags = ["--cap-lints=warn"]
    if sys.platform == "darwin":
        flags += ["-Clink-arg=-undefined", "-Clink-arg=dynamic_lookup"]
    command = ["cargo", "build", "--profile=watch", "--package=binding", "--message-format=json"]
    command += [f"--config=build.rustflags={json.dumps(flags)}"]
    # As maturin has it: found by this Python, and not linked to it.
    environment = os.environ | {"PYO3_PYTHON": sys.executable, "PYO3_BUILD_EXTENSION_MODULE": "1"}
    done = subprocess.run(command, cwd=root / "rust", env=environment, capture_output=True, text=True)
    messages = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode:
        said = [one["message"] for one in messages if one["reason"] == "compiler-message"]
        errors = [one["rendered"].rstrip() for one in said if one["level"] == "error" and one["spans"]]
        return Built("\n\n".join(errors[:FIRST]) or done.stderr.rstrip())
    [built] = [
        Path(name)
        for one in messages
        if one["reason"] == "compiler-artifact" and one["target"]["name"] == "threefold_rust"
        for name in one["filenames"]
        if name.endswith((".so", ".dylib"))
    ]
    return _install(built, root)


def _install(built: Path, root: Path) -> Built:
    spec = find_spec("threefold_rust")
    home = Path(spec.origin).parent if spec and spec.origin else None
    found = sorted(home.glob("threefold_rust*.so")) if home else []
    if not found:
        return Built("threefold_rust is not installed: `nox -s dev` does that")
    new = found[0].with_name(f"{found[0].name}.{os.getpid()}.new")  # two may watch
    shutil.copy2(built, new)
    new.replace(found[0])
    (root / ".venv" / "rust.built").unlink(missing_ok=True)  # so that nox builds the one that is measured
    return Built()


def haskell(root: Path, place: Place) -> Built:
    """The shared object, as nox builds it."""
    command = [sys.executable, "haskell/cabal_build.py"]
    done = subprocess.run(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    if done.returncode == 0:
        return Built()
    errors = re.findall(
        r"^\S+:\d+:\d+: error:.*?(?=\n\s*\n|\ncabal:|\Z)", done.stdout, re.DOTALL | re.MULTILINE
    )
    return Built("\n\n".join(errors[:FIRST]) or "\n".join(done.stdout.splitlines()[-20:]))


BUILDERS: dict[str, Callable[[Path, Place], Built]] = {"python": python, "rust": rust, "haskell": haskell}
