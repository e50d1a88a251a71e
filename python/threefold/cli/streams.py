"""Standard input, output and error: usable whatever we were started with, and however they end."""

import codecs
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EBADF, EDQUOT, EFBIG, EIO, ENOSPC

from .options import fail

PLAIN = {
    **dict.fromkeys("─━┄┅┈┉╌╍═╴╶╸╺╼╾–—−", "-"),
    **dict.fromkeys("│┃┆┇┊┋╎╏║╵╷╹╻", "|"),
    "…": "...",
    "×": "x",
    "µ": "u",
    "±": "+-",
    "→": "->",
    "·": ".",
    "≥": ">=",
    "≤": "<=",
    "≈": "~",
}


def plainer(error: UnicodeError) -> tuple[str, int]:
    """Stands for what an encoding lacks: lines and signs are drawn with others, letters are escaped."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(one: str) -> str:
    if one in PLAIN:
        return PLAIN[one]
    if "\u2500" <= one <= "\u257f":
        return "+"  # the corners and crossings of a table
    if "\u2580" <= one <= "\u25ff" or "\u2801" <= one <= "\u28ff":
        return "#"  # blocks, shapes and dots of a picture
    if unicodedata.decomposition(one).startswith("<super>"):
        return "^" + unicodedata.normalize("NFKC", one)
    return one.encode("ascii", "backslashreplace").decode()


def _codec(name: str) -> codecs.CodecInfo | None:
    """ASCII by another name: where it is called so, click writes UTF-8 instead."""
    if name != "threefold_ascii":
        return None
    known = codecs.lookup("ascii")
    return codecs.CodecInfo(
        known.encode,
        known.decode,
        known.streamreader,
        known.streamwriter,
        known.incrementalencoder,
        known.incrementaldecoder,
        "threefold_ascii",
    )


def _prepare() -> None:
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:  # else the next file that is opened is taken for it
            os.open(os.devnull, os.O_RDWR)
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    if sys.stdout is None:
        fail("standard output is closed")
    codecs.register_error("threefold", plainer)
    codecs.register(_codec)
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            ascii_only = codecs.lookup(stream.encoding).name == "ascii"
            reconfigure(errors="threefold", encoding="threefold_ascii" if ascii_only else None)
    for name in ("COLUMNS", "LINES"):
        if not os.environ.get(name, "80").strip("0").isdecimal():
            del os.environ[name]


@contextmanager
def streams() -> Iterator[None]:
    """A full disk is one line; a reader who has seen enough (``| head``) is none, and all right."""
    _prepare()
    out = sys.stdout
    try:
        try:
            yield
        finally:
            out.flush()
    except BrokenPipeError:
        _hush(out.fileno())
        sys.exit(0)
    except SystemExit:
        if sys.stdout is not out:  # click has seen that nobody reads any more
            _hush(out.fileno())
            sys.exit(0)
        raise
    except OSError as error:
        if not error.filename and error.errno not in (ENOSPC, EDQUOT, EFBIG, EIO, EBADF) and _here():
            raise
        _hush(out.fileno())
        what = error.filename or ("standard output" if _here() else "the current folder")
        fail(f"{what}: {error.strerror}")


def _here() -> bool:
    """Is the current folder still there?"""
    try:
        return bool(os.getcwd())
    except OSError:
        return False


def _hush(descriptor: int) -> None:
    """What is still to be written goes nowhere: the interpreter would complain once more as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
