"""Files of results: read with one clear word on what is wrong with them, written whole or not at all.

A folder is only ever replaced if all that is in it was put there by us.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile, mkstemp
from typing import Any

MARK = ".threefold"  # in a folder that may be replaced: the names of all files that we have put there


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


def spare(path: Path, what: str, is_ours: Callable[[bytes], bool]) -> None:
    """Before a file is written: raises `Unusable` where one with other content is in its place."""
    try:
        data = path.read_bytes() if path.exists() else b""
        ours = not data.strip() or is_ours(data)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    except (ValueError, LookupError, TypeError):
        ours = False
    if not ours:
        raise Unusable(f"{path} is no {what}, and is not overwritten")


def write_whole(path: Path, content: dict[str, Any], depth: int) -> None:
    """Writes results, whatever stands so deep or deeper on one line. Raises `Unusable` where it can't."""
    replace_whole(path, in_lines(content, depth) + "\n")


def in_lines(content: Any, depth: int, indent: str = "") -> str:
    """JSON whose differences can be read: entries have a line each, down to that depth."""
    if not depth or not content or not isinstance(content, dict):
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    inner = indent + " "
    lines = (f"{inner}{json.dumps(key)}: {in_lines(one, depth - 1, inner)}" for key, one in content.items())
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def replace_whole(path: Path, content: str | bytes) -> None:
    """Renamed into place only when whole, so that what was there outlives a full disk. Raises `Unusable`.

    The file keeps its permissions; where it is a link, what it points to is replaced.
    """
    try:
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = mkstemp(prefix=f".{target.name}.", dir=target.parent)
        partial = Path(name)
        try:
            with open(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
            partial.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
            partial.replace(target)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextmanager
def replaced_folder(folder: Path, spared: Iterable[Path]) -> Iterator[Path]:
    """An empty folder beside that one, which takes its place once the block has ended without an error.

    Replaced is what does not exist, is empty, or holds nothing but what we have put there; and neither a link
    nor a spared folder, the current one or the user's own, or one above these. Raises `Unusable` otherwise,
    before and after the block, and where the system refuses. What was there then stays as it is.
    """
    try:
        kept = [one.resolve() for one in (*spared, Path(), Path(os.path.expanduser("~")))]
        # What is named may be a link, and is then none to be followed.
        place = folder.resolve() if folder.name in ("", "..") else folder.parent.resolve() / folder.name
        refuse_foreign(folder, place, kept)
        place.parent.mkdir(parents=True, exist_ok=True)
        with _beside(place) as (new, old):
            yield new
            names = sorted(path.relative_to(new).as_posix() for path in new.rglob("*") if not path.is_dir())
            (new / MARK).write_text("\n".join(["made by threefold", *names, ""]), encoding="utf-8")
            refuse_foreign(folder, place, kept)
            if place.exists():
                place.rename(old)
            new.rename(place)
    except OSError as error:
        raise Unusable(f"{error.filename or folder}: {error.strerror}") from None


@contextmanager
def _beside(place: Path) -> Iterator[tuple[Path, Path]]:
    """Where a folder's successor is made, and where the folder itself is laid for the moment.

    What is left there from before was broken off. A folder that is not in its place any more goes back.
    """
    beside = place.with_name(f".{place.name}{MARK}")
    if beside.is_symlink() or (beside.exists() and not (beside / MARK).is_file()):
        raise Unusable(f"{beside} is not of threefold's making, and in the way")
    beside.mkdir(exist_ok=True)
    with (beside / MARK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Unusable(f"{place} is being replaced by another process: {beside} is in use") from None
        new, old = beside / "new", beside / "old"
        try:
            _put_back(old, place)
            for one in (new, old):
                if one.exists():
                    shutil.rmtree(one)
            new.mkdir()
            yield new, old
        finally:
            _put_back(old, place)
            shutil.rmtree(beside, ignore_errors=True)


def _put_back(old: Path, place: Path) -> None:
    if old.exists() and not place.exists():
        old.rename(place)


def refuse_foreign(folder: Path, place: Path, spared: Iterable[Path]) -> None:
    """Raises `Unusable` where a folder must not be replaced, with a word on why."""
    if place.is_symlink():
        raise Unusable(f"{folder} is a link, and what is replaced is a folder")
    for one in spared:
        if place == one or place in one.parents:
            raise Unusable(f"{folder} is not replaced, for {one} is in there")
    if not place.exists():
        return
    ours = {MARK}
    if (place / MARK).is_file():
        with reading(place / MARK, "list of what threefold has made"):
            ours |= set((place / MARK).read_text(encoding="utf-8").splitlines())
    for path in place.rglob("*"):
        name = path.relative_to(place).as_posix()
        if (path.is_symlink() or not path.is_dir()) and name not in ours:
            raise Unusable(f"{folder} is not replaced: {name} in there is not of threefold's making")
    if ours == {MARK} and any(place.iterdir()):
        raise Unusable(f"{folder} is not replaced: it is neither empty nor of threefold's making")
