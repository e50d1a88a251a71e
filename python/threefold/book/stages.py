"""A solution's source, taken apart by what its pieces do: the rows in which languages stand side by side.

A stage is one of `STAGES`. `parse`, `part1` and `part2` are functions of that name, and what only they need
stands with them. What parsing needs stands with parsing, even if it is needed later; what both parts share,
and what nobody calls by name, are `helpers`, shown once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

STAGES = {
    "about": "What it says of itself",
    "parse": "Parse",
    "part1": "Part 1",
    "part2": "Part 2",
    "helpers": "Helpers",
    "imports": "Imports",
    "tests": "Tests of its own",
}
CALLED = ("parse", "part1", "part2")  # what the harness calls


class Unreadable(Exception):
    """A source has not the form of a solution; the text says what is missing."""


@dataclass(frozen=True)
class Grammar:
    """What tells one language's pieces from another's: kinds of nodes of its tree-sitter grammar.

    ``groups`` hold pieces as their children; ``comments`` and ``before`` belong to the piece that follows,
    ``after`` to the one ahead; ``attached`` (an instance, an ``impl``) has no name to be called by.
    ``names`` are leaves that may name a piece, and ``binding`` are nodes in which they make a name local.
    """

    module: str
    comments: frozenset[str]
    names: frozenset[str]
    binding: frozenset[str]
    imports: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()


def kinds(text: str) -> frozenset[str]:
    return frozenset(text.split())


GRAMMARS = {
    "python": Grammar(
        module="tree_sitter_python",
        comments=kinds("comment"),
        names=kinds("identifier"),
        binding=kinds("parameters lambda_parameters for_in_clause"),
        imports=kinds("import_statement import_from_statement future_import_statement"),
    ),
    "rust": Grammar(
        module="tree_sitter_rust",
        comments=kinds("line_comment block_comment"),
        names=kinds("identifier type_identifier"),
        binding=kinds("parameters closure_parameters"),
        imports=kinds("use_declaration extern_crate_declaration inner_attribute_item"),
        before=kinds("attribute_item"),
        attached=kinds("impl_item"),
    ),
    "haskell": Grammar(
        module="tree_sitter_haskell",
        comments=kinds("comment haddock"),
        names=kinds("variable constructor name operator constructor_operator field_name"),
        binding=kinds("patterns"),
        imports=kinds("pragma header import"),
        groups=kinds("imports declarations"),
        after=kinds("pragma"),
        attached=kinds("instance derive_instance"),
    ),
}


@dataclass(frozen=True)
class Piece:
    """Lines that belong together, from 1, both ends included.

    ``users`` are the called functions that need it, ``shared`` the names of helpers that it uses itself.
    """

    first: int
    last: int
    names: frozenset[str]
    stage: str = "helpers"
    users: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


@dataclass
class Draft:
    """A piece that is being put together from nodes."""

    kind: str
    nodes: list[Node] = field(default_factory=list)

    @property
    def lines(self) -> tuple[int, int]:
        return min(start(node) for node in self.nodes), max(end(node) for node in self.nodes)


def pieces(language: str, text: str, parts: int = 2) -> list[Piece]:
    """Every line of the source that is not blank, in pieces, in the order of the source.

    Raises `Unreadable` where a function that the harness calls is missing.
    """
    grammar = GRAMMARS[language]
    drafts = list(_drafts(grammar, tree(language, text)))
    found = [Piece(*draft.lines, frozenset(_defined(grammar, draft))) for draft in drafts]
    for name in CALLED[: 1 + parts]:
        if not any(name in piece.names for piece in found):
            raise Unreadable(f"no function {name!r} is found")
    return _staged(grammar, drafts, found)


def stages(language: str, text: str, parts: int = 2) -> dict[str, list[Piece]]:
    """The pieces by stage, every stage present, those of a stage in the order of the source."""
    found = pieces(language, text, parts)
    return {stage: [piece for piece in found if piece.stage == stage] for stage in STAGES}


def tree(language: str, text: str) -> Node:
    """The root of a source's syntax tree."""
    return _parser(GRAMMARS[language].module).parse(text.encode()).root_node


@cache
def _parser(module: str) -> Parser:
    from tree_sitter import Language, Parser

    return Parser(Language(import_module(module).language()))


def start(node: Node) -> int:
    return int(node.start_point[0]) + 1


def end(node: Node) -> int:
    """The last line with anything of the node on it."""
    row, column = node.end_point
    return int(row) + (1 if column else 0)


def _drafts(grammar: Grammar, root: Node) -> Iterator[Draft]:
    """The source's pieces: comments go with what follows them, all equations of a function are one piece."""
    drafts: list[Draft] = []
    waiting: list[Node] = []
    for node in _top(grammar, root):
        kind = _kind(grammar, node, drafts)
        previous = drafts[-1] if drafts else None
        if previous and not waiting and start(node) <= previous.lines[1]:
            previous.nodes.append(node)  # a comment after code, say
        elif kind == "waits":
            waiting.append(node)
        elif previous and (
            (kind == "after" and not waiting)
            or (kind == previous.kind in ("about", "imports") and not waiting)
            or (not waiting and kind == previous.kind == "piece" and _goes_on(grammar, previous, node))
        ):
            previous.nodes += [*waiting, node]
            waiting = []
        else:
            drafts.append(Draft("piece" if kind == "after" else kind, [*waiting, node]))
            waiting = []
    if waiting:
        drafts.append(Draft("piece", waiting))
    return iter(drafts)


def _top(grammar: Grammar, node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.type in grammar.groups:
            yield from _top(grammar, child)
        elif child.is_named or (child.text and child.text.strip()):
            yield child


def _kind(grammar: Grammar, node: Node, drafts: list[Draft]) -> str:
    nothing_yet = all(draft.kind in ("about", "imports") for draft in drafts)
    text = node.text or b""
    if text.startswith((b"//!", b"/*!")) or (
        nothing_yet
        and (
            (node.type == "expression_statement" and node.children[0].type == "string")
            or (node.type == "haddock" and not any(draft.kind == "about" for draft in drafts))
        )
    ):
        return "about"
    if node.type in grammar.after and not nothing_yet:
        return "after"
    if node.type in grammar.imports:
        return "imports"
    if node.type in grammar.comments or node.type in grammar.before:
        return "waits"
    return "piece"


def _goes_on(grammar: Grammar, draft: Draft, node: Node) -> bool:
    """Is the node one more equation of the same function, or the function of a signature?"""
    mine = set(_named(grammar, node))
    return grammar.module == "tree_sitter_haskell" and bool(
        mine & {name for one in draft.nodes for name in _named(grammar, one)}
    )


def _defined(grammar: Grammar, draft: Draft) -> Iterator[str]:
    if draft.kind == "piece":
        for node in draft.nodes:
            if node.type not in grammar.attached:
                yield from _named(grammar, node)
                yield from _members(node)


def _named(grammar: Grammar, node: Node) -> Iterator[str]:
    """The names that a top-level node defines."""
    if node.type == "decorated_definition":
        node = node.child_by_field_name("definition") or node
    if node.type == "expression_statement" and node.children[0].type == "assignment":
        yield from _texts(node.children[0].child_by_field_name("left"), grammar.names)
        return
    for name in ("name", "names", "pattern"):
        yield from _texts(node.child_by_field_name(name), grammar.names)
    for child in node.children:
        if child.type == "infix" and node.type in ("function", "bind"):  # an operator's equation
            yield from _texts(child.child_by_field_name("operator"), grammar.names)


def _members(node: Node) -> Iterator[str]:
    """Constructors, fields and methods that a Haskell type or class brings along."""
    if node.type in ("data_type", "newtype"):
        for one in _walk(node):
            if one.type in ("prefix", "record", "newtype_constructor") and (
                name := one.child_by_field_name("name")
            ):
                yield _text(name)
            elif one.type == "field_name":
                yield _text(one)
    elif node.type == "class":
        for one in _walk(node):
            if one.type == "signature" and (name := one.child_by_field_name("name")):
                yield _text(name)


def _texts(node: Node | None, names: frozenset[str]) -> Iterator[str]:
    for one in _walk(node) if node else ():
        if one.type in names:
            yield _text(one)


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _walk(node: Node) -> Iterator[Node]:
    """The node and all below it, however deep."""
    stack = [node]
    while stack:
        one = stack.pop()
        yield one
        stack += reversed(one.children)


def _used(grammar: Grammar, draft: Draft, known: Iterable[str]) -> set[str]:
    """Which of the known names does a piece use? A name that it binds itself is its own."""
    used: set[str] = set()
    bound: set[str] = set()
    for node in draft.nodes:
        for one in _walk(node):
            if one.type in grammar.names and not _merely_names(one):
                used.add(_text(one))
            elif one.type in grammar.binding:
                bound |= set(_bindings(grammar, one))
    return (used - bound) & set(known)


def _merely_names(leaf: Node) -> bool:
    """Is it the name of a method, a keyword or an attribute, all of which are not ours to be called by?"""
    parent = leaf.parent
    field_name = NAMING.get(parent.type) if parent else None
    return bool(parent and field_name and parent.child_by_field_name(field_name) == leaf)


NAMING = {
    "function_definition": "name",
    "class_definition": "name",
    "keyword_argument": "name",
    "attribute": "attribute",
    "function_item": "name",
}


def _bindings(grammar: Grammar, node: Node) -> Iterator[str]:
    for one in _walk(node):
        if one.type in grammar.names and not _text(one)[:1].isupper():
            parent = one.parent
            if not (parent and parent.type.endswith(("type", "default_parameter"))):
                yield _text(one)


def _staged(grammar: Grammar, drafts: list[Draft], found: list[Piece]) -> list[Piece]:
    owner = {name: at for at, piece in reversed(list(enumerate(found))) for name in piece.names}
    uses = [
        {owner[name] for name in _used(grammar, draft, owner)} if draft.kind == "piece" else set()
        for draft in drafts
    ]
    users = _users(owner, uses)
    # An instance is used, by its operators, wherever its type is: by the parts, rather than while parsing.
    for at, draft in enumerate(drafts):
        if any(node.type in grammar.attached for node in draft.nodes):
            of = {user for one in _heads(grammar, draft, owner) for user in users[one]}
            mine = (of - {"parse"}) or of
            for one in _reached(at, uses):
                users[one] |= mine
    chosen = [
        next((name for name in CALLED if name in piece.names), _stage(draft, of))
        for piece, draft, of in zip(found, drafts, users, strict=True)
    ]
    return [
        replace(
            piece,
            stage=stage,
            users=tuple(name for name in CALLED if name in users[at]),
            shared=tuple(
                sorted(
                    name for name, of in owner.items() if of in uses[at] and chosen[of] == "helpers" != stage
                )
            ),
        )
        for at, (piece, stage) in enumerate(zip(found, chosen, strict=True))
    ]


def _users(owner: dict[str, int], uses: list[set[int]]) -> list[set[str]]:
    """The called functions that need each piece."""
    users: list[set[str]] = [set() for _ in uses]
    for name in CALLED:
        for at in _reached(owner[name], uses) if name in owner else ():
            users[at].add(name)
    return users


def _reached(root: int, uses: list[set[int]]) -> set[int]:
    reached = {root}
    frontier = [root]
    while frontier:
        new = uses[frontier.pop()] - reached
        reached |= new
        frontier += new
    return reached


def _heads(grammar: Grammar, draft: Draft, owner: dict[str, int]) -> set[int]:
    """The pieces of this source whose type (or trait) an instance is of."""
    for node in draft.nodes:
        if node.type in grammar.attached:
            heads = [node.child_by_field_name(name) for name in ("type", "trait", "patterns", "name")]
            named = {name for head in heads if head for name in _texts(head, grammar.names)}
            return {owner[name] for name in named & owner.keys()}
    return set()


def _stage(draft: Draft, users: set[str]) -> str:
    if draft.kind != "piece":
        return draft.kind
    if any(b"cfg(test)" in (node.text or b"") for node in draft.nodes if node.type == "attribute_item"):
        return "tests"
    if "parse" in users:
        return "parse"
    return users.copy().pop() if len(users) == 1 else "helpers"
