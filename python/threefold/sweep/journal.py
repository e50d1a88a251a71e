"""What a sweep leaves in its folder: the plan, a line for each finished unit, and what it found.

All of it is there whenever the process ends, so that the sweep can be taken up again.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..core import catalogue
from ..core.saving import load, provide, reading, replace_whole, write_whole
from .shrinking import as_case
from .trying import MARKS, Found, Tally, Unit

PLAN, JOURNAL, FINDINGS, SAID = "plan.json", "journal.jsonl", "findings", "said.json"


class Journal:
    """A sweep's folder. Raises `Unusable` where it can't be read or written."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.tallies: dict[str, Tally] = {}  # by puzzle
        self.done: dict[str, list[tuple[int, int]]] = {}  # by puzzle: first numbers, and those after the last
        self.seed, self.versions = 0, dict[str, str]()  # what findings are kept with
        self.spent = self.before = 0.0  # seconds in all, and in earlier runs
        self.keys: set[tuple[str, str]] = set()  # what was found: puzzle and key

    def begin(self, plan: dict[str, Any]) -> None:
        provide(self.folder / FINDINGS)
        write_whole(self.folder / PLAN, plan, 1)

    def take_up(self) -> dict[str, Any]:
        """The plan; the counts and findings are as they were when the sweep broke off."""
        with reading(self.folder / PLAN, "plan of a sweep"):
            plan = load(self.folder / PLAN)
        path = self.folder / JOURNAL
        with reading(path, "journal of a sweep"):
            lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else [""]
            for line in lines[:-1]:  # what stands after the last is cut short
                noted = json.loads(line)
                self._count(noted["puzzle"], noted["first"], noted["count"], Tally.read(noted["tally"]))
                self.spent = self.before = noted["at"]
            if lines[-1]:
                replace_whole(path, "".join(f"{line}\n" for line in lines[:-1]))
        self.keys = {(one["puzzle"], one["key"]) for one in self.found()}
        return plan

    def _count(self, puzzle: str, first: int, count: int, tally: Tally) -> None:
        self.tallies.setdefault(puzzle, Tally()).add(tally)
        self.done.setdefault(puzzle, []).append((first, first + count))

    def finish(self, unit: Unit, tally: Tally, elapsed: float) -> list[Path]:
        """A unit is over, so long after this run began: keeps what was found that is new; returns where."""
        self.spent = self.before + elapsed
        new = [one for one in tally.found if (one.puzzle, one.key) not in self.keys]
        paths = [self._keep(one) for one in new]
        known = self.tallies.get(unit.puzzle, Tally()).marks
        most = known[-1] if len(known) == MARKS else 1 << 64
        tally.marks = [mark for mark in sorted({*tally.marks} - {*known}) if mark < most]
        noted: dict[str, Any] = {"puzzle": unit.puzzle, "first": unit.first, "count": tally.inputs}
        noted |= {"at": self.spent, "tally": tally.as_json()}
        with (self.folder / JOURNAL).open("a", encoding="utf-8") as file:
            file.write(json.dumps(noted, separators=(",", ":")) + "\n")
        self._count(unit.puzzle, unit.first, tally.inputs, tally)
        return paths

    def _keep(self, found: Found) -> Path:
        """Writes a finding; what says that it is whole comes last."""
        self.keys.add((found.puzzle, found.key))
        who = "-".join(found.languages) if len(found.languages) < 4 else f"{len(found.languages)}-languages"
        name = f"{found.puzzle}-{who}-{sha256(found.key.encode()).hexdigest()[:6]}"
        folder = self.folder / FINDINGS / re.sub(r"[^\w.-]", "-", name)
        name = f"found by a sweep: {found.kind}"
        replace_whole(folder / "input.txt", found.text + "\n")
        replace_whole(folder / "case.toml", "\n" + as_case(found.text, *found.expected, name=name[:90]))
        made_by = {"seed": self.seed, "versions": self.versions}
        write_whole(folder / SAID, asdict(found) | made_by | {"again": again(found, folder)}, 1)
        return folder

    def found(self) -> list[dict[str, Any]]:
        """Each finding, with the name of its folder."""
        return list(self._found())

    def _found(self) -> Iterator[dict[str, Any]]:
        for path in sorted((self.folder / FINDINGS).glob(f"*/{SAID}")):
            with reading(path, "finding of a sweep"):
                yield load(path) | {"folder": str(path.parent)}


def again(found: Found, folder: Path) -> dict[str, str]:
    """The command that shows a finding again, and the one that makes it a case."""
    quoted = shlex.quote(str(folder))
    if found.languages == ("generator",):
        return {}
    others = [name for name in found.said if name not in found.languages]
    languages = " ".join(f"-l {name}" for name in [*found.languages, *others])
    cases = shlex.quote(str(catalogue.root() / found.puzzle / "cases.toml"))
    return {
        "show": f"threefold solve {found.puzzle} {quoted}/input.txt {languages}",
        "keep": f"cat {quoted}/case.toml >> {cases}",
    }
