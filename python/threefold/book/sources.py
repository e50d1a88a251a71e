"""Where a puzzle's solutions stand in a checkout, and what their lines look like in colour."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ..core import catalogue
from ..core.catalogue import Puzzle
from ..workshop.scaffold import Place
from .stages import Piece, Unreadable, stages

TITLES = {"python": "Python", "rust": "Rust", "haskell": "Haskell"}


def path(puzzle: str, language: str) -> str:
    """A solution's path from the checkout's top, whether it is there or not."""
    return Place(*puzzle.split("/")).files(language)[0]


MARKS = re.compile(r'\s*(?://[!/] ?|-- \|? ?|--$|/\*[!*] ?|\{- \|? ?|r?""")')  # at the start of a line

KEPT = (" ", ">", "* ", "- ")  # what begins a line that is not run on into the next


@dataclass(frozen=True)
class Block:
    """Neighbouring pieces of one stage, shown in one."""

    pieces: tuple[Piece, ...]

    @property
    def first(self) -> int:
        return self.pieces[0].first

    @property
    def last(self) -> int:
        return self.pieces[-1].last

    @property
    def lines(self) -> range:
        """As list indices, from 0."""
        return range(self.first - 1, self.last)


@dataclass(frozen=True)
class Source:
    """One solution's file."""

    language: str
    path: str
    text: str
    parts: int

    @property
    def title(self) -> str:
        return TITLES[self.language]

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def stages(self) -> dict[str, list[Block]]:
        """By stage, what stands in it; neighbours, with nothing but blank lines between, are one block."""
        try:
            found = stages(self.language, self.text, self.parts)
        except Unreadable as error:
            raise Unreadable(f"{self.path}: {error}") from None
        return {stage: list(self._blocks(pieces)) for stage, pieces in found.items()}

    def _blocks(self, pieces: list[Piece]) -> Iterator[Block]:
        together: list[Piece] = []
        for piece in pieces:
            if together and any(line.strip() for line in self.lines[together[-1].last : piece.first - 1]):
                yield Block(tuple(together))
                together = []
            together.append(piece)
        if together:
            yield Block(tuple(together))

    @cached_property
    def says(self) -> list[tuple[str, str]]:
        """The module's comment without its marks: paragraphs ("p"), and what keeps its lines ("pre")."""
        blocks = self.stages["about"]
        lines = [MARKS.sub("", self.lines[at], count=1).rstrip() for block in blocks for at in block.lines]
        lines = [line.removesuffix('"""').removesuffix("*/") for line in lines]
        said: list[tuple[str, str]] = []
        for (blank, kept), group in groupby(
            lines, key=lambda line: (not line.strip(), line.startswith(KEPT))
        ):
            part = list(group)
            if not blank:
                unmarked = [line.removeprefix(">").removeprefix(" ") for line in part]
                said.append(("pre", "\n".join(unmarked)) if kept else ("p", " ".join(part)))
        return said

    def shared(self, stage: str) -> list[str]:
        """The names of the helpers that a stage uses."""
        return sorted(
            {name for block in self.stages[stage] for piece in block.pieces for name in piece.shared}
        )

    @cached_property
    def html(self) -> list[str]:
        """The lines in colour, as HTML."""
        return coloured(self.language, self.text)


def coloured(language: str, text: str) -> list[str]:
    """The lines of a source as HTML; for little weight, all that has no colour is plain text."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name
    from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType

    kinds = {
        Comment: "c",
        Comment.Preproc: "b",
        Keyword: "k",
        Keyword.Constant: "m",
        Keyword.Type: "t",
        Name.Builtin: "b",
        Name.Class: "t",
        Name.Decorator: "b",
        Name.Function: "f",
        Number: "m",
        Operator.Word: "k",
        String: "s",
        String.Doc: "c",
    }

    class Few(HtmlFormatter[str]):
        def _get_css_class(self, token: _TokenType) -> str:
            while token not in kinds and token.parent:
                token = token.parent
            return kinds.get(token, "")

    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=True)
    lines = highlight(text, lexer, Few(nowrap=True)).removesuffix("\n").split("\n")
    wanted = text.split("\n")
    # The lexer ends lines at a carriage return too: then plain lines will do, for their numbers are right.
    return (
        lines
        if len(lines) in (len(wanted), len(wanted) - 1) and "\r" not in text
        else [html.escape(line) for line in wanted]
    )


def solutions(puzzle: Puzzle) -> dict[str, Source]:
    """The sources of a puzzle's solutions, by language; the languages that lack it are left out."""
    top = catalogue.root().parent
    found = {}
    for language in TITLES:
        where = path(puzzle.name, language)
        if (top / where).is_file():
            text = (top / where).read_text(encoding="utf-8")
            found[language] = Source(language, where, text, int(puzzle.meta.get("parts", 2)))
    return found
