"""Files of results: read with one clear word on what is wrong with them, written whole or not at all."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any


class Unusable(Exception):
    """A file's content can't be had or kept; the text says why."""


def load(path: Path) -> dict[str, Any]:
    """A file's content, to be called inside of `reading`."""
    saved: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return saved


@contextmanager
def reading(path: Path, what: str) -> Iterator[None]:
    """Whatever goes wrong while a file's content is looked at is raised as `Unusable`."""
    try:
        yield
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    except (ValueError, LookupError, TypeError, AttributeError):
        raise Unusable(f"{path} is no {what}, or is cut short") from None


def provide(folder: Path) -> None:
    """Makes a folder, before time is spent on what goes there. Raises `Unusable` if it can't be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise Unusable(f"{folder}: {error.strerror}") from None


def write_whole(path: Path, content: dict[str, Any], indent: int | None = None) -> None:
    """Writes results. Raises `Unusable` where the file can't be written."""
    separators = None if indent else (",", ":")
    replace_whole(path, json.dumps(content, indent=indent, separators=separators, ensure_ascii=False) + "\n")


def replace_whole(path: Path, text: str) -> None:
    """Renamed into place only when whole, so that what was there outlives a full disk. Raises `Unusable`."""
    partial = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            partial.write_text(text, encoding="utf-8")
            partial.replace(path)
        except OSError:
            partial.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
