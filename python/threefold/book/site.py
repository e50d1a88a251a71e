"""The book as a Sphinx project: what becomes a page, and what stands on it.

Sphinx makes the pages, MyST reads Markdown, Pygments colours code, Pagefind makes the search. Ours are the
alignment of three sources, the figures, and the pages' composition.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup, escape

from ..core import catalogue, units
from ..core.catalogue import Puzzle
from ..core.saving import replaced_folder
from ..core.units import duration
from ..measure.comparison import FLOOR, Comparison
from ..measure.curves import Curve
from ..measure.scaling import Scaling
from . import drawings, figures, ideas, idioms
from .sources import TITLES, Source, coloured, solutions
from .stages import STAGES, Unreadable

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent
SECTIONS = ("What is asked", "Input", "Notes")
PUSHES = {"python": "clean code", "rust": "fast code", "haskell": "a different solution"}
EXAMPLE = "aoc2021/day06"  # on the start page, by its heart in each language
HEARTS = {"python": "grown", "rust": "becomes", "haskell": "x256"}
DAYS = 25  # of an Advent, until 2024; then 12


class Incomplete(Exception):
    """Something that the book is built from is missing; the text says what."""


@dataclass(frozen=True)
class Book:
    """What the pages are made from."""

    puzzles: dict[str, Puzzle]
    comparison: Comparison
    scaling: Scaling
    draft: bool

    @classmethod
    def read(cls, draft: bool) -> Book:
        """What the checkout holds. Raises `Incomplete`, or `Unusable` for results that can't be read."""
        top = catalogue.root().parent
        book = cls(
            catalogue.puzzles(),
            Comparison.read(top / "reference" / "comparison.json"),
            Scaling.read(top / "reference" / "scale.json"),
            draft,
        )
        if gaps := list(book.gaps()) or list(book.heartless()) or ([] if draft else list(book.unread())):
            raise Incomplete("\n".join(gaps))
        return book

    @cached_property
    def sources(self) -> dict[str, dict[str, Source]]:
        return {name: solutions(puzzle) for name, puzzle in self.puzzles.items()}

    @cached_property
    def drawings(self) -> dict[str, str]:
        """The puzzles' own pictures."""
        return {}

    @cached_property
    def curves(self) -> dict[str, dict[str, Curve]]:
        return self.scaling.curves

    def gaps(self) -> Iterator[str]:
        """What is missing, a line each."""
        for name, puzzle in self.puzzles.items():
            for key in ("title", "size", "unit", "tags", "ideas", "growth"):
                if not puzzle.meta.get(key):
                    yield f"{name}: puzzle.md lacks {key!r} in its front matter"
            for section in SECTIONS:
                if not re.search(rf"^## {section}$", puzzle.body, re.MULTILINE):
                    yield f"{name}: puzzle.md lacks the section {section!r}"
            if not self.sources[name]:
                yield f"{name}: no language solves it"
            for source in self.sources[name].values():
                try:
                    _ = source.stages
                except Unreadable as error:
                    yield str(error)
            try:
                _ = self.drawings.get(name) or self.drawings.setdefault(name, drawings.drawing(puzzle))
            except drawings.Undrawable as error:
                yield str(error)
            if not self.draft:
                yield from (f"{name}: {wrong}" for wrong in ideas.unknown(puzzle.meta["tags"], self.roots))
                if not puzzle.example:
                    yield f"{name}: no case of cases.toml is marked as its example"
                yield from self._unmeasured(name)

    def heartless(self) -> Iterator[str]:
        """What the start page lacks."""
        if len(list(self.example())) < len(HEARTS):
            yield f"the start page's example, {EXAMPLE}, lacks one of its functions: {HEARTS}"

    def _unmeasured(self, name: str) -> Iterator[str]:
        for language in self.sources[name]:
            if language not in self.comparison.costs.get(name, {}):
                yield f"{name} in {language}: not in reference/comparison.json; `nox -s reference` measures"
            if language not in self.curves.get(name, {}):
                yield f"{name} in {language}: not in reference/scale.json; `nox -s reference` measures"

    def example(self) -> Iterator[dict[str, Any]]:
        """The start page's example: the heart of one puzzle in each language."""
        costs = self.comparison.costs.get(EXAMPLE, {})
        for language, function in HEARTS.items():
            source = self.sources.get(EXAMPLE, {}).get(language)
            for blocks in source.stages.values() if source else ():
                for piece in (piece for block in blocks for piece in block.pieces if function in piece.names):
                    assert source
                    yield {
                        "language": language,
                        "title": TITLES[language],
                        "push": PUSHES[language],
                        "idea": self.puzzles[EXAMPLE].meta["ideas"][language],
                        "time": duration(costs[language].whole.median) if language in costs else "",
                        "lines": code(source, range(piece.first - 1, piece.last)),
                    }

    def shelves(self) -> dict[str, list[str]]:
        """The puzzles' names by folder."""
        return {
            folder: list(names)
            for folder, names in groupby(self.puzzles, key=lambda name: name.split("/")[0])
        }

    @cached_property
    def roots(self) -> list[ideas.Root]:
        return ideas.roots()

    @cached_property
    def reading(self) -> dict[str, idioms.Guide]:
        """The guides for readers of Python, by language."""
        return idioms.guides(catalogue.root().parent / "docs" / "reading")

    def unread(self) -> Iterator[str]:
        """What the guides lack: in a draft, a puzzle that they name may be missing, or be of another form."""
        for guide in self.reading.values():
            for idiom in guide.idioms:
                source = self.sources.get(idiom.puzzle, {}).get(guide.language)
                try:
                    if source:
                        idiom.shown(guide, source)
                    else:
                        yield f"{guide.language}.toml: {idiom.title!r}: {idiom.puzzle} is not in the book"
                except idioms.Unfound as error:
                    yield str(error)

    def tags(self) -> dict[str, list[str]]:
        """The puzzles' names by idea."""
        found: dict[str, list[str]] = {}
        for name, puzzle in self.puzzles.items():
            for tag in puzzle.meta["tags"]:
                found.setdefault(str(tag), []).append(name)
        return found


Links = dict[
    int, list[tuple[idioms.Use, str]]
]  # by line: what is linked in it, and the tags that open the links


def code(source: Source, lines: Iterable[int], links: Links | None = None) -> Markup:
    """Lines of a source, numbered: each one an element, so that it can be linked to and wrapped by itself."""
    linked = links or {}
    return Markup("").join(
        Markup(
            f'<span class="line" id="{source.language}-{at + 1}" style="--d:{indent(source.lines[at])}">'
            f"{idioms.marked(source.html[at], linked[at]) if at in linked else source.html[at]}\n</span>"
        )
        for at in lines
    )


def reading(language: str) -> str:
    """The page of a language's guide."""
    return f"guides/{language}-for-python-readers"


def idiom_links(app: Sphinx, book: Book, name: str) -> dict[str, Links]:
    """What a puzzle's page links to the guides, by language."""
    found: dict[str, Links] = {}
    for language, source in book.sources[name].items():
        if guide := book.reading.get(language):
            page = app.builder.get_relative_uri(name, reading(language))
            tag = Markup('<a class="idiom" href="{}#{}" title="{}">')
            found[language] = {
                line: [(use, tag.format(page, idiom.place, idiom.title)) for use, idiom in uses]
                for line, uses in guide.first(source).items()
            }
    return found


def indent(line: str) -> int:
    """How many blanks a line begins with; where it is wrapped, it goes on a little to the right of them."""
    return len(line) - len(line.lstrip(" "))


def anchor(tag: str) -> str:
    """The place of an idea on its page."""
    return "on-" + re.sub(r"[^a-z0-9]+", "-", tag.lower()).strip("-")


def folder_title(folder: str) -> str:
    return f"Advent of Code {folder[3:]}" if folder.startswith("aoc") else "Teaching examples"


# What Sphinx reads: a folder of Markdown, made anew for each build.


def write_pages(book: Book, folder: Path) -> None:
    """Lays out the project: a document a puzzle and a guide, and the start page."""
    for name, puzzle in book.puzzles.items():
        page = folder / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# {escaped(puzzle.title)}\n\n{puzzle.body}\n", encoding="utf-8")
    top = catalogue.root().parent
    (folder / "guides").mkdir()
    for guide in guides(top):
        text = guide.read_text(encoding="utf-8")
        (folder / "guides" / f"{guide.stem.lower()}.md").write_text(linked(text), encoding="utf-8")
    (folder / "index.md").write_text("# threefold\n", encoding="utf-8")


def guides(top: Path) -> list[Path]:
    return [*sorted((top / "docs").glob("*.md")), top / "MEASURING.md"]


def linked(text: str) -> str:
    """A guide's links to puzzles and guides, as the book has them; what it lacks is named, not linked."""

    def replaced(match: re.Match[str]) -> str:
        words, target = match.groups()
        if found := re.fullmatch(r"(?:\.\./)?puzzles/(.+)/puzzle\.md", target):
            return f"[{words}](../{found[1]}.md)"
        name = Path(target).stem.lower()
        if any(name == guide.stem.lower() for guide in guides(catalogue.root().parent)):
            return f"[{words}]({name}.md)"
        return words

    return re.sub(r"\[([^\]]+)\]\((?!https?:|#)([^)\s]+)\)", replaced, text)


def escaped(text: str) -> str:
    """Text that Markdown takes as it stands."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|$&~])", r"\\\1", " ".join(text.split()))


# What Sphinx asks while it builds.


CONFIGURATION: dict[str, Any] = {
    "project": "threefold",
    "extensions": ["myst_parser", "threefold.book.site"],
    "html_theme": "threefold",
    "html_theme_path": [str(HERE / "theme")],
    "html_permalinks": False,
    "html_math_renderer": "mathml",
    "html_copy_source": False,
    "html_use_index": False,
    "html_domain_indices": False,
    "highlight_language": "none",
    "smartquotes": False,
    "myst_enable_extensions": ["dollarmath"],
    "myst_dmath_allow_space": False,
    # What comes from files is text: neither HTML nor MyST's own marks.
    "myst_disable_syntax": [
        "html_block",
        "html_inline",
        "myst_role",
        "myst_target",
        "myst_line_comment",
        "myst_block_break",
    ],
    "myst_heading_anchors": 3,
    "suppress_warnings": ["toc.not_included"],
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx, for this module is an extension of it."""
    app.add_html_math_renderer("mathml", (inline_math, None), (block_math, None))
    app.connect("builder-inited", prepared)
    return {"parallel_read_safe": True, "parallel_write_safe": False}


def prepared(app: Sphinx) -> None:
    app.builder.search = False  # type: ignore[attr-defined]  # Pagefind makes it
    environment = app.builder.templates.environment
    environment.autoescape = True  # all that comes from files is text, unless we say otherwise
    environment.filters |= {"anchor": anchor, "duration": duration, "figures": units.figures}


def inline_math(writer: Any, node: nodes.math) -> None:
    writer.body.append(mathml(node.astext(), inline=True))
    raise nodes.SkipNode


def block_math(writer: Any, node: nodes.math_block) -> None:
    writer.body.append(f'<div class="formula" tabindex="0">{mathml(node.astext(), inline=False)}</div>')
    raise nodes.SkipNode


SYNONYMS = {r"\dots": r"\ldots", r"\iff": r"\Leftrightarrow", r"\implies": r"\Rightarrow", r"\bmod": r"\mod"}
SYNONYM = re.compile("|".join(rf"{re.escape(name)}(?![a-zA-Z])" for name in SYNONYMS))  # that docutils lacks


def mathml(formula: str, inline: bool) -> str:
    """A formula in MathML, which browsers set by themselves. Raises `Incomplete` where it can't be read."""
    from docutils.utils.math import MathError
    from docutils.utils.math.latex2mathml import tex2mathml

    try:
        return str(tex2mathml(SYNONYM.sub(lambda name: SYNONYMS[name[0]], formula), as_block=not inline))
    except MathError as error:
        raise Incomplete(f"the formula {formula!r} can't be set: {error}") from error


def composed(
    book: Book,
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> str | None:
    """A page's own context, and the template that it asks for."""
    context["folders"] = {folder: folder_title(folder) for folder in book.shelves()}
    context["guides"] = {
        guide: app.env.titles[guide].astext() for guide in app.env.found_docs if "guides/" in guide
    }
    context["guides"] |= {reading(language): guide.title for language, guide in book.reading.items()}
    context["reading"] = {language: reading(language) for language in book.reading}
    context["languages"] = TITLES
    if context.get("body"):
        context["body"] = reachable(context["body"])
    if pagename == "index":
        context["example"] = list(book.example())
        context["example_puzzle"] = book.puzzles[EXAMPLE]
        context["floor"] = FLOOR
        context["means"] = book.comparison.geometric_means()
        context["count"] = len(book.puzzles)
        return "start.html"
    if doctree is not None and pagename in book.puzzles:
        context.update(puzzle_context(app, book, pagename, doctree))
        return "puzzle.html"
    return None


def puzzle_context(app: Sphinx, book: Book, name: str, doctree: nodes.document) -> dict[str, Any]:
    """What a puzzle's page shows."""
    puzzle, sources = book.puzzles[name], book.sources[name]
    parts = dict(sections(app, doctree))
    order = [*parts, "Python"]
    names = list(book.puzzles)
    at = names.index(name)
    costs = book.comparison.costs.get(name, {})
    curves = {key: one for key, one in book.curves.get(name, {}).items() if one.points}
    used = book.comparison.memory.get(name, {})
    here = [language for language in TITLES if language in sources]
    return {
        "puzzle": puzzle,
        "name": name,
        "folder": name.split("/")[0],
        "statement": {title: parts.pop(title, "") for title in SECTIONS[:2]},
        "notes": parts.pop("Notes", ""),
        "example": puzzle.example,
        "known": {idea.name for root in book.roots for idea in root.ideas},
        "drawing": Markup(book.drawings[name]),
        "told": {language: parts.pop(title, "") for language, title in TITLES.items()},
        "growth": parts.pop("Growth", ""),
        "before": {title: parts[title] for title in order[: order.index("Python")] if title in parts},
        "after": {title: parts[title] for title in order[order.index("Python") :] if title in parts},
        "spoken": spoken,
        "sources": sources,
        "rows": list(rows(sources, idiom_links(app, book, name))),
        "figures": list(figure_rows(book, name)),
        "machine": list(book.comparison.machine()) if costs else [],
        "pictures": {
            "Times by phase": figures.times(
                {x: costs[x] for x in here if x in costs}, int(puzzle.meta.get("parts", 2))
            ),
            "Memory": figures.memory({x: used[x] for x in here if x in used}) if used else "",
            "Growth": figures.growth({x: curves[x] for x in here if x in curves}, book.scaling.unit(name))
            if curves
            else "",
        }
        if costs
        else {},
        "previous": book.puzzles[names[at - 1]] if at else None,
        "following": book.puzzles[names[at + 1]] if at + 1 < len(names) else None,
    }


def sections(app: Sphinx, doctree: nodes.document) -> Iterator[tuple[str, Markup]]:
    """A puzzle's text by section, as HTML; a section of the notes stands by itself, without its heading."""
    page = next(iter(doctree.findall(nodes.section)))
    for section in list(page.findall(nodes.section)):
        if section is page:
            continue
        title = section.pop(0).astext()
        inner = [one for one in section.children if isinstance(one, nodes.section)]
        for one in inner:
            one.parent = section
        content = nodes.container()
        content += [one.deepcopy() for one in section.children if not isinstance(one, nodes.section)]
        yield title, reachable(app.builder.render_partial(content)["fragment"])  # type: ignore[attr-defined]


def reachable(html: str) -> Markup:
    """Sphinx's HTML, what may have to be scrolled in reach of the keyboard."""
    return Markup(html.replace("<pre>", '<pre tabindex="0">').replace("<table", '<table tabindex="0"'))


def spoken(text: str) -> Markup:
    """A paragraph of a comment: between backquotes or at signs stands code, between stars emphasis."""
    marked = re.sub(r"(`|@)([^`@]+)\1", r"<code>\2</code>", str(escape(text)))
    return Markup(re.sub(r"(?<!\S)\*(\S[^*]*)\*(?=[\s.,:;)]|$)", r"<em>\1</em>", marked))


def rows(sources: dict[str, Source], links: dict[str, Links]) -> Iterator[dict[str, Any]]:
    """The stages, each with what every language has in it; those that no language has are left out."""
    for stage, title in list(STAGES.items())[1:]:  # what it says of itself is prose
        cells = {}
        for language, source in sources.items():
            blocks = source.stages[stage]
            cells[language] = {
                "blocks": [
                    (block.first, block.last, code(source, block.lines, links.get(language)))
                    for block in blocks
                ],
                "count": sum(len(block.lines) for block in blocks),
                "shared": source.shared(stage) if stage in ("part1", "part2", "parse") else [],
            }
        if any(cell["blocks"] for cell in cells.values()):
            yield {"stage": stage, "title": title, "cells": cells}


def figure_rows(book: Book, name: str) -> Iterator[dict[str, Any]]:
    """A language's figures in words."""
    costs = book.comparison.costs.get(name, {})
    cells = list(book.comparison.cells({key: cost.whole for key, cost in costs.items()})) if costs else []
    shown = dict(zip(book.comparison.languages, zip(cells[::2], cells[1::2], strict=True), strict=False))
    used = book.comparison.memory.get(name, {})
    for language in book.sources[name]:
        if cost := costs.get(language):
            curve = book.curves.get(name, {}).get(language)
            whole, ratio = shown[language]
            yield {
                "language": language,
                "phases": [duration(cost.phases[phase].median) for phase in figures.PHASES],
                "whole": whole,
                "ratio": ratio,
                "memory": str(used[language]) if language in used else "–",
                "order": (curve and curve.order) or "–",
                "slope": str((curve and curve.fit) or "–"),
            }


def collected(book: Book, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The pages that are made of the catalogue alone."""
    for folder, names in book.shelves().items():
        year = int(folder[3:]) if folder.startswith("aoc") else 0
        shelf = {name: book.puzzles[name] for name in names}
        context = {"title": folder_title(folder), "shelf": shelf, "year": year, "sources": book.sources}
        if year:
            days = DAYS if year < 2025 else 12
            context["days"] = {day: shelf.get(f"{folder}/day{day:02}") for day in range(1, days + 1)}
        context["costs"] = book.comparison.costs
        yield f"{folder}/index", context, "shelf.html"
    shown = {"roots": book.roots, "tags": book.tags(), "puzzles": book.puzzles}
    yield "ideas", {"title": "Ideas", **shown}, "ideas.html"
    for language, guide in book.reading.items():
        entries = list(idiom_rows(book, guide))
        yield reading(language), {"title": guide.title, "guide": guide, "entries": entries}, "reading.html"
    yield "search", {"title": "Search"}, "search.html"


def idiom_rows(book: Book, guide: idioms.Guide) -> Iterator[dict[str, Any]]:
    """What a guide's page shows of each idiom."""
    for idiom in guide.idioms:
        source = book.sources.get(idiom.puzzle, {}).get(guide.language)
        lines = Markup("")
        if source:
            try:
                lines = code(source, idiom.shown(guide, source))
            except idioms.Unfound:
                assert book.draft
        python = coloured("python", idiom.python.strip("\n"))
        linked = re.sub(r"\[([^\]]+)\]\((https://[^)\s]+)\)", r'<a href="\2">\1</a>', spoken(idiom.text))
        yield {
            "idiom": idiom,
            "puzzle": book.puzzles.get(idiom.puzzle),
            "lines": Markup(re.sub(r' id="[^"]*"', "", lines)),
            "python": Markup("").join(
                Markup('<span class="line">{}\n</span>').format(Markup(x)) for x in python
            ),
            "text": Markup(linked),
        }


class Warnings:
    """Where Sphinx writes its warnings, each of which fails the build."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, text: str) -> None:
        self.lines += [line for line in text.splitlines() if line.strip()]

    def flush(self) -> None:
        pass


def build(into: Path, draft: bool = False) -> int:
    """Builds the site; how many pages it has. Where that fails, what was there before is as it was.

    Raises `Incomplete` where a piece is missing, or `Unusable`: also for a folder that is not the book's.
    """
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace

    spared = [catalogue.root(), catalogue.root().parent, HERE]
    with (
        replaced_folder(into, spared) as out,
        tempfile.TemporaryDirectory() as scratch,
        docutils_namespace(),
    ):
        book = Book.read(draft)
        pages, trees = (Path(scratch, name) for name in ("pages", "trees"))
        pages.mkdir()
        write_pages(book, pages)
        said = Warnings()
        try:
            app = Sphinx(pages, None, out, trees, "html", CONFIGURATION, status=None, warning=said)  # type: ignore[arg-type]
            app.connect("html-page-context", partial(composed, book))
            app.connect("html-collect-pages", partial(collected, book))
            app.build(force_all=True)
        except SphinxError as error:
            raise Incomplete(str(error)) from error
        if said.lines:
            raise Incomplete("\n".join(said.lines).replace(f"{pages}/", ""))
        finish(book, out)
        return len(list(out.rglob("*.html")))


def finish(book: Book, site: Path) -> None:
    """Adds what Sphinx doesn't make, sources to link to and the search; takes away what is not used."""
    for source in (one for several in book.sources.values() for one in several.values()):
        file = site / "files" / f"{source.path}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source.text, encoding="utf-8")
    static = site / "_static"
    for file in static.iterdir():
        if file.name not in ("book.css", "book.js"):
            file.unlink()
    for name in ("objects.inv", ".buildinfo"):
        (site / name).unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pagefind", "--site", str(site), "--include-characters", "_'"],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Incomplete(f"Pagefind made no search: {done.stderr or done.stdout}")
    for file in (site / "pagefind").glob("pagefind-*ui*"):
        file.unlink()  # its own page for results; ours is search.html
