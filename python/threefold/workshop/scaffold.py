"""A puzzle's files: where they are, what they say at first, and which lists name them.

All that is data, in ``layout.toml``. Only a checkout has these files.
"""

import fcntl
import json
import keyword
import os
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from string import Template
from typing import Any

from ..core import catalogue
from ..core.contract import UNWRITTEN
from ..core.days import Day, NoDay

CLOSERS = ("}", "]", ")", "];")


class CannotWrite(Exception):
    """A puzzle can't be laid out; the text says why, and nothing has been written."""


@dataclass(frozen=True)
class Place:
    """Where a puzzle belongs: ``aoc2026/day01`` or ``teaching/two-words``."""

    folder: str
    stem: str

    @classmethod
    def of(cls, name: str) -> "Place":
        """The place that a name means, whether there is a puzzle or not. Raises `CannotWrite`."""
        try:
            day = Day.named(name)
        except NoDay as error:
            raise CannotWrite(f"{name}: {error}") from None
        if day:
            return cls(*day.name.split("/"))
        words = re.fullmatch(r"([a-z][a-z0-9]{,11})/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)", name)
        if not words or len(words[2]) > 30 or name.startswith("aoc"):
            raise CannotWrite(f"{name}: a name is 2026/1, or folder/some-words in small letters, and short")
        place = cls(*words.groups())
        taken = keyword.kwlist + layout()["taken"]["modules"]
        if place.module in taken or place.folder in taken + layout()["taken"]["folders"]:
            raise CannotWrite(f"{name}: a name that a language or threefold itself needs for something else")
        return place

    @property
    def name(self) -> str:
        return f"{self.folder}/{self.stem}"

    @property
    def day(self) -> Day | None:
        """The day of Advent of Code, where it is one."""
        return Day.named(self.name)

    @property
    def module(self) -> str:
        return self.stem.replace("-", "_")

    @cached_property
    def names(self) -> dict[str, str]:
        """What stands for the place in the layout."""
        return {
            "name": self.name,
            "folder": self.folder,
            "module": self.module,
            "Folder": self.folder.capitalize(),
            "Module": "".join(word.capitalize() for word in self.stem.split("-")),
        }

    def files(self, *kinds: str) -> list[str]:
        """The paths, below the checkout, of what languages (or ``puzzle``, what they share) have of it."""
        files = (one for kind in kinds for one in layout()[kind]["files"])
        return [Template(one["path"]).substitute(self.names) for one in files]

    def solution(self, language: str) -> str | None:
        """The path of the solution, below the checkout; none for a language that the layout doesn't know."""
        if language not in languages():
            return None
        return Template(layout()[language]["files"][0]["path"]).substitute(self.names)


@cache
def layout() -> dict[str, dict[str, Any]]:
    """What stands in ``layout.toml``."""
    return tomllib.loads(Path(__file__).with_name("layout.toml").read_text(encoding="utf-8"))


def languages() -> list[str]:
    """The languages whose files we know."""
    return [kind for kind in layout() if kind not in ("puzzle", "taken")]


def checkout() -> Path | None:
    """The checkout whose ``puzzles/`` are used; none where an installed copy is."""
    return _checkout(catalogue.root())


@cache
def _checkout(puzzles: Path) -> Path | None:
    root = puzzles.parent
    return root if (root / "noxfile.py").is_file() and (root / "python").is_dir() else None


def unwritten(puzzle: str, *chosen: str) -> list[str]:
    """Where these languages' solutions still answer that they are to be written: ``path:line``."""
    solutions = [path for one in chosen if (path := Place(*puzzle.split("/")).solution(one))]
    return _saying(f'"{UNWRITTEN}"', solutions)


def ungenerated(puzzle: str) -> list[str]:
    """Where a puzzle's generator still raises that it is to be written: ``path:line``."""
    return _saying(f'{UNWRITTEN}")', [f"puzzles/{puzzle}/generate.py"])


def left(puzzle: str) -> list[str]:
    """Every place in a puzzle's files that is still to be written: ``path:line``."""
    return _saying(UNWRITTEN, Place(*puzzle.split("/")).files("puzzle", *languages()))


def _saying(words: str, paths: list[str]) -> list[str]:
    root = checkout()
    found = []
    for path in paths if root else ():
        try:
            with open(f"{root}/{path}", "rb") as file:
                text = file.read().lower()
        except OSError:
            continue  # not there: a solution in other languages only, say
        if words.encode() in text:
            lines = enumerate(text.splitlines(), 1)
            found += [f"{path}:{number}" for number, line in lines if words.encode() in line]
    return found


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """One at a time in a checkout: of two, the second has to see what the first has added to the lists."""
    descriptor = os.open(root, os.O_RDONLY)
    try:
        with suppress(OSError):  # there are file systems without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@dataclass
class Plan:
    """What is to be written, and to which end; nothing is until `write`."""

    root: Path
    texts: dict[str, str] = field(default_factory=dict)
    created: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)

    def text(self, path: str) -> str | None:
        """What a file holds, or will hold."""
        if path not in self.texts:
            try:
                return (self.root / path).read_text(encoding="utf-8")
            except FileNotFoundError:
                return None
            except (OSError, UnicodeDecodeError) as error:
                raise CannotWrite(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from None
        return self.texts[path]

    def create(self, path: str, text: str) -> bool:
        """A new file, unless there is one."""
        if self.text(path) is not None:
            return False
        self.texts[path] = text
        self.created.append(path)
        return True

    def add_line(self, path: str, line: str, below: list[str], known: str, append: bool) -> None:
        text = self.text(path)
        self._change(path, text and with_line(text, line, below, known, append), line, below[-1] or below[0])

    def add_block(self, path: str, block: str, known: str, before: str | None, key: str | None) -> None:
        text = self.text(path)
        self._change(path, text and with_block(text, block, known, before, key), block, "")

    def _change(self, path: str, changed: str | None, addition: str, heading: str) -> None:
        if changed is None:
            where = f", below `{heading.strip()}`" if heading else ""
            self.by_hand.append(f"add to {path}{where}:\n{addition.rstrip()}")
        elif changed != self.text(path):
            self.texts[path] = changed
            if path not in self.created and path not in self.listed:
                self.listed.append(path)

    def write(self) -> None:
        """All of it or nothing. Raises `CannotWrite`."""
        before: dict[str, bytes] = {}
        made: list[Path] = []
        try:
            before |= {path: (self.root / path).read_bytes() for path in self.listed}
            for path, text in self.texts.items():
                target = self.root / path
                made += [folder for folder in target.parents if not folder.exists()]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.with_name(target.name + ".new").write_text(text, encoding="utf-8")
            for path in self.texts:
                target = self.root / path
                target.with_name(target.name + ".new").replace(target)
        except BaseException as error:
            stuck = [path for path in self.texts if not self._undone(path, before.get(path))]
            for folder in sorted(set(made), reverse=True):
                with suppress(OSError):
                    folder.rmdir()
            if isinstance(error, OSError):
                end = f"{', '.join(stuck)} could not be undone" if stuck else "nothing was written"
                raise CannotWrite(f"{error.filename}: {error.strerror}; {end}") from None
            raise

    def _undone(self, path: str, before: bytes | None) -> bool:
        """Makes a file what it was, nothing for one that is new; could that be done?"""
        target = self.root / path
        try:
            if target.with_name(target.name + ".new").exists():
                target.with_name(target.name + ".new").unlink()
            if path in self.created and target.exists():
                target.unlink()
            elif before is not None and target.read_bytes() != before:
                target.write_bytes(before)
        except OSError:
            return False
        return True


@dataclass(frozen=True)
class Order:
    """A puzzle that is to be laid out, in some languages."""

    place: Place
    title: str
    parts: int
    chosen: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0 < len(self.title) <= 60 or not self.title.isprintable() or set('"\\') & set(self.title):
            raise CannotWrite('a title is a line of 1 to 60 characters, without " and \\')
        if (day := self.place.day) and self.parts != day.parts:
            raise CannotWrite(f"{self.place.name} has {day.parts} part{'s' * (day.parts > 1)}")

    @cached_property
    def names(self) -> dict[str, str]:
        aoc = self.place.day
        plain = re.fullmatch(r"[A-Za-z][\w ,.!?'()-]*", self.title) and self.title.lower() not in YAML_WORDS
        return self.place.names | {
            "title": self.title,
            "yaml_title": self.title if plain else json.dumps(self.title, ensure_ascii=False),
            "link": f"link: https://adventofcode.com/{aoc.year}/day/{aoc.day}\n" if aoc else "",
            "heading": f"Advent of Code {aoc.year}" if aoc else f"Puzzles of the folder {self.place.folder}",
            "parts": str(self.parts),
        }

    def plan(self, root: Path) -> Plan:
        """What has to be written for it; what there is already stays as it is."""
        plan = Plan(root)
        for kind in ("puzzle", *self.chosen):
            self._plan(kind, plan)
        return plan

    def _plan(self, kind: str, plan: Plan) -> None:
        data = layout()[kind]
        names = dict(self.names)

        def filled(text: str) -> str:
            return Template(text).substitute(names)

        variants = data.get("one" if self.parts == 1 else "two", {})
        names |= {key: filled(text) for key, text in variants.items()}
        for one in data["files"]:
            path = filled(one["path"])
            if not plan.create(path, filled(one["text"])):
                plan.kept.append(path)
        for one in data.get("folder", []):
            plan.create(filled(one["path"]), filled(one["text"]))
        for one in data.get("blocks", []):
            before = one.get("before")
            key = filled(one["key"]) if "key" in one else None
            plan.add_block(filled(one["path"]), filled(one["text"]), filled(one["known"]), before, key)
        for one in data.get("lists", []):
            line = filled(one["line"])
            known = filled(one.get("known", one["line"]))
            below = [filled(heading) for heading in one["below"]]
            plan.add_line(filled(one["path"]), line, below, known.strip(" ,["), one.get("append", False))


YAML_WORDS = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


def with_line(text: str, line: str, below: list[str], known: str, append: bool = False) -> str | None:
    """The text with a line more in the list that stands below the headings; None where it is no such list.

    Nothing changes where a line of the list has what is ``known``. Lines that end in a comma all do, or in
    Haskell (``[ a,``) all but the last.
    """
    lines = text.split("\n")
    start = 0
    for heading in below:
        if heading not in lines[start:]:
            return None
        start = lines.index(heading, start) + 1
    indent = _indent(line)
    end = start
    while end < len(lines) and _indent(lines[end]) >= indent and lines[end].strip() not in ("", *CLOSERS):
        end += 1
    listed = [one for one in lines[start:end] if one.strip() != "["]  # which stands alone in an empty list
    if any(_names(known, one) for one in listed):
        return text
    closed = end < len(lines) and lines[end].strip() in CLOSERS
    changed: list[str] | None
    if line.lstrip().startswith("[ "):
        changed = _bracketed(listed, line, indent) if closed else None
    elif line.endswith(","):
        even = closed and all(one.endswith(",") for one in listed)
        changed = _inserted(listed, line, append) if even else None
    else:
        changed = _inserted(listed, line, append)
    return None if changed is None else "\n".join([*lines[:start], *changed, *lines[end:]])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _names(known: str, line: str) -> bool:
    """Does the line hold these words, and not only as a part of longer ones?"""
    return re.search(rf"(?<![\w.-]){re.escape(known)}(?![\w.-])", line) is not None


def _bracketed(listed: list[str], line: str, indent: int) -> list[str] | None:
    """A list of Haskell's: ``[`` before the first, a comma after all but the last."""
    whole = [one.endswith(",") for one in listed]
    if listed and (not listed[0].lstrip().startswith("[ ") or whole != [True] * (len(listed) - 1) + [False]):
        return None
    bare = [one.strip().removeprefix("[ ").removesuffix(",") for one in listed]
    bare = _inserted(bare, line.strip().removeprefix("[ "), append=False)
    last = len(bare) - 1
    return [
        " " * indent + ("  " if at else "[ ") + one + ("" if at == last else ",")
        for at, one in enumerate(bare)
    ]


def _inserted(listed: list[str], line: str, append: bool) -> list[str]:
    """The lines with one more, at the end or in its place among those of its folder."""
    keys = [_key(one) for one in listed]
    folder, _ = key = _key(line)
    smaller = [at for at, other in enumerate(keys) if other[0] == folder and other < key]
    greater = [at for at, other in enumerate(keys) if other[0] == folder and other > key]
    at = len(listed) if append else smaller[-1] + 1 if smaller else greater[0] if greater else len(listed)
    return [*listed[:at], line, *listed[at:]]


def _key(line: str) -> tuple[str, str]:
    """What a line is sorted by: the folder of the puzzle that it names, if it does, and its text."""
    words = re.sub(r"^(import (qualified )?|, )", "", line.strip())
    folder, slash, _ = words.partition("/")
    return (folder if slash else "", words)


def with_block(
    text: str, block: str, known: str, before: str | None = None, key: str | None = None
) -> str | None:
    """The text with a paragraph more; None where the pattern to put it before matches nowhere."""
    if any(line.strip() == known for line in text.splitlines()):
        return text
    if before is None:
        return f"{text.rstrip()}\n\n{block}"
    for found in re.finditer(before, text, re.MULTILINE):
        if key is None or found[1] > key:
            return f"{text[: found.start()]}{block}\n{text[found.start() :]}"
    return None
