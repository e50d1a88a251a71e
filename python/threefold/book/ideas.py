"""The ideas that puzzles are tagged with: a tree of two levels, `puzzles/ideas.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from ..core import catalogue


@dataclass(frozen=True)
class Idea:
    """What a puzzle's tag names. ``origin`` is the language that it came from; empty, where all have it."""

    name: str
    text: str
    origin: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Root:
    """Ideas of one kind."""

    name: str
    text: str
    ideas: tuple[Idea, ...]


def roots() -> list[Root]:
    """The tree, as it stands in its file."""
    with (catalogue.root() / "ideas.toml").open("rb") as file:
        return [
            Root(root["name"], root["text"], tuple(map(_idea, root["idea"])))
            for root in tomllib.load(file)["root"]
        ]


def _idea(entry: dict[str, Any]) -> Idea:
    origin = "" if entry["from"] == "all" else entry["from"]
    return Idea(entry["name"], entry["text"], origin, tuple(entry.get("also", ())))


def unknown(tags: list[str], tree: list[Root]) -> list[str]:
    """What is wrong with a puzzle's tags, one sentence each."""
    known = {idea.name for root in tree for idea in root.ideas}
    better = {also: idea.name for root in tree for idea in root.ideas for also in idea.also}
    return [
        f"the tag {tag!r} is no idea of puzzles/ideas.toml"
        + (f"; there it is called {better[tag]!r}" if tag in better else "")
        for tag in map(str, tags)
        if tag not in known
    ]
