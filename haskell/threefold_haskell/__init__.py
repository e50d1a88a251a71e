"""threefold's Haskell solutions: GHC's runtime, and a library a folder, loaded when first asked for."""

import json
import os
from ctypes import CDLL, RTLD_GLOBAL, Array, c_char, c_char_p, c_size_t, c_void_p, string_at
from functools import cache
from pathlib import Path
from struct import Struct

LIB = Path(__file__).parent / ("lib-checked" if os.environ.get("THREEFOLD_CHECKED") else "lib")
DEFAULT_MEMORY_LIMIT = 4 << 30


# What a call leaves (see Foreign.hs): status, number, three times, two sizes, an address, room.
RESULT = Struct("=8Q128s")
Result = c_char * RESULT.size
NONE = 2**64 - 1  # the size of a second text that is not there


class NotBuilt(Exception):
    """A folder's library is not there, or can't be used; the text says why."""


class Runtime:
    """GHC's runtime, started. A process can hold one; folders' libraries are loaded into it."""

    def __init__(self, path: Path):
        library = CDLL(str(path), RTLD_GLOBAL)  # what is loaded later is not linked to a runtime of its own
        self.flags = c_char_p(flags().encode())  # the runtime keeps the pointer
        library.threefold_start.argtypes = [c_char_p]
        library.threefold_start(self.flags)
        self._solve = library.threefold_solve
        self._solve.argtypes = [c_void_p, c_char_p, c_size_t, c_void_p]
        self._find = library.threefold_find
        self._find.argtypes = [c_void_p, c_char_p]
        self._find.restype = c_void_p
        self._free = library.threefold_free
        self._free.argtypes = [c_void_p]
        self._folders: dict[str, int] = {}

    def find(self, puzzle: str) -> int:
        """The solution of a puzzle; its folder's library is loaded if it is the first of it."""
        name = {one: name for name, folder in built()["folders"].items() for one in folder["puzzles"]}[puzzle]
        path = LIB / built()["folders"][name]["library"]
        if not path.exists():
            raise NotBuilt(f"{name} is not built: `nox -s dev` says why")
        if name not in self._folders:
            try:
                load = getattr(CDLL(str(path)), f"threefold_{name}")
            except (OSError, AttributeError) as error:
                raise NotBuilt(f"{path} can't be loaded: {error}") from None
            load.restype = c_void_p
            self._folders[name] = load()
        if not (found := self._find(self._folders[name], puzzle.encode())):
            raise NotBuilt(f"{path} can't be used: it lacks {puzzle}")
        return found

    def solve(self, solution: int, text: str) -> tuple:
        data = text.encode()
        result = Result()
        self._solve(solution, data, len(data), result)
        return self.outcome(result)

    def outcome(self, result: "Array[c_char]") -> tuple:
        """What a result says; its texts are freed."""
        status, number, parse_ns, part1_ns, part2_ns, size1, size2, address, room = RESULT.unpack(result)
        texts = room
        if address:
            try:
                texts = string_at(address, size1 + (0 if size2 == NONE else size2))
            finally:
                self._free(address)
        first = texts[:size1].decode()
        if status == 0:
            second = None if size2 == NONE else texts[size1 : size1 + size2].decode()
            return "solved", first, second, parse_ns, part1_ns, part2_ns
        if status == 1:
            return "invalid", number, first
        if status == 2:
            return "no answer", number, first
        return "failed", first


def flags() -> str:
    """The runtime's. Ctrl-C belongs to Python; no timer, no idle collection: one solution runs at a time."""
    limit = int(os.environ.get("THREEFOLD_MEMORY_LIMIT", DEFAULT_MEMORY_LIMIT))
    return f"-M{limit} -K{limit // 4} -A2m -V0 -I0 --install-signal-handlers=no"


@cache
def built() -> dict:
    """What `cabal_build.py` wrote: the compiler, and each folder's library and puzzles."""
    try:
        return json.loads((LIB / "built.json").read_text())
    except FileNotFoundError:
        raise ImportError(
            "no folder of it is built: `nox -s dev` does that, or `python cabal_build.py` in haskell/"
        ) from None


@cache
def runtime() -> Runtime:
    path = LIB / built()["folders"]["threefold-haskell"]["library"]
    if not path.exists():
        raise NotBuilt("the runtime is not built: `nox -s dev` says why")
    try:
        return Runtime(path)
    except OSError as error:
        raise NotBuilt(str(error)) from None


SOLUTIONS: dict[str, int] = {}  # those found so far


def puzzles() -> list[str]:
    """The names of the puzzles that are solved in Haskell, those of folders that are not built too."""
    return [puzzle for folder in built()["folders"].values() for puzzle in folder["puzzles"]]


def solve(puzzle: str, text: str) -> tuple:
    """Solves ``text``, an input of ``puzzle`` in normal form (see ``threefold.core.languages``)."""
    solution = SOLUTIONS.get(puzzle)
    if solution is None:
        try:
            solution = SOLUTIONS[puzzle] = runtime().find(puzzle)
        except NotBuilt as error:
            return "failed", str(error)
    return runtime().solve(solution, text)


def about() -> dict[str, object]:
    """What a report says of this language."""
    found = {key: built()[key] for key in ("version", "flags")}
    return {"title": "Haskell", "order": 3, **found, "runtime": flags()}
