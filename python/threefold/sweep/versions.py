"""What a sweep runs, as digests by name: two machines whose digests are the same would find the same.

``python -m threefold.sweep.versions`` reads as JSON which languages are asked for which puzzles, and prints
their digests: a process of its own, since a plug-in that is loaded may do anything.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from ..core import catalogue, languages
from ..core.languages import Language
from ..measure.digests import digest
from ..workshop.rebuilding import stale
from ..workshop.scaffold import checkout

HOST = ("core", "sweep")  # what makes and judges inputs
UNBUILT = "not built of the sources that are there: "  # instead of a digest; then come folders


def versions(asked: dict[str, list[str]]) -> dict[str, str]:
    """The digests of the host and of each language, for the puzzles that each solves."""
    declared = {one.name: one for one in languages.declared()}
    chosen = languages.introduced(declared[name] for name in asked if name in declared)
    found = {"threefold": _of_files(_host())}
    found |= {one.name: _of_language(one, asked[one.name]) for one in chosen if not one.trouble}
    return {name: found.get(name, "not here") for name in ("threefold", *asked)}


def told(asked: dict[str, list[str]]) -> dict[str, str]:
    """`versions`, in a process of its own. Raises `subprocess.CalledProcessError` where that fails."""
    command = [sys.executable, "-P", "-m", __spec__.name]
    done = subprocess.run(command, input=json.dumps(asked), stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


def _of_language(language: Language, puzzles: Collection[str]) -> str:
    """By the sources of each solution, if what runs is built of them; without any, by the whole package."""
    top = checkout()
    folders = sorted({name.partition("/")[0] for name in puzzles})
    if top and (old := stale(language.name, top, folders)):
        return UNBUILT + ", ".join(old)
    found = sha256()
    for name in puzzles:
        puzzle = catalogue.find(name)
        sources = digest(puzzle, language.name, language.about)
        found.update(f"{name} {sources or 'in a package'}\n".encode())
        found.update((puzzle.folder / "generate.py").read_bytes())
        if not sources:
            found.update(_of_files(_package(language)).encode())
    return found.hexdigest()[:10]


def _host() -> Iterator[Path]:
    top = Path(__file__).parents[1]
    return (path for wing in HOST for path in (top / wing).glob("*.py"))


def _package(language: Language) -> Iterator[Path]:
    """The files of the package that a plug-in's module is in, or the module's own."""
    spec = find_spec(language.entry.module.partition(".")[0])
    for place in (spec and spec.submodule_search_locations) or []:
        yield from (
            path for path in Path(place).rglob("*") if path.is_file() and "__pycache__" not in path.parts
        )
    if spec and spec.origin and not spec.submodule_search_locations:
        yield Path(spec.origin)


def _of_files(paths: Iterable[Path]) -> str:
    found = sha256()
    for path in sorted(paths):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:10]


if __name__ == "__main__":
    print(json.dumps(versions(json.load(sys.stdin))))
