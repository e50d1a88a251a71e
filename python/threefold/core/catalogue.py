"""The puzzles: folders with a statement, a generator and cases, and no language's solution."""

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from glob import glob
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

from .days import Day, NoDay

FLOOR = "teaching/hello"  # it does no work: its time is what crossing the border costs


class UnknownPuzzle(LookupError):
    """No puzzle has that name."""


@dataclass(frozen=True)
class Case:
    """A small input of our own, and what must come out.

    One case of a puzzle is its page's example; ``walk`` says in a sentence how that comes to its answers.
    """

    name: str
    input: str
    part1: str | None = None
    part2: str | None = None
    invalid_line: int | None = None
    no_answer_part: int | None = None
    example: bool = False
    walk: str = ""


@dataclass(frozen=True)
class Puzzle:
    """A folder below ``puzzles/``, read when first needed."""

    name: str
    folder: Path

    @cached_property
    def _page(self) -> tuple[dict[str, Any], str]:
        import yaml

        text = (self.folder / "puzzle.md").read_text(encoding="utf-8")
        _, front, body = re.split(r"^---$", text, maxsplit=2, flags=re.MULTILINE)
        return yaml.load(front, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), body.strip()

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter: ``title``, ``link``, ``size``, ``parts``, ``tags``, ``ideas``, ``growth``."""
        return self._page[0]

    @property
    def body(self) -> str:
        """The page itself, in Markdown."""
        return self._page[1]

    @cached_property
    def title(self) -> str:
        """Its title; a plain one, as almost all are, without YAML, which takes 40 times as long."""
        with (self.folder / "puzzle.md").open(encoding="utf-8") as page:
            plain = re.match(r"---\ntitle: (\w[\w ,!?'-]*)\n", page.read(120))
        return plain[1] if plain else str(self.meta["title"])

    @property
    def size(self) -> int:
        """The official size, in the generator's unit."""
        return int(self.meta["size"])

    @cached_property
    def cases(self) -> list[Case]:
        with (self.folder / "cases.toml").open("rb") as file:
            return [Case(**case) for case in tomllib.load(file)["case"]]

    @cached_property
    def _generator(self) -> ModuleType:
        return self._module("generate")

    @cached_property
    def peers(self) -> ModuleType | None:
        """The other programs that answer the same question (see `threefold.measure.peers`), if any."""
        return self._module("peers") if (self.folder / "peers.py").is_file() else None

    @cached_property
    def pictures(self) -> ModuleType | None:
        """What draws its picture for the book (see `threefold.book.drawings`), if anything."""
        return self._module("picture") if (self.folder / "picture.py").is_file() else None

    @property
    def example(self) -> Case | None:
        """The case that its page shows."""
        return next((case for case in self.cases if case.example), None)

    def _module(self, stem: str) -> ModuleType:
        """A Python file of the folder, run."""
        name = f"threefold_{stem}_" + re.sub(r"\W", "_", self.name)
        spec = spec_from_file_location(name, self.folder / f"{stem}.py")
        assert spec and spec.loader
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def generate(self, rng: Random, size: int | None = None) -> str:
        """An input in normal form, of the official size unless told otherwise."""
        return str(self._generator.generate(rng, self.size if size is None else size))


def root() -> Path:
    """The folder ``puzzles/``: ``THREEFOLD_PUZZLES``, the checkout's, or the installed copy."""
    chosen = os.environ.get("THREEFOLD_PUZZLES")
    return Path(chosen) if chosen else _own_root()


@cache
def _own_root() -> Path:
    here = Path(__file__).resolve()
    checkout = here.parents[3] / "puzzles"
    return checkout if checkout.is_dir() else here.parents[1] / "_puzzles"


def puzzles() -> dict[str, Puzzle]:
    """Every puzzle by its name, in the order of the names."""
    top = root()
    pages = glob("*/*/puzzle.md", root_dir=top)
    names = sorted(os.path.dirname(page).replace(os.sep, "/") for page in pages)
    return {name: Puzzle(name, top / name) for name in names}


def title(name: str) -> str:
    """A puzzle's title; empty where there is no such puzzle, for results may be older than the catalogue."""
    known = puzzles().get(name)
    return known.title if known else ""


def find(name: str) -> Puzzle:
    """The puzzle of that name: ``aoc2021/day06``, ``2021/6`` or ``hello``. Raises `UnknownPuzzle`."""
    found = list(select([name]))
    if len(found) != 1:
        raise UnknownPuzzle(f"no single puzzle is called {name!r}: `threefold list` names them")
    return found[0]


def select(names: list[str]) -> Iterator[Puzzle]:
    """The puzzles that the names mean; a folder (``2021``, ``teaching``) means all in it, no name means all.

    Raises `UnknownPuzzle` for a name that means none.
    """
    everything = puzzles()
    chosen = set()
    for name in names:
        matching = {known for known in everything if _means(name, known)}
        if not matching:
            raise UnknownPuzzle(f"no puzzle is called {name!r}: `threefold list` names them")
        chosen |= matching
    return (puzzle for known, puzzle in everything.items() if not names or known in chosen)


def spellings(known: str) -> list[str]:
    """What a puzzle may be called, its shortest name first."""
    if date := dated(known):
        year, day = date
        return list(dict.fromkeys((f"{year}/{day}", f"{year}/{day:02}", known)))
    return [known.partition("/")[2], known]


def dated(known: str) -> Day | None:
    """The day of a puzzle of Advent of Code."""
    try:
        return Day.named(known) if known.startswith("aoc") else None
    except NoDay:
        return None


def _means(name: str, known: str) -> bool:
    folder, _, puzzle = known.partition("/")
    if date := re.fullmatch(r"(\d{4})(?:/(\d{1,2}))?", name):
        year, day = date.groups()
        return folder == f"aoc{year}" and (day is None or puzzle == f"day{int(day):02}")
    return name in (known, folder) or (name == puzzle and not folder.startswith("aoc"))
