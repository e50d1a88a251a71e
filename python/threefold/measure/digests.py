"""What a figure depends on, as a short digest: where it is still the same, nothing need be measured again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..core import catalogue
from ..core.catalogue import Puzzle
from ..core.languages import Language
from ..workshop.scaffold import Place, checkout, unwritten

IMPORTS = {  # what names modules, by the ending of a source's name
    ".py": re.compile(r"^\s*(?:from|import)\s.*", re.MULTILINE),
    ".rs": re.compile(r"^\s*(?:pub )?(?:use|mod)\b[^;]*;|\b\w+::", re.MULTILINE),
    ".hs": re.compile(r"^import\s.*", re.MULTILINE),
}
ROOTS = (
    "__init__",
    "lib",
    "mod",
    "main",
    "Contract",
)  # they list modules, or are the border: the same for every puzzle


def digest(puzzle: Puzzle, language: str, about: Mapping[str, Any]) -> str:
    """Of a solution, the shared modules that it imports, the generator, the size, the compiler, its flags.

    Empty outside of a checkout, and for a language whose files we don't know.
    """
    top = checkout()
    path = Place(*puzzle.name.split("/")).solution(language)
    if not top or not path or not (top / path).is_file():
        return ""
    compiler = [str(about.get(key)) for key in ("version", "flags", "runtime")]
    found = sha256("\n".join([*compiler, str(puzzle.size)]).encode())
    for source in [puzzle.folder / "generate.py", *sorted(sources(top / path))]:
        found.update(source.read_bytes())
    return found.hexdigest()[:10]


def stale(puzzle: Puzzle, languages: Iterable[Language], known: Mapping[str, str]) -> str:
    """Why a puzzle is to be measured again, by the digests that it was measured with, by language.

    Empty where nothing has changed. What is still to be written is no language's reason.
    """
    if not known:
        return "is new"
    present = [
        one for one in languages if puzzle.name in one.puzzles and not unwritten(puzzle.name, one.name)
    ]
    changed = [one.name for one in present if known.get(one.name) != digest(puzzle, one.name, one.about)]
    return f"{', '.join(changed)} changed" if changed else ""


def sources(solution: Path) -> set[Path]:
    """A solution's file, what lies in a folder of its name, and the shared modules that these import."""
    shared = _shared(solution.suffix, str(checkout()))
    own = {solution, *solution.with_suffix("").glob(f"*{solution.suffix}")}
    found: set[Path] = set()
    while own:
        found |= own
        words = {word for source in own for word in _imported(source)}
        own = {path for word in words & shared.keys() for path in shared[word]} - found
    return found


def _imported(source: Path) -> Iterator[str]:
    """The words of import statements, the names of modules among them."""
    for statement in IMPORTS[source.suffix].findall(source.read_text(encoding="utf-8")):
        yield from re.findall(r"\w+", statement)


@cache
def _shared(suffix: str, top: str) -> dict[str, list[Path]]:
    """By its name, each module of a language that is no puzzle's solution."""
    folder = {".py": "python/threefold_python", ".rs": "rust", ".hs": "haskell"}[suffix]
    places = [Place(*name.split("/")) for name in catalogue.puzzles()]
    solutions = {path for place in places for path in place.files("python", "rust", "haskell")}
    found: dict[str, list[Path]] = {}
    for path in Path(top, folder).rglob(f"*{suffix}"):
        parts = path.relative_to(top).parts
        if {"dist-newstyle", "dist-checked", "target", "tests", "laws", "foreign", "binding"} & set(parts):
            continue
        if path.stem not in ROOTS and "/".join(parts) not in solutions:
            found.setdefault(path.stem, []).append(path)
    return found
