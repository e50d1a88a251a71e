"""The book: sources taken apart, pages put together, and nothing built of what is missing."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from threefold.book import drawings, figures, ideas, idioms, portrait, site
from threefold.book.sources import Source, coloured, path, solutions
from threefold.book.stages import GRAMMARS, STAGES, Unreadable, pieces, stages
from threefold.book.terminal import plain, section
from threefold.core import catalogue
from threefold.core.saving import MARK, Unusable, replaced_folder

TOP = catalogue.root().parent
SOURCES = [source for puzzle in catalogue.puzzles().values() for source in solutions(puzzle).values()]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path)
def test_every_line_of_a_solution_stands_in_one_stage(source: Source) -> None:
    shown = [at for blocks in source.stages.values() for block in blocks for at in block.lines]
    assert len(shown) == len(set(shown))
    assert {at for at, line in enumerate(source.lines) if line.strip()} <= set(shown)
    assert all(source.stages[stage] for stage in ("about", "parse", "part1"))
    for name in ("parse", "part1", "part2")[: 1 + source.parts]:
        assert any(name in piece.names for block in source.stages[name] for piece in block.pieces)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path)
def test_code_in_colour_is_the_same_code(source: Source) -> None:
    class Text(HTMLParser):
        found = ""

        def handle_data(self, data: str) -> None:
            self.found += data

    for line, expected in zip(source.html, source.lines, strict=False):
        text = Text()
        text.feed(line)
        text.close()
        assert text.found == expected


def names(language: str, text: str, parts: int = 2) -> dict[str, set[str]]:
    """The names that stand in each stage."""
    found = stages(language, text, parts)
    return {stage: {name for piece in found[stage] for name in piece.names} for stage in STAGES}


PYTHON = '''"""What it is."""

import re

LIMIT = 3  # read by parse


def parse(text):
    """Not what `only1` reads."""
    return limited(text)


def limited(text):
    return text[:LIMIT]


# This belongs to part 1.
def part1(parsed):
    return only1(parsed) + both(parsed)


def only1(parsed):
    limited = 1
    return parsed


def part2(parsed):
    return both(parsed, key=lambda only1: only1)


@cache
def both(parsed, key=None):
    return Shared(parsed)


class Shared:
    def only1(self):
        return 1


def nobody():
    return nobody()
'''

RUST = """//! What it is.
//!
//! More of it.

use contract::InvalidInput;

/// Made by parse, used by all.
pub struct Map(Vec<u8>);

pub fn parse(text: &str) -> Result<Map, InvalidInput> {
    Ok(Map(text.bytes().collect()))
}

#[inline(never)]
// of part 1
pub fn part1(map: &Map) -> u64 {
    first(map) + map.size()
}

fn first(map: &Map) -> u64 {
    both(map)
}

pub fn part2(map: &Map) -> u64 {
    both(map) + map.size()
}

fn both(_: &Map) -> u64 {
    0
}

impl Map {
    fn size(&self) -> u64 {
        deep()
    }
}

fn deep() -> u64 {
    1
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_works() {}
}
"""

HASKELL = """{-# LANGUAGE BangPatterns #-}

-- | What it is.
module Aoc2021.Day99 (parse, part1, part2) where

import Data.List (sort)

-- | Made by parse.
newtype Map = Map {cells :: [Int]}

parse :: Text -> Either InvalidInput Map
parse _ = Right (Map [])

-- | Of part 1.
part1 :: Map -> Int
part1 = first . cells

first :: [Int] -> Int
first [] = 0
first (x : _) = x <+> 1

(<+>) :: Int -> Int -> Int
a <+> b = a + b
{-# INLINE (<+>) #-}

part2 :: Map -> Int
part2 m = length (both m m)

instance Semigroup Map where
  Map a <> Map b = Map (merged a b)

merged :: [Int] -> [Int] -> [Int]
merged = (++)

both :: Map -> Map -> [Int]
both first second = cells first
"""


def test_the_stages_of_python() -> None:
    found = names("python", PYTHON)
    assert found["parse"] == {"LIMIT", "parse", "limited"}
    assert found["part1"] == {"part1", "only1"}
    assert found["part2"] == {"part2"}
    assert found["helpers"] == {"both", "Shared", "nobody"}
    part1 = next(piece for piece in pieces("python", PYTHON) if "part1" in piece.names)
    assert PYTHON.split("\n")[part1.first - 1].startswith("# This belongs")
    assert part1.shared == ("both",)


def test_the_stages_of_rust() -> None:
    found = names("rust", RUST)
    assert found["parse"] == {"Map", "parse"}
    assert found["part1"] == {"part1", "first"}
    assert found["part2"] == {"part2"}
    assert found["helpers"] >= {"both", "deep"}
    assert found["tests"] == {"tests"}
    lines = RUST.split("\n")
    part1 = next(piece for piece in pieces("rust", RUST) if "part1" in piece.names)
    assert lines[part1.first - 1] == "#[inline(never)]"


def test_the_stages_of_haskell() -> None:
    found = names("haskell", HASKELL)
    assert found["parse"] == {"Map", "cells", "parse"}
    assert found["part1"] >= {"part1", "first", "<+>"}
    assert found["part2"] == {"part2", "both"}
    assert "merged" in found["helpers"]
    lines = HASKELL.split("\n")
    operator = next(piece for piece in pieces("haskell", HASKELL) if "<+>" in piece.names)
    assert lines[operator.last - 1].startswith("{-# INLINE")


def test_a_part_that_the_other_uses_stands_where_it_belongs() -> None:
    text = "def parse(x):\n    pass\n\n\ndef part1(x):\n    pass\n\n\ndef part2(x):\n    return part1(x)\n"
    found = names("python", text)
    assert found["part1"] == {"part1"} and found["part2"] == {"part2"}


@pytest.mark.parametrize("language", GRAMMARS)
@pytest.mark.parametrize("text", ["", "\n\n", "nonsense (((", "\x00", "# é\r\n" * 3])
def test_what_is_no_solution_is_said_to_lack_its_functions(language: str, text: str) -> None:
    with pytest.raises(Unreadable, match="'parse'"):
        pieces(language, text)


def test_an_odd_line_keeps_its_number() -> None:
    for text in ("a = 1\r\n\x0b\nb = 2", "\n\n\nx", "s = '''\n\u2028\n\x85\n'''\n", "</span><script>"):
        lines = coloured("python", text)
        assert len(lines) >= text.rstrip("\n").count("\n") + 1
        assert "<script" not in "".join(lines)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small checkout: the start page's example, one hostile puzzle, and what has been measured."""
    top = tmp_path_factory.mktemp("checkout")
    for name in ("reference/comparison.json", "reference/scale.json", "MEASURING.md", "puzzles/ideas.toml"):
        (top / name).parent.mkdir(exist_ok=True)
        shutil.copy(TOP / name, top / name)
    shutil.copytree(TOP / "puzzles" / site.EXAMPLE, top / "puzzles" / site.EXAMPLE)
    for language in ("python", "rust", "haskell"):
        copy(top, path(site.EXAMPLE, language))
    odd = top / "puzzles" / "teaching" / "odd-one"
    odd.mkdir(parents=True)
    (odd / "puzzle.md").write_text(ODD, encoding="utf-8")
    (odd / "cases.toml").write_text(ODD_CASES, encoding="utf-8")
    (odd / "picture.py").write_text(ODD_PICTURE, encoding="utf-8")
    for language, text in ODD_SOURCES.items():
        file = top / path("teaching/odd-one", language)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return top


def copy(top: Path, name: str) -> None:
    (top / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(TOP / name, top / name)


EVIL = "<script>alert(1)</script>"
ODD = f"""---
title: "{EVIL} & {{{{ 7 * 7 }}}} *x* _y_ `z` $1$ #"
parts: 2
size: 1
unit: "<b>things</b>"
tags: ["<i>tag</i>", "a & b"]
ideas: {{python: "{EVIL}", rust: "a < b && c", haskell: "x"}}
growth: {{python: n, rust: n, haskell: n}}
---

## What is asked

{EVIL} <img src=x onerror=alert(1)> {{{{ config }}}} {{% raw %}} {{code}}`x` & $a < b$ costs $5
and [link](javascript:alert(1))

% no comment

(target)=

+++

{"w" * 3000}

## Input

## Notes

$$\\text{{<script>}} \\dots x^{{10}}$$

### Python

### Rust

Backquotes: `</code>{EVIL}`.

### Haskell
"""
ODD_CASES = f"""
[[case]]
name = "the first"
example = true
walk = "From `<b>` to {EVIL}."
input = "</pre>{EVIL}"
part1 = "{EVIL}"
part2 = "a\\n</pre>{EVIL}"
"""
ODD_PICTURE = f"""
def picture(rng):
    words = "&lt;/title>&lt;script>"
    svg = '<svg xmlns="{drawings.SVG}" viewBox="0 0 9 9"><style>.odd{{fill:var(--rust)}}</style>'
    return svg + f"<text>{{words}}</text><circle class='odd' r='{{rng.randint(1, 4)}}'/></svg>", "{EVIL}"
"""
ODD_SOURCES = {
    "python": f'"""{EVIL} &amp; `</code>`"""\n\n\n'
    + "def parse(text):\n    return '</span></pre>"
    + "x" * 2000
    + f"{EVIL}'\n\n\n"
    + "def part1(x):\n    return 1\n\n\ndef part2(x):\n\treturn 2 # \u202e\x07",
    "rust": f"//! {EVIL}\npub fn parse() {{}}\npub fn part1() {{}} pub fn part2() {{}}\n",
}


@pytest.fixture
def here(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THREEFOLD_PUZZLES", str(checkout / "puzzles"))
    return checkout


class Elements(HTMLParser):
    """All of a page's tags, checked to be closed in order."""

    VOID = frozenset(["meta", "link", "img", "br", "input", "hr"])

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.scripts = 0
        self.handlers: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        self.scripts += tag == "script"
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.handlers += [value for _, value in attrs if value and value.startswith("javascript:")]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_hostile_text_builds_correct_pages(here: Path, tmp_path: Path) -> None:
    site.build(tmp_path / "site", draft=True)
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) >= 7
    for file in pages:
        elements = Elements()
        elements.feed(file.read_text(encoding="utf-8"))
        assert not elements.open, file
        assert elements.scripts == 1, file
        assert not elements.handlers, file
        assert len(elements.ids) == len(set(elements.ids)), file
    text = (tmp_path / "site" / "teaching" / "odd-one.html").read_text(encoding="utf-8")
    assert "&lt;img src=x onerror=alert(1)&gt; {{ config }} {% raw %} {code}" in text
    assert "% no comment" in text and "(target)=" in text and "+++" in text
    assert "{{ 7 * 7 }} *x* _y_ `z` $1$ #</h1>" in text
    assert "From <code>&lt;b&gt;</code> to &lt;script&gt;alert(1)&lt;/script&gt;." in text
    assert "&lt;/pre&gt;&lt;script&gt;" in text
    assert f'<title id="picture-title">{EVIL.replace("<", "&lt;").replace(">", "&gt;")}</title>' in text
    assert "<text>&lt;/title&gt;&lt;script&gt;</text>" in text
    assert ".drawing{.odd{fill:var(--rust)}}" in text
    assert "Not measured yet." in text
    assert "Not solved in Haskell yet." in text
    files = tmp_path / "site" / "files"
    for language in ODD_SOURCES:
        name = path("teaching/odd-one", language)
        assert (files / f"{name}.txt").read_bytes() == (here / name).read_bytes()
    stale = tmp_path / "site" / "stale.html"  # of a page that the book had then
    stale.touch()
    with (tmp_path / "site" / MARK).open("a") as list_of_files:
        list_of_files.write("stale.html\n")
    site.build(tmp_path / "site", draft=True)
    assert not stale.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "nothing is left beside it"


def into(folder: Path | str, cwd: Path, status: int = 0) -> str:
    """Builds a draft there on the command line; a refusal's one line."""
    command = [sys.executable, "-m", "threefold.cli", "book", "--draft", "--into", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd)
    assert done.returncode == status, done
    assert done.stderr.count("\n") == (status != 0), done.stderr
    return done.stderr


def tree(folder: Path) -> dict[str, bytes | None]:
    """All that is in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


FOREIGN: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a file": (lambda d: (d / "d/keep.txt").write_text("1"), "d", "keep.txt in there is not of"),
    "a repository": (lambda d: (d / "d/.git/HEAD").write_text("ref"), "d", ".git/HEAD in there"),
    "an empty folder in it": (lambda d: None, "d", "neither empty nor"),
    "the current folder": (lambda d: None, ".", "is in there"),
    "above the current folder": (lambda d: None, "..", "is in there"),
    "a link": (lambda d: (d / "to").symlink_to(d / "empty"), "to", "to is a link"),
    "a link to nowhere": (lambda d: (d / "to").symlink_to(d / "gone"), "to/", "to is a link"),
    "a link in it": (lambda d: (d / "d/x").symlink_to(d / "empty"), "d", "x in there is not of"),
    "a marker alone": (lambda d: [(d / "d" / n).touch() for n in (MARK, "a")], "d", "a in there is not of"),
    "puzzles": (lambda d: None, os.environ.get("THREEFOLD_PUZZLES", str(TOP / "puzzles")), "is in there"),
    "the checkout": (lambda d: None, str(TOP), "is in there"),
    "above the checkout": (lambda d: None, str(TOP.parent), "is in there"),
    "beside it": (lambda d: (d / f".new{MARK}").mkdir(), "new", "and in the way"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_not_the_books_is_left_alone(tmp_path: Path, kind: str) -> None:
    prepare, folder, why = FOREIGN[kind]
    for name in ("d/.git", "empty"):
        (tmp_path / name).mkdir(parents=True)
    prepare(tmp_path)
    before = tree(tmp_path)
    assert why in into(folder, tmp_path, status=2)
    assert tree(tmp_path) == before


def test_the_checkout_that_the_puzzles_are_of_is_left_alone(here: Path, tmp_path: Path) -> None:
    for folder in (here, here / "puzzles", here.parent):
        assert "is in there" in into(folder, tmp_path, status=2)


def test_a_book_is_replaced_and_what_was_added_to_it_is_not_lost(here: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    into("site", tmp_path)
    into("site", tmp_path)
    (tmp_path / "site" / "CNAME").write_text("example.org")
    before = tree(tmp_path)
    assert "CNAME in there is not of threefold's making" in into("site", tmp_path, status=2)
    assert tree(tmp_path) == before


def test_what_broke_off_is_cleaned_up(tmp_path: Path) -> None:
    """A book on its way out, when the power failed between two renamings."""
    beside = tmp_path / f".site{MARK}"
    for name in ("new", "old"):
        (beside / name).mkdir(parents=True)
        (beside / name / "index.html").write_text(name)
    (beside / MARK).touch()
    (beside / "old" / MARK).write_text("index.html\n")

    def broken() -> None:
        with replaced_folder(tmp_path / "site", []):
            assert (tmp_path / "site" / "index.html").read_text() == "old", "back before anything else"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    with replaced_folder(tmp_path / "site", []) as new:
        (new / "index.html").write_text("newer")
        with (
            pytest.raises(Unusable, match="replaced by another process"),
            replaced_folder(tmp_path / "site", []),
        ):
            pass
    assert (tmp_path / "site" / "index.html").read_text() == "newer"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_comes_in_while_a_book_is_made_is_not_lost(tmp_path: Path) -> None:
    def overtaken() -> None:
        with replaced_folder(tmp_path / "site", []) as new:
            (new / "index.html").touch()
            (tmp_path / "site").mkdir()
            (tmp_path / "site" / "late.txt").touch()

    with pytest.raises(Unusable, match=r"late\.txt"):
        overtaken()
    assert list(tree(tmp_path)) == ["site", "site/late.txt"]


def test_an_interrupt_at_the_last_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def renew(text: str) -> None:
        with replaced_folder(tmp_path / "site", []) as new:
            (new / "index.html").write_text(text)

    renew("old")
    before, rename = tree(tmp_path), Path.rename

    def interrupted(path: Path, target: Path) -> None:
        if path.name == "new":
            raise KeyboardInterrupt
        rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        renew("new")
    assert tree(tmp_path) == before


def test_ctrl_c_leaves_the_old_book_whole(here: Path, tmp_path: Path) -> None:
    into("site", tmp_path)
    before = tree(tmp_path)
    command = [sys.executable, "-m", "threefold.cli", "book", "--draft", "--into", "site"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    while not (tmp_path / f".site{MARK}" / "new" / "_static").exists():
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "threefold: interrupted; site is as it was\n"
    assert tree(tmp_path) == before


def svg(inside: str, attributes: str = 'viewBox="0 0 9 9"') -> str:
    return f'<svg xmlns="{drawings.SVG}" {attributes}>{inside}</svg>'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no well-formed SVG"),
        (svg("<g>"), "no well-formed SVG"),
        ('<svg viewBox="0 0 1 1"/>', "SVG's namespace"),
        (svg("", 'width="9"'), "viewBox"),
        (svg("<!-- -->"), "declarations and comments"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "declarations"),
        (svg("<script>1</script>"), "'script' is not shown"),
        (svg("<foreignObject/>"), "'foreignObject' is not shown"),
        (svg('<image href="a.png"/>'), "'image' is not shown"),
        (svg('<a href="#picture-a"/>'), "'a' is not shown"),
        (svg('<b xmlns="http://www.w3.org/1999/xhtml"/>'), "is not shown"),
        (svg('<rect onclick="1"/>'), "script's"),
        (svg('<use href="https://example.org/#a"/>'), "outside"),
        (svg('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="//example.org"/>'), "outside"),
        (svg('<rect fill="url(https://example.org)"/>'), "outside"),
        (svg('<rect style="filter:url(//example.org)"/>'), "outside"),
        (svg("<style>@import 'a.css';</style>"), "outside"),
        (svg('<g id="main"/>'), "picture-"),
        (svg('<rect fill="#fff"/>'), "fill '#fff'"),
        (svg('<rect style="stroke: black"/>'), "stroke 'black'"),
        (svg("<style>.a{opacity:1;fill:rgb(0,0,0)}</style>"), r"rgb\(0,0,0\)"),
        (svg("<style>}body{color:var(--ink)</style>"), "braces"),
        (svg("<g/>" * 8000), "at most 30000"),
    ],
)
def test_a_picture_that_no_page_should_show(text: str, why: str) -> None:
    with pytest.raises(drawings.Undrawable, match=why):
        drawings.shown(text, "words")


def test_a_picture_has_an_alternative_and_the_pages_colours() -> None:
    inside = (
        '<defs><linearGradient id="picture-a"><stop stop-color="var(--sheet)"/></linearGradient></defs>'
        '<rect fill="url(#picture-a)" stroke="currentColor"/><text style="fill: var(--ink)">a &lt; b</text>'
    )
    shown = drawings.shown(svg(inside, 'viewBox="0 0 9 9" width="900"'), "Less &\nmore")
    assert '<title id="picture-title">Less &amp; more</title>' in shown
    assert 'role="img" aria-labelledby="picture-title"' in shown
    assert "a &lt; b" in shown and "900" not in shown
    with pytest.raises(drawings.Undrawable, match="alternative"):
        drawings.shown(svg(""), " ")


def test_a_picture_is_the_same_in_every_build() -> None:
    for puzzle in catalogue.puzzles().values():
        assert drawings.drawing(puzzle) == drawings.drawing(puzzle)
        assert bool(drawings.drawing(puzzle)) == (puzzle.folder / "picture.py").is_file()


def test_tags_name_ideas_of_the_tree() -> None:
    tree = ideas.roots()
    assert 1 <= len(tree) <= 12
    everything = [idea for root in tree for idea in root.ideas]
    called = [root.name for root in tree]
    called += [word for idea in everything for word in (idea.name, *idea.also)]
    assert len(called) == len(set(map(site.anchor, called))), "one name, one idea, one place on the page"
    for one in [*tree, *everything]:
        sentences = len(re.findall(r"[.:?](?= |$)", one.text))
        assert 2 <= sentences <= 4 and one.text.endswith("."), one.name
    assert all(idea.origin in ("", "python", "rust", "haskell") for idea in everything)
    wrong = ideas.unknown(["monoid", "semigroup", "nonsense"], tree)
    assert len(wrong) == 2 and "it is called 'monoid'" in wrong[0] and "'nonsense' is no idea" in wrong[1]


@pytest.mark.unwritten_too
def test_a_puzzles_tags_are_known(puzzle: catalogue.Puzzle) -> None:
    if puzzle.meta["tags"] != ["to be written"]:
        assert not ideas.unknown(puzzle.meta["tags"], ideas.roots())


def test_the_readme_shows_a_page_by_day_and_by_night() -> None:
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    first_screen = readme.split("\n## ")[0]
    for theme in ("light", "dark"):
        name = f"docs/page-{theme}.png"
        assert name in first_screen
        picture = (TOP / name).read_bytes()
        assert picture.startswith(b"\x89PNG") and len(picture) <= portrait.LARGEST
    assert "./noxw -s compare" in first_screen
    assert portrait.PAGE in catalogue.puzzles()


GUIDES = idioms.guides(TOP / "docs" / "reading")


def test_the_guides_have_entries_enough_each_in_its_place() -> None:
    assert set(GUIDES) == {"rust", "haskell"}
    for guide in GUIDES.values():
        assert len(guide.idioms) >= 15
        assert len({idiom.place for idiom in guide.idioms}) == len({one.title for one in guide.idioms})
        assert guide._query.pattern_count == len(guide.idioms), "a query is one pattern"


@pytest.mark.parametrize(
    ("guide", "idiom"),
    [(guide, idiom) for guide in GUIDES.values() for idiom in guide.idioms],
    ids=lambda one: one.title,
)
def test_an_idiom_is_found_in_its_puzzle(guide: idioms.Guide, idiom: idioms.Idiom) -> None:
    source = solutions(catalogue.puzzles()[idiom.puzzle])[guide.language]
    lines = idiom.shown(guide, source)
    assert len(lines) == idiom.lines and source.lines[lines[-1]].strip()


def test_what_a_guide_lacks_is_named() -> None:
    source = next(one for one in SOURCES if one.language == "rust")

    def guide(query: str, like: str) -> idioms.Guide:
        return idioms.Guide(source.language, "", "", (idioms.Idiom("x", query, "", "", "", like),))

    for query, like, why in (
        ("(nonsense) @here", "", "nonsense"),
        ("(function_item) @here", "fn nosuch", "no line of"),
        ('((identifier) @here (#eq? @here "nosuch"))', "", "no line of"),
    ):
        one = guide(query, like)
        with pytest.raises(idioms.Unfound, match=why):
            one.idioms[0].shown(one, source)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path)
def test_an_idioms_first_use_is_linked_and_the_code_stays(source: Source) -> None:
    if source.language == "python":
        return
    links = GUIDES[source.language].first(source)
    linked = [idiom.title for uses in links.values() for _, idiom in uses]
    assert len(linked) == len(set(linked)) >= 3
    for line, uses in links.items():
        marked = idioms.marked(source.html[line], [(use, "<a>") for use, _ in uses])
        elements = Elements()
        elements.feed(marked)
        assert not elements.open
        assert marked.replace("<a>", "").replace("</a>", "") == source.html[line]
        assert 1 <= marked.count("<a>") == marked.count("</a>") <= len(uses)
        for use, _ in uses:
            assert source.lines[line][use.first : use.last].strip()


def test_a_link_covers_what_it_names() -> None:
    def marked(html: str, *spans: tuple[int, int]) -> str:
        return idioms.marked(html, [(idioms.Use(0, *span), "<a>") for span in spans])

    assert marked("a &lt;&amp; b", (3, 4)) == "a &lt;<a>&amp;</a> b"
    assert marked('<span class="k">let</span> x', (0, 5)) == '<span class="k"><a>let</a></span> x'
    assert marked("abc", (0, 1), (0, 2), (2, 3)) == "<a>a</a>b<a>c</a>"
    assert marked("abc", (1, 9)) == "a<a>bc</a>"
    assert marked("abc") == "abc"


Break = Callable[[Path], object]


def edited(name: str, old: str, new: str) -> Break:
    def change(top: Path) -> None:
        file = top / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return change


ODD_FOLDER = "puzzles/teaching/odd-one/"
DAY6 = f"puzzles/{site.EXAMPLE}/puzzle.md"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (edited(DAY6, "## Notes", "## Remarks"), "lacks the section 'Notes'"),
        (edited(DAY6, "unit: fish", ""), "lacks 'unit'"),
        (edited(DAY6, "$x^a$", "$\\nosuch{x}$"), "nosuch"),
        (edited(DAY6, "A list of fish", "![picture](gone.png) The naive way"), "gone.png"),
        (edited(ODD_FOLDER + "picture.py", "return", "retur"), "odd-one: picture.py: SyntaxError"),
        (edited(ODD_FOLDER + "picture.py", "--rust", "-rust"), "odd-one: picture.py: fill"),
        (edited(path(site.EXAMPLE, "rust"), "fn part2", "fn part3"), "no function 'part2'"),
        (edited(path(site.EXAMPLE, "haskell"), "x256", "laterOn"), "start page"),
        (lambda top: (top / path(site.EXAMPLE, "python")).unlink(), "start page"),
        (lambda top: (top / "reference" / "scale.json").unlink(), "scale.json"),
        (lambda top: (top / "reference" / "comparison.json").write_text("{}"), "comparison.json"),
        (lambda top: (top / "MEASURING.md").unlink(), "MEASURING.md"),
    ],
)
def test_a_missing_piece_fails_the_build(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Break, words: str
) -> None:
    top = tmp_path / "checkout"
    shutil.copytree(checkout, top)
    change(top)
    monkeypatch.setenv("THREEFOLD_PUZZLES", str(top / "puzzles"))
    (kept := tmp_path / "site").mkdir()
    with pytest.raises((site.Incomplete, Unusable, OSError), match=words):
        site.build(kept, draft=True)
    assert kept.exists(), "what was built before is still there"


def test_what_is_not_measured_is_a_draft(here: Path) -> None:
    with pytest.raises(
        site.Incomplete, match=r"teaching/odd-one in python: not in reference/comparison\.json"
    ):
        site.Book.read(draft=False)


def test_a_page_without_an_example_is_a_draft(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(checkout, tmp_path / "checkout")
    edited(ODD_FOLDER + "cases.toml", "example = true", "")(tmp_path / "checkout")
    monkeypatch.setenv("THREEFOLD_PUZZLES", str(tmp_path / "checkout" / "puzzles"))
    with pytest.raises(site.Incomplete, match=r"odd-one: no case of cases\.toml is marked as its example"):
        site.Book.read(draft=False)
    site.build(tmp_path / "site", draft=True)
    text = (tmp_path / "site" / "teaching" / "odd-one.html").read_text(encoding="utf-8")
    assert "An example" not in text


def test_one_line_for_each_thing_that_is_missing(here: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "threefold.cli", "book", "--into", str(tmp_path / "site")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 6
    assert all(line.startswith("threefold: teaching/odd-one") for line in done.stderr.splitlines())
    assert done.stderr.count("is no idea of puzzles/ideas.toml") == 2
    assert not (tmp_path / "site").exists()


def test_pictures_say_their_figures_in_words() -> None:
    book = site.Book.read(draft=True)
    costs, curves = book.comparison.costs[site.EXAMPLE], book.curves[site.EXAMPLE]
    picture = figures.times(costs, 2)
    assert picture.count("<circle") == 9
    assert all(f"{name} part 2" in picture for name in ("Python", "Rust", "Haskell"))
    assert figures.times(costs, 1).count("<circle") == 6
    assert figures.growth(curves, "<fish>").count("&lt;fish&gt;") == 1
    assert "MiB" in figures.memory(book.comparison.memory[site.EXAMPLE])
    names = [float(at) for at in re.findall(r'y="([\d.]+)" class="name', figures.growth(curves, "fish"))]
    assert len(names) == 3 and all(b - a >= figures.LABEL for a, b in pairwise(sorted(names)))


def read(*arguments: str) -> str:
    command = [sys.executable, "-m", "threefold.cli", "read", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_read_shows_languages_side_by_side_where_there_is_room() -> None:
    wide = read("2021/6", "--width=200").splitlines()
    assert max(map(len, wide)) <= 200
    heads = [line for line in wide if "Python" in line and "Rust" in line and "Haskell" in line]
    assert len(heads) >= 6
    columns = {(line.index("Python"), line.index("Rust"), line.index("Haskell")) for line in heads}
    assert len(columns) == 1, "the columns stand still"
    part1 = next(line for line in wide if "def part1" in line)
    assert "pub fn part1" in part1 and "part1 ::" in part1


def test_read_stacks_languages_where_there_is_none() -> None:
    narrow = read("2021/6", "--width=70").splitlines()
    assert max(map(len, narrow)) <= 70
    assert not any("Python" in line and "Rust" in line for line in narrow if line.startswith("Python"))
    order = [
        at
        for at, line in enumerate(narrow)
        if "part1" in line and ("fn" in line or "def" in line or "::" in line)
    ]
    assert len(order) == 3
    everything = "".join(narrow)
    for line in ("fish.rotate(-1)", "while day < days {", "instance Semigroup School where"):
        assert line in everything


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("$x^{10} \\le y$", "`x^10 ≤ y`"),
        ("costs $5 and $6", "costs $5 and $6"),
        ("$$\\frac{a + b}{2}$$", "\n    (a + b)/(2)\n"),
        ("$$\\begin{pmatrix} 1 & t \\\\ 0 & 1 \\end{pmatrix}$$", "\n    1   t ; 0   1\n"),
    ],
)
def test_formulas_are_plain_in_a_terminal(markdown: str, shown: str) -> None:
    assert plain(markdown) == shown


def test_read_shows_chosen_languages() -> None:
    text = read("hello", "--width=200", "-l", "haskell")
    assert "sconcat" in text and "def parse" not in text


def test_read_begins_with_code_and_shows_what_is_asked_and_the_notes_when_told_to() -> None:
    body = catalogue.find("2021/6").body
    words = [" ".join(section(body, one).split()[:5]) for one in ("## What is asked", "## Notes")]
    asked_words, noted_words = words
    code = read("2021/6", "--width=200")
    assert "def parse" in "\n".join(code.splitlines()[:12])
    assert asked_words not in code and noted_words not in code
    asked = read("2021/6", "--width=200", "--statement")
    assert asked_words in asked and "An example" in asked and "Part 2: " in asked
    assert noted_words not in asked and "def parse" not in asked
    notes = read("2021/6", "--width=200", "--notes")
    assert noted_words in notes and "def parse" not in notes
    everything = read("2021/6", "--width=200", "--notes", "--code", "--statement")
    places = [everything.index(one) for one in (asked_words, noted_words, "def parse")]
    assert places == sorted(places)


def test_serve_answers_in_this_machine_alone(here: Path, tmp_path: Path) -> None:
    import urllib.request

    arguments = ["book", "--draft", "--into", str(tmp_path / "site"), "--serve", "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "threefold.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout
            said = server.stdout.readline() + server.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", said)
            assert address, said
            with urllib.request.urlopen(address[0] + "teaching/odd-one.html") as page:
                assert b"Three solutions" in page.read()
        finally:
            server.terminate()


def test_reference_results_are_whole() -> None:
    for name in ("comparison", "scale"):
        assert json.loads((TOP / "reference" / f"{name}.json").read_text(encoding="utf-8"))
