"""threefold's Rust solutions: a library a folder, loaded by a thin binding when first asked for."""

import json
from pathlib import Path

from .binding import register, solve

LIB = Path(__file__).parent / "lib"
if not (LIB / "built.json").exists():
    raise ImportError("no folder of it is built: `nox -s dev` does that, or `python cargo_build.py` in rust/")
# What `cargo_build.py` wrote: the compiler, and each folder's library and puzzles.
BUILT = json.loads((LIB / "built.json").read_text())

register(
    {
        puzzle: str(LIB / folder["library"])
        for folder in BUILT["folders"].values()
        for puzzle in folder["puzzles"]
    }
)


def puzzles() -> list[str]:
    """The names of the puzzles that are solved in Rust, those of folders that are not built too."""
    return [puzzle for folder in BUILT["folders"].values() for puzzle in folder["puzzles"]]


def about() -> dict[str, object]:
    """What a report says of this language."""
    return {"title": "Rust", "order": 2, "version": BUILT["version"], "flags": BUILT["flags"]}


__all__ = ["about", "puzzles", "solve"]
