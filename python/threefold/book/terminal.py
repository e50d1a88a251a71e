"""The book in a terminal: the same stages side by side, in as many columns as fit the width."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.markdown import Markdown
from rich.rule import Rule
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from ..core.catalogue import Puzzle
from .sources import Source, solutions
from .stages import STAGES

NARROWEST = 60  # characters of a column, its line numbers included
COLOURS = {"python": "bright_blue", "rust": "yellow", "haskell": "green"}


SHOWN = ("statement", "code", "notes")


def page(
    puzzle: Puzzle, chosen: Sequence[str], width: int, colour: bool, shown: Collection[str] = ("code",)
) -> str:
    """What is shown of a puzzle, some of `SHOWN`, for a terminal of that width.

    Raises `Unreadable` where a source has not the form of a solution.
    """
    sources = {name: one for name, one in solutions(puzzle).items() if name in chosen}
    console = Console(
        file=StringIO(), width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    console.print(Text(f"{puzzle.title} ({puzzle.name})", style="bold"))
    if "statement" in shown:
        if link := puzzle.meta.get("link"):
            console.print(Text(str(link), style="dim"))
        for shown_part in statement(puzzle):
            console.print(shown_part)
    if "notes" in shown:
        console.print(heading("Notes"))
        console.print(
            Markdown(plain(re.split(r"^### ", section(puzzle.body, "## Notes"), flags=re.MULTILINE)[0]))
        )
    for title, cell in stage_cells(puzzle, sources, shown):
        cells = [(source, cell(source)) for source in sources.values()]
        if any(inside for _, inside in cells):
            console.print(heading(title))
            for table in tables(cells, width):
                console.print(table)
    if "notes" in shown and (growth := section(section(puzzle.body, "## Notes"), "### Growth")):
        console.print(heading("Growth"))
        console.print(Markdown(plain(growth)))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def heading(title: str) -> Rule:
    return Rule(Text(title, style="bold"), align="left", style="dim")


def statement(puzzle: Puzzle) -> Iterator[RenderableType]:
    """What is asked, the input's form, and an example with its answers."""
    for title in ("What is asked", "Input"):
        yield heading(title)
        yield Markdown(plain(section(puzzle.body, f"## {title}")))
    if example := puzzle.example:
        yield heading("An example")
        yield Text(example.input.rstrip("\n") + "\n")
        if example.walk:
            yield Markdown(plain(example.walk) + "\n")
        for part, answer in ((1, example.part1), (2, example.part2)):
            if answer is not None:
                yield Text(f"Part {part}: " + ("\n" + answer.strip("\n") if "\n" in answer else answer))


def section(body: str, heading: str) -> str:
    """What stands below a heading, up to the next of its rank or above."""
    rank = len(heading.split(" ")[0])
    _, found, rest = f"\n{body}".partition(f"\n{heading}\n")
    return re.split(rf"^#{{1,{rank}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0].strip() if found else ""


def stage_cells(
    puzzle: Puzzle, sources: dict[str, Source], shown: Collection[str]
) -> Iterator[tuple[str, Callable[[Source], list[RenderableType]]]]:
    """The rows' titles, and what each language has in them."""
    yield "The idea", lambda source: [Text(str(puzzle.meta["ideas"].get(source.language, "")))]
    if "code" in shown:
        for stage, title in list(STAGES.items())[1:]:
            yield title, lambda source, stage=stage: code(source, stage)  # type: ignore[misc]
    if "notes" in shown:
        yield "Why it is so", lambda source: why(puzzle, source)


def why(puzzle: Puzzle, source: Source) -> list[RenderableType]:
    """What a module says of itself, and what the notes say of it."""
    told = plain(section(section(puzzle.body, "## Notes"), f"### {source.title}"))
    said = [Text(text + "\n", no_wrap=kind == "pre") for kind, text in source.says]
    return [*said, Markdown(told)]


SIGNS = {
    "cdot": "·", "cup": "∪", "cap": "∩", "dots": "…", "ge": "≥", "geq": "≥", "iff": "⇔", "in": "∈",
    "infty": "∞", "ldots": "…", "le": "≤", "leq": "≤", "leftarrow": "←", "Leftrightarrow": "⇔", "land": "∧",
    "lor": "∨", "mapsto": "↦", "ne": "≠", "neq": "≠", "oplus": "⊕", "otimes": "⊗", "prod": "∏",
    "Rightarrow": "⇒", "sqrt": "√", "subseteq": "⊆", "sum": "∑", "times": "×", "to": "→", "left": "",
    "right": "", "mathrm": "", "text": "", "quad": "  ", "qquad": "    ", "lceil": "⌈", "rceil": "⌉",
    "lfloor": "⌊", "rfloor": "⌋", "varepsilon": "ε",
}  # fmt: skip


def plain(markdown: str) -> str:
    """Markdown whose formulas are written with the signs of a terminal, as code."""

    def formula(match: re.Match[str]) -> str:
        text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"(\1)/(\2)", match[1] or match[2])
        text = re.sub(r"\\(?:begin|end)\{\w+\}", "", text).replace("&", " ").replace(r"\\", ";")
        text = re.sub(r"\\([a-zA-Z]+)", lambda name: SIGNS.get(name[1], name[1]), text)
        text = re.sub(r"\{(-?\w+)\}", r"\1", re.sub(r"\\[,;:! ]", " ", text))
        return f"\n    {text.strip()}\n" if match[1] else f"`{text.strip()}`"

    return re.sub(r"\$\$(.+?)\$\$|\$(\S(?:[^$\n]*?\S)?)\$", formula, markdown, flags=re.DOTALL)


def code(source: Source, stage: str) -> list[RenderableType]:
    blocks: list[RenderableType] = [
        Syntax(
            "\n".join(source.lines[at] for at in block.lines),
            source.language,
            theme="ansi_dark",
            background_color="default",
            line_numbers=True,
            start_line=block.first,
            word_wrap=True,
        )
        for block in source.stages[stage]
    ]
    if blocks and (shared := source.shared(stage)):
        blocks.append(Text(f"uses {', '.join(shared)}, below", style="dim"))
    return blocks


def tables(cells: Sequence[tuple[Source, list[RenderableType]]], width: int) -> Iterator[Table]:
    """The cells of a row: side by side while there is room, the rest below."""
    columns = max(1, min(len(cells), width // NARROWEST))
    for start in range(0, len(cells), columns):
        together = cells[start : start + columns]
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        for _ in range(columns):
            table.add_column(ratio=1)
        table.add_row(
            *(Text(source.title, style=f"bold {COLOURS[source.language]}") for source, _ in together)
        )
        table.add_row(*(Group(*shown) if shown else Text("nothing", style="dim") for _, shown in together))
        yield table
