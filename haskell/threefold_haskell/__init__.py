"""threefold's Haskell solutions: GHC's runtime and a shared object, loaded into this process."""

import json
import os
from ctypes import CDLL, Array, c_char, c_char_p, c_int, c_size_t, c_void_p, string_at
from functools import cache
from pathlib import Path
from struct import Struct

DEFAULT_MEMORY_LIMIT = 4 << 30


# What a call leaves behind (see Foreign.hs): status, number, three times, two sizes, an address, room.
RESULT = Struct("=8Q128s")
Result = c_char * RESULT.size
NONE = 2**64 - 1  # the size of a second text that is not there


class Library:
    """A loaded shared object, its runtime started. A process can hold one."""

    def __init__(self, path: Path):
        library = CDLL(str(path))
        limit = int(os.environ.get("THREEFOLD_MEMORY_LIMIT", DEFAULT_MEMORY_LIMIT))
        # Ctrl-C belongs to Python; no timer, no idle collection: one solution runs at a time.
        flags = f"-M{limit} -K{limit // 4} -A2m -V0 -I0 --install-signal-handlers=no"
        self.flags = c_char_p(flags.encode())  # the runtime keeps the pointer
        library.threefold_start.argtypes = [c_char_p]
        library.threefold_start(self.flags)
        self._solve = library.threefold_solve
        self._solve.argtypes = [c_int, c_char_p, c_size_t, c_void_p]
        self._free = library.threefold_free
        self._free.argtypes = [c_void_p]
        library.threefold_names.argtypes = [c_void_p]
        names = Result()
        library.threefold_names(names)
        _, listed, *_ = self.outcome(names)
        self.index = {name: index for index, name in enumerate(listed.splitlines())}

    def solve(self, puzzle: str, text: str) -> tuple:
        data = text.encode()
        result = Result()
        self._solve(self.index[puzzle], data, len(data), result)
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
    """Solves ``text``, an input of ``puzzle`` in normal form (see ``threefold.core.languages``)."""
    return library().solve(puzzle, text)


def about() -> dict[str, object]:
    """What a report says of this language."""
    built = json.loads((Path(__file__).parent / "lib" / "about.json").read_text())
    return {"title": "Haskell", "order": 3, **built, "runtime": library().flags.value.decode()}
