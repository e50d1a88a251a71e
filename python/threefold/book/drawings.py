"""A puzzle's own picture: what its `picture.py` draws, checked and made fit to stand in a page.

Colours are `currentColor` or the page's custom properties (`--ink`, `--faint`, `--rule`, `--sheet`,
`--paper`, `--python`, `--rust`, `--haskell`), so that it follows the light and the dark theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from xml.etree import ElementTree

from ..core.catalogue import Puzzle

SVG = "http://www.w3.org/2000/svg"
HEAVIEST = 30_000  # characters
SHOWN = """svg g defs path line polyline polygon rect circle ellipse text tspan use marker symbol style stop
linearGradient radialGradient clipPath mask pattern title desc"""
ELEMENTS = frozenset(SHOWN.split())
PAINT = re.compile(r"none|inherit|transparent|currentColor|var\(--[\w-]+\)|url\(#picture[\w-]*\)")
PAINTED = re.compile(r"(?<![\w-])(fill|stroke|color|stop-color)\s*:\s*([^;}]*)")
KEPT = re.compile(r"@|/\*|<|url\((?!#picture)", re.IGNORECASE)  # what no style may hold


class Undrawable(Exception):
    """A puzzle's picture is none that a page can show; the text says why."""


def drawing(puzzle: Puzzle) -> str:
    """The picture as SVG, an image with a text alternative; empty where the puzzle has none.

    Raises `Undrawable` where it is not well-formed, does or asks for something, or has colours of its own.
    """
    try:
        if puzzle.pictures is None:
            return ""
        text, alternative = puzzle.pictures.picture(Random(puzzle.name))
        return shown(text, alternative)
    except Undrawable as error:
        raise Undrawable(f"{puzzle.name}: picture.py: {error}") from None
    except Exception as error:
        raise Undrawable(f"{puzzle.name}: picture.py: {type(error).__name__}: {error}") from error


def shown(text: str, alternative: str) -> str:
    """An SVG for a page. Raises `Undrawable`."""
    if len(text) > HEAVIEST:
        raise Undrawable(f"{len(text)} characters, and at most {HEAVIEST} are shown")
    if not alternative.strip():
        raise Undrawable("there is no text alternative")
    if "<!" in text or "<?" in text:
        raise Undrawable("declarations and comments are not shown")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise Undrawable(f"no well-formed SVG: {error}") from error
    if root.tag != f"{{{SVG}}}svg" or "viewBox" not in root.attrib:
        raise Undrawable("the outermost element is no <svg> of SVG's namespace with a viewBox")
    if faults := list(_faults(root)):
        raise Undrawable("; ".join(faults))
    for style in root.iter(f"{{{SVG}}}style"):
        style.text = f".drawing{{{style.text or ''}}}"  # nested, so that it styles nothing else on the page
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    root.attrib |= {"class": "drawing", "role": "img", "aria-labelledby": "picture-title"}
    title = ElementTree.Element(f"{{{SVG}}}title", {"id": "picture-title"})
    title.text = " ".join(alternative.split())
    root.insert(0, title)
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)


def _faults(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        name = str(element.tag).removeprefix(f"{{{SVG}}}")
        if name not in ELEMENTS:
            yield f"the element {name!r} is not shown"
        if name == "style" and KEPT.search(element.text or ""):
            yield "a style names something outside"
        if name == "style" and not re.fullmatch(r"(?:[^{}]*\{[^{}]*\})*\s*", element.text or ""):
            yield "a style's braces are not in pairs"
        declarations = [element.text or ""] if name == "style" else []
        for key, value in element.attrib.items():
            if key.lower().startswith("on"):
                yield f"the attribute {key!r} is a script's"
            elif key.endswith("href") and not value.startswith("#picture"):
                yield f"{value!r} is outside of the picture"
            elif key == "id" and not value.startswith("picture-"):
                yield f"the id {value!r} does not begin with 'picture-'"
            elif key in ("fill", "stroke", "color", "stop-color"):
                declarations.append(f"{key}:{value}")
            elif key == "style":
                declarations.append(value)
            if key != "style" and KEPT.search(value):
                yield f"{key}={value!r} names something outside"
            if key == "style" and KEPT.search(value):
                yield "a style names something outside"
        for key, value in (match for one in declarations for match in PAINTED.findall(one)):
            if not PAINT.fullmatch(value.strip()):
                yield f"{key} {value.strip()!r} is no colour of the page's: currentColor or var(--…)"
