"""Copies of this checkout, for tests that write into one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from threefold.core import catalogue

ROOT = Path(__file__).resolve().parents[1]
BUILT = shutil.ignore_patterns(
    "target", "dist-*", "lib", "lib-checked", "__pycache__", ".hypothesis", "*.egg-info"
)


# A year from which no day stands here, whichever others do.
FREE = 1 + max(2025, *(day.year for name in catalogue.puzzles() if (day := catalogue.dated(name))))


def copied(folder: Path) -> Path:
    """A copy of all sources."""
    for name in ("puzzles", "python", "rust", "haskell", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=BUILT)
    for name in ("noxfile.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def environment(checkout: Path, **more: str) -> dict[str, str]:
    """One in which the copy is used in this checkout's stead."""
    return os.environ | {"PYTHONPATH": str(checkout / "python")} | more


def threefold(checkout: Path, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "threefold.cli", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment(checkout),
    )
    assert done.returncode == status, done
    assert "Traceback" not in done.stderr
    return done
