"""Guides for readers of Python: what an idiom of another language means, and where a page first uses it.

A guide is a file of `docs/reading/`: idioms, each with a tree-sitter query whose capture `@here` is what a
page links, and the puzzle that its line is taken from.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from . import stages
from .sources import Source

if TYPE_CHECKING:
    from tree_sitter import Node, Query


class Unfound(Exception):
    """A guide has an idiom that the language's grammar or its puzzle does not; the text says which."""


@dataclass(frozen=True)
class Use:
    """Where an idiom stands in a source: line and columns in characters, from 0."""

    line: int
    first: int
    last: int


@dataclass(frozen=True)
class Idiom:
    """An entry of a guide: ``like`` is a pattern for the line of ``puzzle`` next to ``python``."""

    title: str
    query: str
    puzzle: str
    python: str
    text: str
    like: str = ""
    lines: int = 1

    @property
    def place(self) -> str:
        """Its place on the guide's page: its title in small letters, signs by their numbers."""
        sign = self.title.partition(":")[0]
        return "on-" + "".join(
            one if one.isalnum() and one.isascii() else f"-{ord(one):x}" for one in sign.lower()
        )

    def shown(self, guide: Guide, source: Source) -> range:
        """The lines that show it, from 0. Raises `Unfound`."""
        for line in sorted(node.start_point[0] for node in guide.nodes(source).get(self.title, ())):
            if re.search(self.like, source.lines[line].strip()):
                return range(line, line + self.lines)
        raise Unfound(
            f"{guide.language}.toml: {self.title!r}: no line of {source.path} is like {self.like!r}"
        )


@dataclass(frozen=True)
class Guide:
    """All idioms of one language, in the order of its file."""

    language: str
    title: str
    text: str
    idioms: tuple[Idiom, ...]

    @cached_property
    def _query(self) -> Query:
        from tree_sitter import Language, Query, QueryError

        language = Language(import_module(stages.GRAMMARS[self.language].module).language())
        try:
            return Query(language, "\n".join(idiom.query for idiom in self.idioms))
        except QueryError:
            for idiom in self.idioms:
                try:
                    Query(language, idiom.query)
                except QueryError as error:
                    raise Unfound(f"{self.language}.toml: {idiom.title!r}: {error}") from error
            raise

    def nodes(self, source: Source) -> dict[str, list[Node]]:
        """Where a source uses the idioms, by title."""
        from tree_sitter import QueryCursor

        found: dict[str, list[Node]] = {}
        for pattern, captures in QueryCursor(self._query).matches(stages.tree(self.language, source.text)):
            found.setdefault(self.idioms[pattern].title, []).extend(captures.get("here", ()))
        return found

    def first(self, source: Source) -> dict[int, list[tuple[Use, Idiom]]]:
        """By line, what a page links there: each idiom where it is first met, in the order of the stages."""
        shown = [blocks for stage, blocks in source.stages.items() if stage not in SKIPPED]
        order = [line for blocks in shown for block in blocks for line in block.lines]
        rank = {line: at for at, line in enumerate(order)}
        nodes = self.nodes(source)
        linked: dict[int, list[tuple[Use, Idiom]]] = {}
        for idiom in self.idioms:
            placed = ((node.start_point, node) for node in nodes.get(idiom.title, ()))
            ranked = [(rank[line], column, node) for (line, column), node in placed if line in rank]
            if ranked:
                use = _use(source, min(ranked, key=lambda one: one[:2])[2])
                linked.setdefault(use.line, []).append((use, idiom))
        return linked


SKIPPED = ("about", "imports", "tests")


def _use(source: Source, node: Node) -> Use:
    """A node's place; of one that goes on in another line, what stands in its first."""
    (line, first), (end, last) = node.start_point, node.end_point
    text = source.lines[line].encode()
    stop = last if end == line else len(text)
    return Use(line, len(text[:first].decode()), len(text[:stop].decode()))


def guides(folder: Path) -> dict[str, Guide]:
    """The guides of a folder, by language."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
        idioms = tuple(Idiom(**entry) for entry in entries["idiom"])
        found[path.stem] = Guide(path.stem, entries["title"], entries["text"], idioms)
    return found


def marked(html: str, uses: Iterable[tuple[Use, str]]) -> str:
    """A line's HTML with links around what is used: each from its column to its end, or to the next tag.

    The second of a pair is the link's opening tag. Of two in one place the first is kept.
    """
    opening: dict[int, tuple[int, str]] = {}
    for use, tag in sorted(uses, key=lambda one: one[0].first):
        if all(use.first >= last for last, _ in opening.values()):
            opening[use.first] = (use.last, tag)
    return "".join(_linked(html, opening))


def _linked(html: str, opening: Mapping[int, tuple[int, str]]) -> Iterator[str]:
    column, until = 0, -1
    for piece in re.findall(r"<[^>]*>|&[^;]*;|[^<&]", html):
        if piece.startswith("<"):
            if until >= 0:
                yield "</a>"
                until = -1
            yield piece
            continue
        if column in opening:
            until, tag = opening[column]
            yield tag
        yield piece
        column += 1
        if until == column:
            yield "</a>"
            until = -1
    if until >= 0:
        yield "</a>"
