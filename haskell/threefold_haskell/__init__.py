"""threefold's Haskell solutions: GHC's runtime and a shared object, loaded into this process."""

import json
import os
from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_int, c_size_t, c_uint64, c_void_p, string_at
from functools import cache
from pathlib import Path

DEFAULT_MEMORY_LIMIT = 4 << 30


class Result(Structure):
    """What a call leaves behind; the two texts belong to it until ``threefold_free``."""

    _fields_ = [
        ("status", c_uint64),
        ("number", c_uint64),
        ("parse_ns", c_uint64),
        ("part1_ns", c_uint64),
        ("part2_ns", c_uint64),
        ("first", c_void_p),
        ("first_size", c_uint64),
        ("second", c_void_p),
        ("second_size", c_uint64),
    ]

    def texts(self) -> tuple[str, str | None]:
        first = string_at(self.first, self.first_size).decode()
        return first, string_at(self.second, self.second_size).decode() if self.second else None


class Library:
    """A loaded shared object, its runtime started. A process can hold one."""

    def __init__(self, path: Path):
        library = CDLL(str(path))
        limit = int(os.environ.get("THREEFOLD_MEMORY_LIMIT", DEFAULT_MEMORY_LIMIT))
        # Ctrl-C belongs to Python; no timer, no idle collection: one solution runs at a time.
        flags = f"-M{limit} -K{limit // 4} -A8m -V0 -I0 --install-signal-handlers=no"
        self.flags = c_char_p(flags.encode())  # the runtime keeps the pointer
        library.threefold_start.argtypes = [c_char_p]
        library.threefold_start(self.flags)
        self._solve = library.threefold_solve
        self._solve.argtypes = [c_int, c_char_p, c_size_t, POINTER(Result)]
        self._free = library.threefold_free
        self._free.argtypes = [POINTER(Result)]
        names = Result()
        library.threefold_names(byref(names))
        self.index = {name: index for index, name in enumerate(names.texts()[0].splitlines())}
        self._free(byref(names))

    def solve(self, puzzle: str, text: str) -> tuple:
        index = self.index[puzzle]
        data = text.encode()
        result = Result()
        self._solve(index, data, len(data), byref(result))
        try:
            first, second = result.texts()
        finally:
            self._free(byref(result))
        match result.status:
            case 0:
                return "solved", first, second, result.parse_ns, result.part1_ns, result.part2_ns
            case 1:
                return "invalid", result.number, first
            case 2:
                return "no answer", result.number, first
            case _:
                return "failed", first


@cache
def library() -> Library:
    folder = Path(__file__).parent / "lib"
    found = sorted(folder.glob("libthreefold-haskell.*"))
    if not found:
        raise ImportError(
            f"{folder} holds no shared object: build it with nox, or `python cabal_build.py` in haskell/"
        )
    return Library(found[0])


def puzzles() -> list[str]:
    """The names of the puzzles that are solved in Haskell."""
    return list(library().index)


def solve(puzzle: str, text: str) -> tuple:
    """Solves ``text``, an input of ``puzzle`` in normal form (see ``threefold.languages``)."""
    return library().solve(puzzle, text)


def about() -> dict[str, object]:
    """What a report says of this language."""
    built = json.loads((Path(__file__).parent / "lib" / "about.json").read_text())
    return {"title": "Haskell", "order": 3, **built, "runtime": library().flags.value.decode()}
